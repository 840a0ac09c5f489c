import { startApp, type TestApp } from '../support/app'
import { buttonsOf, markdownOf, textOf, titleOf } from '../support/card-text'
import { da, en, saying } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
// A Tuesday.
beforeEach(() => app.clock.set('2026-03-10T08:00:00.000Z'))

const stored = (id: string) => app.rows().find((row) => row.container === 'leaders' && row.id === id)?.body

async function somebody() {
  const person = app.person()
  await person.chooseProfile('odder', 'stabschef')
  return person
}

test.each([
  ['pause til 1. august', '2026-08-01', 'lørdag den 1. august'],
  ['hold pause til på mandag', '2026-03-16', 'mandag den 16. marts'],
  ['Pause 3 uger', '2026-03-31', 'tirsdag den 31. marts'],
  ['pause til 1/2', '2027-02-01', 'mandag den 1. februar 2027'],
  ['Jeg er på ferie til 1. august', '2026-08-01', 'lørdag den 1. august'],
  ['stop til på mandag', '2026-03-16', 'mandag den 16. marts'],
  ['ingen spørgsmål i tre uger', '2026-03-31', 'tirsdag den 31. marts'],
  ['pause until 1 August', '2026-08-01', 'lørdag den 1. august'],
  ['pause for 3 weeks', '2026-03-31', 'tirsdag den 31. marts'],
])('“%s” pauses, and says what that means', async (text, date, said) => {
  const person = await somebody()
  const card = textOf(await person.ask(text))
  expect(card).toContain(da('pause.set.text', { date: said }))
  expect(stored(person.id)).toMatchObject({ pausedFrom: null, pausedUntil: date, stopped: false })
  expect(markdownOf(await person.ask('min profil'))).toMatch(saying('pause.until'))
})

test.each([
  ['pause i påsken', '2026-04-02', '2026-04-07', 'fra torsdag den 2. april til og med mandag den 6. april'],
  ['pause hele juli', '2026-07-01', '2026-08-01', 'fra onsdag den 1. juli til og med fredag den 31. juli'],
  [
    'pause fra mandag til fredag',
    '2026-03-16',
    '2026-03-21',
    'fra mandag den 16. marts til og med fredag den 20. marts',
  ],
  ['pause i uge 42', '2026-10-12', '2026-10-19', 'fra mandag den 12. oktober til og med søndag den 18. oktober'],
  [
    'jeg holder ferie i uge 28 og 29',
    '2026-07-06',
    '2026-07-20',
    'fra mandag den 6. juli til og med søndag den 19. juli',
  ],
])('“%s” plans a pause, and names both dates', async (text, from, until, said) => {
  const person = await somebody()
  expect(textOf(await person.ask(text))).toContain(said)
  expect(stored(person.id)).toMatchObject({ pausedFrom: from, pausedUntil: until })
  expect(markdownOf(await person.ask('min profil'))).toMatch(saying('pause.during'))
  // Nothing is over before it has begun.
  expect((await person.say('hjælp')).cards).toHaveLength(1)
})

test.each([
  ['pause 1. august', ['Til den 1. august', 'Kun den 1. august'], { pausedFrom: null, pausedUntil: '2026-08-01' }],
  ['pause til marts', ['Til den 1. marts 2027'], { pausedFrom: null, pausedUntil: '2027-03-01' }],
  [
    'pause i sommerferien',
    ['Fra 1. juli til og med 31. juli'],
    { pausedFrom: '2026-07-01', pausedUntil: '2026-08-01' },
  ],
  ['jeg har fri fra på mandag', ['En uge'], { pausedFrom: '2026-03-16', pausedUntil: '2026-03-23' }],
])('“%s” is asked back with buttons, and the first does what it says', async (text, titles, expected) => {
  const person = await somebody()
  const card = await person.ask(text)
  expect(stored(person.id)).toMatchObject({ pausedUntil: null })
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(expect.arrayContaining(titles))
  const { replaced } = await person.send('pause.set', buttonsOf(card)[0]?.data)
  expect(titleOf(replaced)).toBe(da('pause.set.title'))
  expect(stored(person.id)).toMatchObject(expected)
})

test('“jeg er på ferie” asks how long', async () => {
  const person = await somebody()
  expect(titleOf(await person.ask('jeg er på ferie'))).toBe(da('pause.ask.title'))
})

test.each([
  'min souschef er på ferie til mandag, og jeg drukner i opgaver',
  'hvordan sikrer jeg driften, når jeg er på ferie i juli?',
  'vi holder ferie i juli uden at aftale det i ledelsen',
])('“%s” tells or asks something and pauses nothing', async (text) => {
  const person = await somebody()
  await person.say(text)
  expect(stored(person.id)).toMatchObject({ pausedUntil: null, stopped: false })
})

