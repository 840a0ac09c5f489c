import { match, ok, strictEqual } from 'node:assert/strict'
import type { Others } from './others'
import type { Playground } from './playground'
import type { Report } from './report'
import type { Stage } from './stage'

export interface Walk {
  readonly playground: Playground
  readonly others: Others
  readonly step: Report['step']
  /** @param isTouched whether the card has been filled in or folded out */
  readonly picture: (name: string, options?: { readonly isTouched?: boolean }) => Promise<void>
  /** Takes a picture for the documents: the newest card, or the chat from what was said down to it. */
  readonly documentPicture: (name: string, part: 'card' | { readonly since: string }) => Promise<void>
  /** What the bot has logged. */
  readonly log: () => string
  /** The bot's own. */
  readonly timeZone: string
  /** Who sits at the Playground from now on; at first Bente Skovgaard. */
  readonly handTo: Stage['handTo']
  /** The bot's clock goes ahead by so many days, for good. */
  readonly advance: Stage['advance']
}

// Written by a person who tries the bot out, in every sense.
const reflection =
  'Jeg øver mig i at spørge "hvad foreslår du?", før jeg selv løser det – også på de travle dage i påsken.'
const shared = 'Jeg lod dem prøve selv, og det gik.'
// Stands between marks that a client would act on; nobody sees it (src/cards/plain-text.ts).
const wordJoiner = '\u2060'
const injection =
  '<img src=x onerror="window.wasHere=1"> <b>fed</b> **tyk** [klik](https://example.com) {{DATE(x)}} æøå'

