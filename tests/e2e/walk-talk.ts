import { ok, strictEqual } from 'node:assert/strict'
import type { Walk } from './walk'

// As somebody types who is in a hurry.
const inOwnWords = 'Jeg siger til i god tid, hvis noget skrider.'
const agreed = 'Vi ser på det hver anden fredag – første gang den 12.'

/** A talk about expectations: from whom it is with to what was agreed. */
export async function walkTalk({ playground: p, step, picture, documentPicture }: Walk): Promise<void> {
  await step('asks whom the talk is with, the nearest first', async () => {
    await p.openChat()
    await p.say('forventningsafstemning med min leder')
    await p.waitForText('Hvem skal du tale med?')
    await picture('talk-partner')
    await p.choose('Hvem skal du tale med?', 'Fag- og stabschef (over dig)')
  })
  await step('puts both sides to choose from', async () => {
    await p.press('Videre')
    await p.waitForText('Det har jeg brug for fra dig')
    await p.waitForText('Over for dig: Fag- og stabschef')
    await picture('talk-points')
  })
  await step('says that something is to be chosen', async () => {
    await p.press('Videre')
    await p.waitForText('Vælg mindst ét punkt på en af siderne.')
  })
  await step('shows other points, and keeps what is chosen', async () => {
    const first = p.card().getByRole('checkbox').first()
    await first.check()
    await p.press('Andre punkter')
    await p.waitForText('Over for dig: Fag- og stabschef')
    await p.card().locator('input[type=checkbox]:checked').waitFor()
    strictEqual(await p.card().getByRole('checkbox').first().isChecked(), true)
    await p.card().getByRole('checkbox').last().check()
    await picture('talk-other-points', { isTouched: true })
  })
  await step('lets me say them in my own words', async () => {
    await p.press('Videre')
    await p.waitForText('Sig det, som du ville sige det')
    const field = p.card().getByRole('textbox').first()
    ok((await field.inputValue()).startsWith('Jeg '))
    await picture('talk-words')
    await field.fill(inOwnWords)
    await p.press('Lav siden')
  })
  await step('makes the page to bring along', async () => {
    await p.waitForText('Tag den med til samtalen')
    await p.waitForText(inOwnWords)
    await p.waitForText('Med mine ord')
    await picture('talk-page')
    await documentPicture('leder-forventninger', 'card')
  })
  await step('edits it, and shows it again', async () => {
    await p.press('Ret')
    await p.waitForText('Sig det, som du ville sige det')
    strictEqual(await p.card().getByRole('textbox').first().inputValue(), inOwnWords)
    await p.fill('Andet, jeg vil tale om', 'Bemandingen i efteråret')
    await p.press('Lav siden')
    await p.waitForText('Bemandingen i efteråret')
  })
  await step('asks after the talk what was agreed, and keeps it in the journal', async () => {
    await p.pressForCard('Skriv, hvad I aftalte')
    await p.waitForText('Hvad aftalte I, og hvornår ser I på det igen?')
    await picture('talk-agreed')
    await p.fill('Dit svar', agreed)
    await p.press('Gem')
    await p.waitForText('Dit svar er gemt')
    await p.waitForText(agreed)
    await picture('talk-kept')
    await p.say('mine refleksioner')
    await p.waitForText(agreed)
    await picture('talk-journal')
  })
}
