import { ok, strictEqual } from 'node:assert/strict'
import type { Walk } from './walk'

/** HR's desk: who has access, what HR has done, what HR can see, and words that lead there. Goes on where HR's walk ended. */
export async function walkHrDesk({ playground: p, others, step, picture, documentPicture, log }: Walk): Promise<void> {
  const before = { logged: log().length, complaints: p.complaints().length }

  await step('shows who has HR access, and asks whom to give it to', async () => {
    await p.openChat()
    await p.say('hvem har HR-rettigheder?')
    await p.waitForText('Bente Skovgaard')
    await p.waitForText('Giver og fjerner HR-adgang')
    await picture('hr-access')
    await p.press('Giv adgang')
    await p.waitForText('Skriv navn eller e-mail')
    await picture('hr-access-find')
  })
  await step('says at the field that nobody of that name is known, and keeps what was typed', async () => {
    await p.fill('Navn eller e-mail', 'Ingen Af Dem')
    await p.press('Søg')
    await p.waitForText('Jeg kender ingen, der hedder ”Ingen Af Dem”.')
    strictEqual(await p.card().getByRole('textbox', { name: 'Navn eller e-mail' }).inputValue(), 'Ingen Af Dem')
    await picture('hr-access-nobody', { isTouched: true })
  })
  await step('does not take or change the access of those named in the settings', async () => {
    await p.fill('Navn eller e-mail', 'bente')
    await p.press('Søg')
    await p.waitForText('HR-adgang til Bente Skovgaard')
    await picture('hr-access-units')
    await p.press('Giv adgang')
    await p.waitForText('har altid HR-adgang til alle')
  })
  await step('gives access to a colleague, who is told and may plan, and takes it again', async () => {
    const colleague = others.person('Grethe Lund')
    await colleague.chooseProfile('skanderborg', 'kontraktholder')
    await p.say('HR-adgang')
    await p.press('Giv adgang')
    await p.waitForText('Skriv navn eller e-mail')
    await p.fill('Navn eller e-mail', 'grethe')
    await p.press('Søg')
    await p.waitForText('HR-adgang til Grethe Lund')
    await p.press('Giv adgang')
    await p.waitForText('Grethe Lund')
    await picture('hr-access-given')
    await documentPicture('hr-adgang', 'card')
    ok(JSON.stringify(others.connector.sent(colleague.conversationId)).includes('Du har fået HR-adgang'))
    await p.choose('Hvem', 'Grethe Lund')
    await p.press('Fjern')
    await p.waitForText('Fjern HR-adgangen fra Grethe Lund?')
    await picture('hr-access-take')
    await p.press('Fjern adgang')
    await p.page.locator('.ac-adaptiveCard').last().getByText('Grethe Lund').waitFor({ state: 'detached' })
  })
  await step('shows a leader what is sent to HR before it is', async () => {
    await p.say('tal med HR: må jeg få nogen til at ringe?')
    await p.waitForText('Din besked til HR')
    strictEqual(
      await p.card().getByRole('textbox', { name: 'Din besked til HR' }).inputValue(),
      'må jeg få nogen til at ringe?',
    )
    await p.press('Forhåndsvis')
    await p.waitForText('Det her sendes til HR')
    await picture('hr-message-preview')
    await p.press('Send')
    await p.waitForText('Svaret kommer her i din chat med mig.')
    await picture('hr-message-sent')
  })
  await step('brings the message to HR, who take it and answer it', async () => {
    await p.openChannel('General')
    await p.waitForText('Besked fra Bente Skovgaard')
    await picture('hr-desk-message')
    await documentPicture('hr-besked', 'card')
    await p.press('Tag sagen')
    await p.waitForText('Hos Bente Skovgaard')
    await p.card().getByRole('textbox').click()
    await p.page.keyboard.type('Jeg ringer i morgen kl. 10.')
    await p.press('Svar')
    await p.waitForText('Svar, ')
    await picture('hr-desk-answered')
    await p.postWithMention('åbne beskeder')
    await p.waitForText('besvaret, ikke afsluttet')
    await picture('hr-desk-open')
  })
  await step('shows the leader who answers, and what', async () => {
    await p.openChat()
    await p.waitForText('Bente Skovgaard fra HR skriver')
    await p.waitForText('Jeg ringer i morgen kl. 10.')
    await picture('hr-message-answered')
  })
  await step('shows who did what to which campaign', async () => {
    await p.say('log')
    await p.waitForText('Grethe Lund')
    await p.waitForText('Bente Skovgaard')
    await picture('hr-log')
  })
  await step('finds the campaigns however the word is spelt', async () => {
    await p.say('kampanger')
    await p.waitForText('Kampagner')
  })
  await step('says that there is no report on what leaders answer', async () => {
    await p.say('rapport')
    await p.waitForText('Der er ingen rapport over svar')
    await picture('hr-no-report')
  })
  await step('tells what HR can see of a leader', async () => {
    await p.say('hvad kan HR se om mig?')
    await p.waitForText('vises kun, når I er mindst fem')
  })
  await step('left nothing in the log of the bot or of the Playground by HR’s desk', async () => {
    strictEqual(log().slice(before.logged), '')
    strictEqual(p.complaints().slice(before.complaints).join('\n'), '')
  })
}