test('“start” after “stop” starts again, and is the profile for everybody else', async () => {
  const person = await somebody()
  await person.say('stop')
  expect(titleOf(await person.ask('start'))).toBe(da('pauseEnded.title'))
  expect(stored(person.id)).toMatchObject({ stopped: false })
  expect(titleOf(await person.ask('start'))).toBe(da('profile.title'))
})

test('who has stopped them is told so below a prompt, and beside a pause that ends the stop', async () => {
  const person = await somebody()
  await person.say('stop')
  const { cards } = await person.say('giv mig et spørgsmål')
  expect(cards.map(titleOf)).toEqual([da('prompt.title'), da('pauseStopped.title')])
  expect(textOf(await person.ask('pause 3 uger'))).toContain(da('pause.set.wasStopped'))
})

test('“pause” alone asks how long, and a button answers', async () => {
  const person = await somebody()
  const card = await person.ask('hold pause')
  expect(titleOf(card)).toBe(da('pause.ask.title'))
  const { replaced } = await person.press(card, 'pause.set')
  expect(titleOf(replaced)).toBe(da('pause.set.title'))
  expect(stored(person.id)).toMatchObject({ pausedUntil: '2026-03-17' })
})

test.each([
  ['pause til 1. januar 2020', 'past'],
  ['pause i 3 år', 'too-far'],
  ['pause til 31. februar', 'no-such-date'],
  ['pause til engang', 'unclear'],
])('“%s” is refused in words, and nothing changes', async (text, fault) => {
  const person = await somebody()
  expect(textOf(await person.ask(text))).toContain(da(`pause.fault.${fault}`))
  expect(stored(person.id)).toMatchObject({ pausedUntil: null })
})

test('a question that begins with “pause” is answered as a question', async () => {
  const person = await somebody()
  expect(textOf(await person.ask('pauser i hverdagen, hvad siger grundlaget om dem?'))).not.toContain(
    da('pause.fault.unclear'),
  )
})

test('“stop” stops, the profile says so, and “start igen” starts again', async () => {
  const person = await somebody()
  expect(textOf(await person.ask('stop'))).toContain(da('pause.stopped.text'))
  expect(stored(person.id)).toMatchObject({ stopped: true, pausedUntil: null })
  expect(markdownOf(await person.ask('min profil'))).toContain(da('pause.stopped.short'))
  expect(titleOf(await person.ask('start igen'))).toBe(da('pauseEnded.title'))
  expect(stored(person.id)).toMatchObject({ stopped: false })
  expect(titleOf(await person.ask('start igen'))).toBe(da('pauseNone.title'))
})

test('a pause ends by itself: who writes after it is welcomed back once, after the answer', async () => {
  const person = await somebody()
  await person.say('pause til 12. marts')
  app.clock.set('2026-03-11T22:59:00.000Z')
  expect((await person.say('hjælp')).cards).toHaveLength(1)
  // Midnight in Copenhagen.
  app.clock.set('2026-03-11T23:00:00.000Z')
  const { cards } = await person.say('hjælp')
  expect(cards.map(titleOf)).toEqual([expect.any(String), da('pauseOver.title')])
  expect((await person.say('hjælp')).cards).toHaveLength(1)
  expect(stored(person.id)).toMatchObject({ pausedUntil: null })
})

test('who writes twice at once after the pause is welcomed back once', async () => {
  const person = await somebody()
  await person.say('pause til 12. marts')
  app.clock.set('2026-03-13T08:00:00.000Z')
  const seen = await Promise.all([person.say('hjælp'), person.say('min profil')])
  expect(
    seen.flatMap(({ cards }) => cards.map(titleOf)).filter((title) => title === da('pauseOver.title')),
  ).toHaveLength(1)
})

test('a new pause in the first words after the old one is no welcome back', async () => {
  const person = await somebody()
  await person.say('pause til 12. marts')
  app.clock.set('2026-03-13T08:00:00.000Z')
  expect((await person.say('pause 2 uger')).cards.map(titleOf)).toEqual([da('pause.set.title')])
})

test('in English the words are English', async () => {
  const person = await somebody()
  await person.say('english')
  expect(textOf(await person.ask('pause until next Friday'))).toContain(
    en('pause.set.text', { date: 'Friday 20 March' }),
  )
  expect(titleOf(await person.ask('start again'))).toBe(en('pauseEnded.title'))
})

test('in a channel nothing is paused', async () => {
  const person = await somebody()
  await person.mention('pause 3 uger')
  expect(stored(person.id)).toMatchObject({ pausedUntil: null })
})
