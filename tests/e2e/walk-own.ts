import { strictEqual } from 'node:assert/strict'
import type { Walk } from './walk'

const link = 'https://intra.skanderborg.dk/ledelse'
const note = 'Fra ledermødet: Vi taler for lidt om det, der lykkes.'
const answer = 'Jeg lod Mette tage mødet med rådgiverne alene.'
const more = 'Jeg spørger hende i morgen, hvad hun lærte.'
/** So many questions are tried, until one has another after it. */
const mostQuestions = 8

/** What a leader does of their own accord: a regular question, notes, the question after an answer, and going on weeks later. */
export async function walkOwn({ playground: p, step, picture, documentPicture, advance }: Walk): Promise<void> {
  await step('agrees on a question every Friday, and says when the next one comes', async () => {
    await p.openChat()
    await p.say('send mig et spørgsmål hver fredag kl. 9')
    await p.waitForText('Så er det aftalt')
    await picture('own-rhythm')
    await p.say('mit faste spørgsmål')
    await p.waitForText('Du får et spørgsmål hver fredag')
    await picture('own-rhythm-form')
  })
  await step('wants a few words with a link, and keeps the note in an area', async () => {
    await p.say(`notat: ${link}`)
    await p.waitForText('Et link alene er svært at finde igen.')
    await picture('own-note-link')
    await p.fill('Dit notat', `${note} ${link}`)
    await p.choose('Område', 'Faglig ledelse')
    await p.press('Gem')
    await p.waitForText('Dit notat er gemt')
    await p.waitForText('Område: Faglig ledelse')
    await picture('own-note')
  })
  await step('keeps a typed one at once', async () => {
    await p.say('notat: Spørg Jonas, hvad han har brug for, før han går på barsel.')
    await p.waitForText('Dit notat er gemt')
    await documentPicture('leder-notat', 'card')
  })
  await step('finds a note by its words, and edits it', async () => {
    await p.say('hvad skrev jeg om ledermødet?')
    await p.waitForText('Vi taler for lidt')
    await picture('own-note-found')
    await p.cardAfter(() =>
      p
        .card()
        .getByRole('button', { name: /^Åbn og ret/ })
        .first()
        .click(),
    )
    await p.press('Ret')
    await p.waitForText('Ret dit notat')
    await p.fill('Dit notat', `${note} Tag det op på torsdag.`)
    await p.press('Gem')
    await p.waitForText('Tag det op på torsdag.')
  })
  await step('writes one from the journal, and asks before it is deleted', async () => {
    await p.say('mine refleksioner')
    await picture('own-journal')
    await p.pressForCard('Skriv et notat')
    await p.waitForText('Nyt notat')
    await picture('own-note-form')
    await p.fill('Dit notat', 'Noget, jeg fortryder.')
    await p.press('Gem')
    await p.waitForText('Dit notat er gemt')
    await p.press('Slet notatet')
    await p.waitForText('Vil du slette dit notat?')
    await p.press('Slet notatet')
    await p.waitForText('Dit notat er slettet')
  })
  await step('answers the question after the question', async () => {
    for (let tried = 1; ; tried++) {
      await p.say('giv mig et andet spørgsmål')
      await p.fill('Dit svar', answer)
      await p.press('Gem')
      await p.waitForText('Dit svar er gemt')
      if ((await p.read()).includes('Svar også på det') || tried === mostQuestions) break
    }
    await picture('own-then-offered')
    await p.press('Svar også på det')
    await p.fill('Dit svar', more)
    await picture('own-then-form', { isTouched: true })
    await p.press('Gem')
    await p.waitForText('Spørgsmålet bagefter')
    await p.waitForText(more)
    await picture('own-then-kept')
  })
  await step('asks again after six weeks, because it was asked to', async () => {
    await p.press('Spørg mig igen om 6 uger')
    await p.waitForText('Jeg spørger dig')
    await picture('own-again-agreed')
    // A question of HR's is waited for two weeks.
    advance(60)
    await p.page.getByText('Har noget ændret sig siden?').first().waitFor({ timeout: 60_000 })
    await p.turnTo('Har noget ændret sig siden?')
    await picture('own-again')
    await documentPicture('leder-igen', 'card')
  })
  await step('shows what was written behind a press, and keeps what is typed', async () => {
    strictEqual((await p.read()).includes(answer), false)
    await p.fill('Dit svar', 'Hun spørger selv nu')
    await p.pressForCard('Vis, hvad jeg skrev sidst om det her')
    strictEqual(await p.card().getByRole('textbox', { name: 'Dit svar' }).inputValue(), 'Hun spørger selv nu')
    await p.press('Gem')
    await p.turnTo('Det skrev du sidst')
    await p.waitForText(answer)
    await picture('own-earlier')
  })
}