/** A leader's first day with Pejling, from the welcome to the team's channel. */
export async function walk({ playground: p, step, picture, documentPicture }: Walk): Promise<void> {
  await step('welcomes who opens the chat', async () => {
    await p.openChat()
    await p.waitForText('Hej, jeg er Pejling')
    await picture('welcome')
  })
  await step('asks for a municipality before it goes on', async () => {
    await p.press('Fortsæt')
    await p.waitForText('Vælg din kommune')
    await picture('welcome-missing', { isTouched: true })
  })
  await step('takes the municipality and asks for the role', async () => {
    await p.choose('Hvilken kommune er du leder i?', 'Skanderborg Kommune')
    await p.press('Fortsæt')
    await p.waitForText('Hvilken rolle har du?')
    await picture('role')
  })
  await step('saves the profile', async () => {
    await p.choose('Hvilken rolle har du?', 'Kontraktholder')
    await p.pressForCard('Gem')
    await p.page.locator('.ac-adaptiveCard').filter({ hasText: 'Din profil' }).getByText('Kontraktholder').waitFor()
    await picture('profile')
  })

  await step('answers what is expected of me, grouped by area', async () => {
    await p.say('hvad forventes der af mig?')
    await p.waitForText('Det forventes af dig som kontraktholder')
    await picture('expectations')
  })
  await step('folds an area out', async () => {
    const hidden = p.card().getByText('Kilde: Kontraktholder › Strategisk ledelse')
    strictEqual(await hidden.isVisible(), false)
    await p.press('Vis eller skjul Strategisk ledelse')
    await hidden.waitFor()
    await picture('expectations-unfolded', { isTouched: true })
  })
  await step('answers the follow-up about pitfalls', async () => {
    await p.say('og faldgruberne?')
    await p.waitForText('Faldgruber for dig som kontraktholder')
    await picture('pitfalls')
  })
  await step('tells how a pitfall may sound', async () => {
    const before = await p.read()
    await p.card().getByRole('button', { name: 'Sådan kan det lyde' }).first().click()
    await picture('pitfalls-unfolded', { isTouched: true })
    ok((await p.read()).includes(before.slice(0, 20)))
  })
  await step('answers for another role than mine', async () => {
    await p.say('hvad forventes der af mig som leder af ledere?')
    await p.waitForText('Det forventes af dig som leder af leder')
    await picture('other-role')
  })
  await step('answers a topic', async () => {
    await p.say('hvad siger grundlaget om psykologisk tryghed?')
    await picture('topic')
  })
  await step('answers a situation', async () => {
    await p.say('jeg ender altid med at løse opgaverne selv')
    await p.waitForText('Det kan du støtte dig til')
    await picture('situation')
    await documentPicture('leder-svar', 'card')
  })
  await step('says what a framework does not hold', async () => {
    await p.say('faldgruber i Sønderborg')
    await p.waitForText('Sønderborgs ledelsesgrundlag nævner ingen faldgruber')
    await picture('absent')
  })
  await step('compares two roles', async () => {
    await p.say('hvad er forskellen på kontraktholder og leder af leder?')
    await p.waitForText('Forskellen på')
    // Not two whole lists: what sets each apart, and what they share.
    await p.waitForText('Kun for leder af leder')
    await p.waitForText('Fælles for begge')
    await picture('compare')
  })
  await step('says what it can do when asked about something else', async () => {
    await p.say('hvad bliver vejret i morgen?')
    await picture('out-of-scope')
  })

  await step('meets somebody in trouble with people to turn to, and nothing else', async () => {
    await p.say('jeg kan ikke mere')
    await p.waitForText('du skal ikke klare det alene')
    ok(!(await p.read()).includes('kan ikke mere'))
    strictEqual(await p.card().getByRole('heading').count(), 0)
    await picture('care')
    await p.say('det er ikke så slemt')
    await p.waitForText('Det er jeg glad for at høre')
    await picture('care-calmed')
  })
  await step('gives a reflection prompt', async () => {
    await p.say('giv mig et spørgsmål')
    await p.waitForText('Dit svar')
    await picture('prompt')
    await documentPicture('leder-spoergsmaal', 'card')
  })
  await step('does not send an empty answer', async () => {
    await p.press('Gem')
    await p.page.getByText('Skriv et svar først').waitFor()
  })
  await step('saves the answer and shows it', async () => {
    await p.fill('Dit svar', reflection)
    await picture('prompt-filled', { isTouched: true })
    await p.press('Gem')
    await p.waitForText('Dit svar er gemt')
    await p.waitForText(reflection)
    await picture('receipt')
  })
  await step('opens the answer to be edited, and leaves it as it was', async () => {
    await p.press('Ret')
    await p.waitForText('Ret dit svar')
    await p.press('Tilbage')
    await p.waitForText('Dit svar er gemt')
    await p.waitForText(reflection)
  })
  await step('lists my reflections by the button on the receipt', async () => {
    await p.press('Mine refleksioner')
    await p.card().getByText('Pejling viser den ikke til andre end dig.').waitFor()
    await p.waitForText(reflection)
    await picture('reflections')
  })
  await step('finds what I have written, in other words than mine', async () => {
    await p.say('hvad skrev jeg om travlhed?')
    await p.waitForText('foreslår du')
    await picture('find')
  })
  await step('shows which areas I have reflected on, as a chart and in words', async () => {
    await p.say('mit overblik')
    await p.waitForText('Områder, der venter')
    // Once in the list and once in the chart, which is left out where a client cannot draw it.
    await p.card().getByText('Folkestyre-sporet', { exact: true }).nth(1).waitFor()
    await picture('coverage')
    await documentPicture('leder-overblik', 'card')
  })
  await step('prepares my talk, and shows it in the chat where no file can be had', async () => {
    await p.say('forbered min LUS')
    await p.waitForText('Forbered din LUS')
    await picture('lus')
    await p.press('Vis i chatten')
    await p.waitForText('Forberedelse til lederudviklingssamtale')
    await p.page.getByText('Fra ledelsesgrundlaget').first().waitFor()
    await picture('lus-page')
  })
  await step('puts a prompt off without losing what was typed', async () => {
    await p.say('giv mig et spørgsmål')
    await p.fill('Dit svar', reflection)
    await p.press('Senere')
    await p.waitForText('Hvornår skal jeg spørge igen?')
    await p.waitForText(reflection)
    await picture('later')
    await p.press('Om en time')
    await p.waitForText('Jeg spørger igen')
    await picture('snoozed')
  })
  await step('skips a prompt', async () => {
    await p.press('Spring over')
    await p.waitForText('Sprunget over')
    await picture('skipped')
  })
  const seesInjection = async () => ok((await p.read()).replaceAll(wordJoiner, '').includes(injection), await p.read())
  await step('shows markup that somebody writes as the text it is', async () => {
    await p.say('giv mig et spørgsmål om delegering')
    await p.fill('Dit svar', injection)
    await p.press('Gem')
    await p.waitForText('Dit svar er gemt')
    await seesInjection()
    await picture('markup-receipt')
    await p.say('mine refleksioner')
    await p.waitForText('Mine refleksioner')
    await seesInjection()
    await picture('markup-reflections')
    await p.say('hvad står der om <b>fed</b> **tyk** [klik](https://example.com)?')
    await picture('markup-question')
    strictEqual(await p.page.evaluate('window.wasHere'), undefined)
    strictEqual(await p.page.locator('.ac-adaptiveCard a, .ac-adaptiveCard b, .ac-adaptiveCard img').count(), 0)
  })

  await step('changes to English', async () => {
    await p.say('english')
    await p.waitForText('Your profile')
    await p.say('what is expected of me?')
    await p.waitForText('What is expected of you')
    await picture('english')
  })
  await step('meets somebody in trouble in English', async () => {
    await p.say('I do not want to live any more')
    await p.waitForText('do not stay alone with it')
    await picture('care-english')
  })
  await step('changes back to Danish', async () => {
    await p.say('dansk')
    await p.waitForText('Din profil')
  })
  await step('answers a press on a card from long ago', async () => {
    const old = p.page
      .locator('.ac-adaptiveCard')
      .filter({ hasText: 'Det forventes af dig som kontraktholder' })
      .first()
    const before = await p.page.locator('.ac-adaptiveCard').count()
    await old.getByRole('button', { name: 'Se faldgruberne i Skanderborg' }).click()
    await p.page.locator('.ac-adaptiveCard').nth(before).waitFor()
    await p.waitForText('Faldgruber for')
  })

  await step('says hello in a channel', async () => {
    await p.openChannel('Ugens refleksion')
    await p.waitForText('Pejling er med')
    await picture('channel-hello')
  })
  await step('answers in the thread when mentioned', async () => {
    await p.postWithMention('hvilke faldgruber er der for en leder af leder i Skanderborg?')
    await p.waitForText('Faldgruber for')
    await picture('channel-answer')
  })
  await step('gives the team a question to talk about, and asks once whose the channel is', async () => {
    await p.postWithMention('giv os et spørgsmål')
    await p.waitForText('Hvilket ledelsesgrundlag er jeres?')
    await picture('channel-prompt')
  })
  await step('gives such a question by the button under an answer, too', async () => {
    await p.postWithMention('hvad siger Skanderborg om feedback?')
    await picture('channel-topic')
    await p.press('Giv os et spørgsmål')
    await p.waitForText('Et spørgsmål til jer')
    await p.waitForText('Ingen har svaret endnu')
    await picture('channel-question')
  })
  await step('shows nothing private in a channel', async () => {
    await p.postWithMention('mine refleksioner')
    const text = await p.read()
    ok(!text.includes(reflection.slice(0, 20)), text)
    match(text, /chat/i)
    await picture('channel-private')
  })
  await step('says no more in a channel to somebody in trouble, whom it meets in their own chat', async () => {
    await p.postWithMention('min kone siger at hun vil dø')
    await p.waitForText('Det viser jeg kun til den, det handler om')
    await p.openChat()
    await p.waitForText('Er nogens liv i fare')
    await picture('care-from-channel')
  })

  await step(
    'shares an answer in the team’s channel when I ask for it, after showing what will stand there',
    async () => {
      await p.openChat()
      await p.say('giv mig et spørgsmål')
      await p.fill('Dit svar', shared)
      await p.press('Gem')
      await p.waitForText('Dit svar er gemt')
      await p.press('Del i kanal …')
      await p.waitForText('Hvor vil du dele dit svar?')
      await p.choose('Kanal', 'Ledergruppen › Ugens refleksion')
      await p.press('Forhåndsvis')
      await p.waitForText('Bente Skovgaard')
      await picture('share-preview')
      await p.press('Del nu')
      await p.waitForText('Delt i Ledergruppen › Ugens refleksion')
      await picture('shared')
      await p.openChannel('Ugens refleksion')
      await p.waitForText(shared)
      await picture('shared-in-channel')
    },
  )

  await step('shows a question, its answer and a prompt on one page', async () => {
    const question = 'hvilke faldgruber er der for mig?'
    await p.openChat()
    await p.say(question)
    await p.waitForText('Faldgruber for dig som kontraktholder')
    await p.say('giv mig et spørgsmål om arbejdsmiljø')
    await p.waitForText('Spring over')
    await documentPicture('chat', { since: question })
  })
}
