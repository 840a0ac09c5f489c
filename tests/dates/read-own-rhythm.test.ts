import { readOwnRhythm } from '../../src/dates/read-own-rhythm'

const of = (weekday?: number, time?: string, everyWeeks = 1, topic = '') => ({
  status: 'rhythm',
  weekday,
  time,
  everyWeeks,
  topic,
})

test.each([
  ['send mig et spørgsmål hver fredag kl. 9', of(5, '09:00')],
  ['Send mig et spørgsmål hver fredag kl 9.30', of(5, '09:30')],
  ['Kan du sende mig et spørgsmål hver mandag?', of(1)],
  ['kan du ikke give mig et spørgsmål hver mandag', of(1)],
  ['giv mig et refleksionsspørgsmål hver anden uge om torsdagen kl. 8 om delegering', of(4, '08:00', 2, 'delegering')],
  ['spørg mig hver anden tirsdag om feedback', of(2, undefined, 2, 'feedback')],
  ['jeg vil gerne have et spørgsmål hver uge', of()],
  ['jeg vil gerne have et ugentligt spørgsmål om tillid', of(undefined, undefined, 1, 'tillid')],
  ['hver fredag kl. 9', of(5, '09:00')],
  ['hver anden onsdag kl. 14:15', of(3, '14:15', 2)],
  ['send me a question every Friday at 9 am', of(5, '09:00')],
  ['give me a question every other week on Monday at 2 pm about delegation', of(1, '14:00', 2, 'delegation')],
  ['send mig et spørgsmål hver dag', { status: 'daily' }],
  ['ask me a question every day', { status: 'daily' }],
  ['send mig et spørgsmål hver fredag kl. 25', { status: 'no-such-time', said: 'kl. 25' }],
  ['send mig et spørgsmål hver fredag kl. 9.75', { status: 'no-such-time', said: 'kl. 9.75' }],
])('%s', (text, expected) => expect(readOwnRhythm(text)).toEqual(expected))

test.each([
  ['et spørgsmål hver tirsdag kl. 9', of(2, '09:00')],
  ['Et spørgsmål hver anden tirsdag om tillid', of(2, undefined, 2, 'tillid')],
  ['giv os et spørgsmål hver tirsdag kl. 9', of(2, '09:00')],
  ['kan vi få et spørgsmål hver mandag?', of(1)],
  ['vi vil gerne have et spørgsmål hver uge om feedback', of(undefined, undefined, 1, 'feedback')],
  ['spørg os hver torsdag kl. 14', of(4, '14:00')],
  ['send us a question every Tuesday at 9 am', of(2, '09:00')],
  ['giv os et spørgsmål hver dag', { status: 'daily' }],
  ['giv os et spørgsmål hver anden dag', { status: 'daily' }],
  ['giv os et spørgsmål om ugen', of()],
  ['giv os et spørgsmål hver måned', { status: 'monthly' }],
  ['giv os et spørgsmål en gang om måneden', { status: 'monthly' }],
  ['giv os et spørgsmål hver 14. dag om tillid', of(undefined, undefined, 2, 'tillid')],
  ['give us a question every two weeks', of(undefined, undefined, 2)],
  ['et spørgsmål hver tirsdag kl. 25', { status: 'no-such-time', said: 'kl. 25' }],
])('for all who are there: %s', (text, expected) => expect(readOwnRhythm(text, 'ours')).toEqual(expected))

test.each([
  'giv mig et spørgsmål hver tirsdag kl. 9',
  'vi giver os selv et spørgsmål om ugen',
  'et spørgsmål hver dag er for meget',
  'et spørgsmål hver uge hjælper ledere med at holde fokus',
  'vi har et møde hver tirsdag kl. 9',
  'hvordan kan vi få tid til hinanden hver uge?',
])('for all who are there: %s: nothing of the kind', (text) => expect(readOwnRhythm(text, 'ours')).toBeUndefined())

test.each([
  'vi holder møde hver fredag kl. 9',
  'jeg har en medarbejder, der kommer for sent hver dag',
  'hvad siger grundlaget om ugentlige møder?',
  'hvordan følger jeg op hver uge?',
  'giv mig et spørgsmål',
  'giv mig et spørgsmål om tillid',
  'hver eneste gang glemmer vi det',
  'jeg spørger ind til trivslen hver uge og får et godt svar',
  'fredag',
  'jeg stiller mine medarbejdere et spørgsmål hver mandag',
  'jeg vil gerne stille dem et spørgsmål hver uge',
  'send mig ikke et spørgsmål hver uge',
  'hvor mange spørgsmål om ugen får jeg?',
  'jeg får tyve spørgsmål om ugen fra mine medarbejdere',
])('%s: nothing of the kind', (text) => expect(readOwnRhythm(text)).toBeUndefined())

test('a very long text is no wish of the kind', () => {
  expect(readOwnRhythm(`send mig et spørgsmål hver fredag ${'a '.repeat(200)}`)).toBeUndefined()
})
