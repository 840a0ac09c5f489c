import type { Walk } from './walk'

const [bente, soren, amina] = ['Bente Skovgaard', 'Søren Østergaard', 'Amina Yıldız'] as const
const channel = 'Ugens refleksion'
const question = 'bad om spørgsmålet'
/** So far the clock has gone ahead when the team agrees on a day. */
const daysAhead = 31 + 16
const dayMs = 24 * 3600_000
const agreed = 'Vi begynder hvert ledermøde med en sag, hvor vi er i tvivl.'
const edited = 'Vi begynder med en sag, hvor vi er i tvivl, og slutter til tiden.'

/** A leadership team of three: from a question to an agreement, and weeks later to what became of it. */
export async function walkTeam({ playground: p, step, picture, handTo, advance }: Walk): Promise<void> {
  await step('lets one of them say whose the channel is, and which group they are', async () => {
    handTo(amina)
    await p.openChannel(channel)
    await p.postWithMention('vores ledelsesgrundlag')
    await p.turnTo('Hvilket ledelsesgrundlag er jeres?')
    await p.choose('Kommune', 'Skanderborg Kommune')
    await p.press('Videre')
    await p.turnTo('Hvilken gruppe er I i Skanderborg?')
    await picture('team-group')
    // The Playground goes on offering the choices of the card before until the channel is opened anew.
    await p.openChat()
    await p.openChannel(channel)
    await p.turnTo('Hvilken gruppe er I i Skanderborg?')
    await p.choose('Gruppe', 'Direktionen')
    await p.press('Gem')
    await p.turnTo('Her bruger vi ledelsesgrundlaget i Skanderborg')
    await picture('team-place')
  })
  await step('gives the team a question with its source, and says who asked', async () => {
    handTo(bente)
    await p.postWithMention('giv os et spørgsmål')
    await p.turnTo(question)
    await picture('team-question')
  })
  await step('posts what two of them answer under their names, and counts them', async () => {
    handTo(soren)
    await p.turnTo(question)
    await p.fill('Dit svar – alle i ”Ugens refleksion” kan læse det', 'At vi tør sige, når vi er i tvivl.')
    await p.press('Svar')
    await p.waitForText('1 har svaret')
    handTo(amina)
    await p.fill('Dit svar – alle i ”Ugens refleksion” kan læse det', 'At beslutningen bliver fulgt til dørs.')
    await p.press('Svar')
    await p.waitForText('2 har svaret')
    await picture('team-counted')
    await p.turnTo('Amina Yıldız svarer')
    await picture('team-answer')
  })
  await step('lets the writer alone edit an answer', async () => {
    await p.turnTo('Søren Østergaard svarer')
    await p.press('Ret')
    await p.page.getByText('Det kan kun den, der har skrevet svaret.').first().waitFor()
    handTo(soren)
    await p.press('Ret')
    await p.turnTo('Ret dit svar')
    await p.fill('Dit svar – alle her kan læse det', 'At vi tør sige højt, når vi er i tvivl.')
    await p.press('Gem')
    await p.turnTo('At vi tør sige højt')
  })
  await step('asks what they agreed, and wants some words for it', async () => {
    handTo(amina)
    await p.turnTo(question)
    await p.press('Afslut')
    await p.turnTo('Hvad aftalte I?')
    await picture('team-agree')
    await p.press('Gem aftalen')
    await p.waitForText('Skriv med et par ord, hvad I aftalte.')
  })
  await step('posts the agreement in the thread, and the question has ended', async () => {
    await p.fill('Jeres aftale – alle her kan læse den', agreed)
    await p.fill('Hvem gør det? (kan stå tomt)', 'Hele gruppen')
    await p.press('Gem aftalen')
    await p.turnTo('Skrevet ned af Amina')
    await picture('team-agreement')
    await p.turnTo(question)
    await p.waitForText('Afsluttet med en aftale.')
    await picture('team-ended')
  })
  await step('lets its writer alone edit the agreement', async () => {
    handTo(soren)
    await p.turnTo('Skrevet ned af Amina')
    await p.press('Ret')
    await p.page.getByText('Det kan kun den, der skrev aftalen ned.').first().waitFor()
    handTo(amina)
    await p.press('Ret')
    await p.turnTo('Ret aftalen')
    await picture('team-edit')
    await p.fill('Jeres aftale – alle her kan læse den', edited)
    await p.press('Gem')
    await p.turnTo(edited)
    await picture('team-edited')
  })
  await step('comes back four weeks later and asks in the thread what became of it', async () => {
    advance(31)
    await p.page.getByText('Hvad blev der af det?').first().waitFor({ timeout: 60_000 })
    await p.turnTo('Hvordan står det til med aftalen?')
    await p.waitForText(edited)
    await picture('team-followed-up')
  })
  await step('takes the word of another of them, and comes back to it once more', async () => {
    handTo(soren)
    await p.choose('Hvordan står det til med aftalen?', 'Det er i gang')
    await p.fill(
      'Et par ord med på vejen – alle her kan læse dem (kan stå tomt)',
      'Vi glemmer det, når dagsordenen er lang.',
    )
    await p.press('Gem')
    await p.turnTo('Vi glemmer det, når dagsordenen er lang.')
    await picture('team-underway')
    await p.press('Spørg om 2 uger')
    // Only then it is known for which day.
    await p.page.getByText('Spørg om 2 uger').first().waitFor({ state: 'hidden' })
    advance(16)
    await p.page.getByText('Hvordan står det til med aftalen?').first().waitFor({ timeout: 60_000 })
  })
  await step('lists what they have agreed', async () => {
    handTo(bente)
    await p.postWithMention('vores aftaler')
    await p.waitForText(edited)
    await picture('team-agreements')
  })
  await step('gives them a question every week from now on, and says who asked for it', async () => {
    handTo(soren)
    const aheadMs = daysAhead * dayMs
    // Half an hour ago: a week later it is the hour, wherever the walk is taken; on a weekend it is Monday, since nothing is sent then.
    const ago = new Date(Date.now() + aheadMs - 30 * 60_000)
    const ofWeek = ago.toLocaleString('en', { timeZone: 'Europe/Copenhagen', weekday: 'short' })
    const at = new Date(ago.getTime() + (ofWeek === 'Sat' ? 2 : ofWeek === 'Sun' ? 1 : 0) * dayMs)
    const [day, time] = [{ weekday: 'long' }, { timeStyle: 'short' }].map((part) =>
      at.toLocaleString('da', { timeZone: 'Europe/Copenhagen', ...(part as Intl.DateTimeFormatOptions) }),
    )
    await p.postWithMention(`et spørgsmål hver ${day} kl. ${time}`)
    await p.turnTo('Søren Østergaard har bedt om det')
    await picture('team-rhythm')
    advance(7)
    // A holiday moves it by some days.
    for (let days = 0; days < 5; days++) {
      const came = p.page.getByText('Jeres faste spørgsmål. Søren Østergaard').first()
      if (
        await came.waitFor({ timeout: 45_000 }).then(
          () => true,
          () => false,
        )
      )
        break
      advance(1)
    }
    await p.turnTo('Jeres faste spørgsmål. Søren Østergaard')
    await picture('team-rhythm-question')
  })
  await step('lets another of them change it from the card, and stop it', async () => {
    handTo(bente)
    await p.press('Ret fast spørgsmål')
    await p.turnTo('Vælg, hvornår jeg skal stille jer')
    await picture('team-rhythm-form')
    await p.choose('Hvor tit', 'Hver anden uge')
    await p.press('Gem')
    await p.turnTo('Bente Skovgaard har bedt om det')
    await p.postWithMention('stop')
    await p.waitForText('I får ikke jeres faste spørgsmål mere')
  })
  await step('prepares a meeting from the framework’s own points', async () => {
    await p.postWithMention('forbered ledermøde om samarbejde på tværs')
    await p.waitForText('Oplæg til ledermøde: samarbejde på tværs')
    await picture('team-meeting')
  })
  await step('sends it to the chat of whoever asks for it', async () => {
    await p.press('Send mig den som fil')
    await p.waitForText('Sendt til Bente Skovgaard i egen chat')
    await p.openChat()
    await p.waitForText('Hent som Word-fil')
    await picture('team-meeting-own')
  })
  await step('starts the meeting’s discussion in the channel, once', async () => {
    await p.openChannel(channel)
    await p.turnTo('Oplæg til ledermøde: samarbejde på tværs')
    await p.press('Start drøftelsen her')
    await p.turnTo('Ingen har svaret endnu')
    await picture('team-meeting-started')
    await p.turnTo('Oplæg til ledermøde: samarbejde på tværs')
    await p.press('Start drøftelsen her')
    await p.page.getByText('Drøftelsen er allerede i gang').first().waitFor()
  })
}
