import { ok, strictEqual } from 'node:assert/strict'
import { localDate } from '../../src/time/clock'
import type { Walk } from './walk'

const question = 'Hvad lykkedes for dig i denne uge?'
const answer = 'Vi holdt fast i de korte møder.'
const unreached = 'Karen Vestergaard'
const weekdays = ['Søndag', 'Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lørdag']
/** Time to fill in the form, look at the preview and start. */
const aheadMs = 120_000
const minuteMs = 60_000

/** HR's way: a campaign to the leaders and a channel, from the form to what came of it. Goes on where the leader's walk ended. */
export async function walkHr({ playground: p, others, step, picture, documentPicture, timeZone }: Walk): Promise<void> {
  const due = Math.ceil((Date.now() + aheadMs) / minuteMs) * minuteMs
  const first = localDate(due, timeZone)
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(due)
  const weekday = weekdays[new Date(`${first}T12:00:00Z`).getUTCDay()] ?? ''
  // As the Playground's fields show them.
  const shownTime = time.replace(/^0/, '').replace(':', '.')
  const dateInWords = new Intl.DateTimeFormat('da-DK', { timeZone, dateStyle: 'long' }).format(due)
  const field = (label: string) => p.card().getByLabel(label)

  /** Its calendar is in English, and opens at the date that stands there: a week ahead at most. */
  async function pickDate(date: string): Promise<void> {
    const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' }).format(new Date(date))
    await field('Fra og med').click()
    const day = p.page.getByRole('button', {
      name: `${Number(date.slice(8))}, ${month}, ${date.slice(0, 4)}`,
      exact: true,
    })
    const before = p.page.getByRole('button', { name: /^Previous month/ })
    await before.waitFor()
    if ((await day.count()) === 0) await before.click()
    await day.click()
  }

  await step('meets a leader whose Teams will take nothing', async () => {
    const leader = others.person(unreached)
    await leader.chooseProfile('skanderborg', 'leder-af-leder')
    others.connector.fail({ status: 400 })
  })
  await step('brings HR one form for a campaign', async () => {
    await p.openChat()
    await p.say('ny kampagne')
    await p.waitForText('Du ser, hvad der vil ske, før noget bliver sendt.')
    await picture('campaign-form')
  })
  await step('asks for a name before it goes on', async () => {
    await p.press('Videre')
    await p.waitForText('Giv kampagnen et navn.')
  })
  await step('goes through three short steps and keeps what was typed', async () => {
    await p.fill('Navn', 'Ugens refleksion')
    await p.card().getByRole('combobox', { name: 'Kanaler' }).click()
    await p.page.getByRole('menuitemcheckbox', { name: 'Ledergruppen – Ugens refleksion' }).click()
    await p.page.keyboard.press('Escape')
    await picture('campaign-filled', { isTouched: true })
    await documentPicture('hr-kampagne', 'card')
    await p.press('Videre')
    await p.waitForText('Trin 2 af 3: Hvad?')
    await p.card().getByRole('radio', { name: 'Vores egne spørgsmål' }).check()
    await picture('campaign-what', { isTouched: true })
    await p.press('Videre')
    await p.waitForText('Trin 2 af 3: Hvilke?')
    await p.fill('Jeres spørgsmål', question)
    await picture('campaign-which', { isTouched: true })
    await p.press('Tilbage')
    await p.waitForText('Trin 2 af 3: Hvad?')
    await p.press('Videre')
    await p.waitForText('Trin 2 af 3: Hvilke?')
    strictEqual(await field('Jeres spørgsmål').inputValue(), question)
    await p.press('Videre')
  })
  await step('shows what will happen before anything does', async () => {
    await p.waitForText('Trin 3 af 3: Hvornår?')
    await p.choose('Ugedag', weekday)
    await field('Klokkeslæt').fill(time)
    await p.page.keyboard.press('Tab')
    await pickDate(first)
    // It is to be sent today, whatever day that is.
    for (const day of ['Lørdage og søndage', 'Helligdage'])
      await p.card().getByRole('checkbox', { name: day }).uncheck()
    await picture('campaign-when', { isTouched: true })
    await p.press('Forhåndsvis')
    await p.waitForText('Sådan bliver ”Ugens refleksion”')
    await p.waitForText('ledere og 1 kanal')
    await p.waitForText(question)
    await picture('campaign-preview')
    await documentPicture('hr-forhaandsvisning', 'card')
  })
  await step('brings the form back as it was filled in', async () => {
    await p.press('Ret')
    await p.waitForText('Ret kampagnen')
    strictEqual(await field('Navn').inputValue(), 'Ugens refleksion')
    await p.press('Videre')
    await p.waitForText('Trin 2 af 3: Hvad?')
    await p.press('Videre')
    await p.waitForText('Trin 2 af 3: Hvilke?')
    await p.press('Videre')
    await p.waitForText('Trin 3 af 3: Hvornår?')
    strictEqual(await field('Klokkeslæt').inputValue(), shownTime)
    strictEqual(await field('Fra og med').inputValue(), dateInWords)
    await p.press('Forhåndsvis')
    await p.waitForText('Sådan bliver ”Ugens refleksion”')
  })
  await step('shows the question as the leader will see it', async () => {
    await p.press('Send mig en prøve')
    await p.waitForText('Prøve: gang 1')
    await picture('campaign-sample')
    await p.press('Til kampagnen')
    await p.waitForText('Sådan bliver ”Ugens refleksion”')
  })
  await step('starts it and says when it sends', async () => {
    await p.press('Start')
    await p.waitForText('I gang')
    await p.waitForText(time.replace(':', '.'))
    await picture('campaign-started')
  })
  await step('sends the question to the leader’s own chat at its minute', async () => {
    await p
      .card()
      .filter({ hasText: question })
      .waitFor({ timeout: 2 * aheadMs })
    ok(Date.now() >= due, 'it came too early')
    await picture('campaign-prompt')
  })
  await step('keeps the leader’s answer', async () => {
    await p.fill('Dit svar', answer)
    await p.press('Gem')
    await p.waitForText('Dit svar er gemt')
  })
  await step('opens a thread in the channel, where a member answers', async () => {
    await p.openChannel('Ugens refleksion')
    await p.waitForText('Et spørgsmål fra HR')
    await p.waitForText('Ingen har svaret endnu')
    await picture('channel-campaign')
    // Keys, one by one: the page draws the card anew after its size has changed, and what was put there before is gone.
    await p.card().getByRole('textbox').click()
    await p.page.keyboard.type(answer)
    await p.press('Svar')
    const thread = p.page.getByRole('group').filter({ hasText: question }).first()
    await thread.getByText('1 har svaret').waitFor()
    await thread.getByText('Bente Skovgaard svarer').waitFor()
    await picture('channel-campaign-answered')
  })
  await step('lists HR’s campaigns with what became of them', async () => {
    await p.openChat()
    await p.say('kampagner')
    await p.waitForText('sendt.')
    await picture('campaigns')
  })
  await step('says who was not reached, and why', async () => {
    await p.say('hvem er ikke nået?')
    await p.waitForText('Ikke nået: Ugens refleksion')
    await p.waitForText(`${unreached}: Teams tog ikke imod beskeden`)
    await picture('campaign-unreached')
    await documentPicture('hr-ikke-naaet', { since: 'hvem er ikke nået?' })
  })
  await step('tries again, and this time it arrives', async () => {
    others.connector.heal()
    await p.press('Prøv igen')
    await p.waitForText('Sendes igen')
    await picture('campaign-retried')
    await others.connector.waitFor(({ body }) => JSON.stringify(body).includes(question), 30_000)
    await p.say('hvem er ikke nået?')
    ok(!(await p.read()).includes(unreached))
    await picture('campaign-unreached-after')
  })
  await step('calls the question back, and the cards that were sent say so', async () => {
    await p.say('kampagner')
    await p.press('Vis')
    // The list says "I gang", too.
    await p.card().getByRole('button', { name: 'Sæt på pause' }).waitFor()
    await p.waitForText('I gang')
    await picture('campaign')
    // While some are tried again there is more to do than the card takes.
    const callBack = () => p.card().getByRole('button', { name: 'Kald tilbage …', exact: true })
    if ((await callBack().count()) === 0) {
      await p.press('Mere …')
      await picture('campaign-more')
    }
    await callBack().click()
    await p.waitForText('Kald et spørgsmål i ”Ugens refleksion” tilbage?')
    await picture('campaign-call-back')
    await p.press('Ja, kald det tilbage')
    await p.waitForText('Kaldt tilbage.')
    // The card follows what is sent, and stands still then.
    await p.card().getByRole('button', { name: 'Mere …' }).waitFor()
    await picture('campaign-called-back')
    await documentPicture('hr-kaldt-tilbage', 'card')
    await p.page.locator('.ac-adaptiveCard').filter({ hasText: 'HR har kaldt' }).first().waitFor()
    await p.openChannel('Ugens refleksion')
    await p.page.locator('.ac-adaptiveCard').filter({ hasText: 'HR har kaldt' }).first().waitFor()
    await picture('channel-called-back')
  })
  await step('fills in a series, asking for its two roles first where it is about two', async () => {
    await p.openChat()
    await p.say('kampagner')
    await p.press('Færdige serier')
    await p.waitForText('Ny i rollen')
    await picture('series')
    await documentPicture('hr-serier', 'card')
    await p.choose('Kommune', 'Skanderborg Kommune')
    await p.press('Videre')
    await p.waitForText('Kommer fra')
    await p.choose('Kommer fra', 'Leder af medarbejder')
    await p.choose('Er nu', 'Leder af leder')
    await picture('series-roles', { isTouched: true })
    await p.press('Videre')
    await p.waitForText('Trin 1 af 3')
    await picture('series-form')
    await p.press('Videre')
    await p.waitForText('Trin 2 af 3')
    await p.press('Videre')
    await p.waitForText('Trin 2 af 3: Hvilke?')
    await picture('series-questions')
    await p.press('Videre')
    await p.waitForText('Trin 3 af 3')
    await p.choose('Ugedag', weekday)
    await p.press('Forhåndsvis')
    await p.waitForText('Sådan bliver')
    await picture('series-preview')
  })
  await step('shows the year, with what falls on one day and what closed days move', async () => {
    await p.say('årshjul')
    await p.waitForText('Flere samme dag: den')
    await picture('season')
    await documentPicture('hr-aarshjul', { since: 'årshjul' })
    await p.choose('Vis for', 'Leder af leder')
    await p.press('Vis')
    await p.waitForText('Det, rollen Leder af leder får')
    await picture('season-for-role')
  })
  await step('pauses it, lets it go on, and cancels it when asked twice', async () => {
    await p.say('kampagner')
    await p.press('Vis')
    await p.waitForText('I gang')
    await p.press('Sæt på pause')
    await p.waitForText('Sat på pause')
    await picture('campaign-paused')
    await p.press('Fortsæt')
    await p.waitForText('I gang')
    // Where some can be sent to again, that comes first.
    if ((await p.card().getByRole('button', { name: 'Aflys' }).count()) === 0) await p.press('Mere …')
    await p.press('Aflys')
    await p.waitForText('Aflys ”Ugens refleksion”?')
    await picture('campaign-cancel')
    await p.press('Ja, aflys den')
    await p.waitForText('Aflyst')
    await picture('campaign-cancelled')
  })
}
