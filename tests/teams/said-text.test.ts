import { saidText } from '../../src/teams/said-text'

const recipient = { id: '28:bot', name: 'Pejling' }
const bot = { type: 'mention', mentioned: { id: '28:bot' }, text: '<at>Pejling</at>' }
const mette = { type: 'mention', mentioned: { id: '29:mette' }, text: '<at>Mette</at>' }
const said = (text: unknown, entities: unknown = [bot, mette]) => saidText({ text, entities, recipient } as never)

test.each([
  ['the bot’s own name', '<at>Pejling</at> hvad forventes der?', 'hvad forventes der?'],
  ['the bot’s own name in the middle', 'hej <at id="0">Pejling</at>, hjælp', 'hej  , hjælp'],
  ['a quoted message', '<quoted messageId="1"/>\r\nJeg lyttede mere', 'Jeg lyttede mere'],
  ['the place of an attachment', '<attachment id="7f0c"></attachment> se her', 'se her'],
  ['what nobody sees', 'mine ref\u00ADleksioner', 'mine refleksioner'],
])('%s is none of the person’s words', (_what, text, words) => expect(said(text)).toBe(words))

test.each([
  ['somebody else’s name', 'Jeg talte med <at>Mette</at> om det', 'Jeg talte med Mette om det'],
  ['somebody else who comes first', '<at>Mette</at> og jeg er uenige', 'Mette og jeg er uenige'],
  ['a comparison', '3 < 4 og 5 > 2', '3 < 4 og 5 > 2'],
  ['a word that only begins like a tag', '<atlas> er et værk', '<atlas> er et værk'],
  ['an open tag without an end', 'se <at', 'se <at'],
])('%s stays', (_what, text, words) => expect(said(text)).toBe(words))

test('where Teams does not say who is mentioned, the name a message begins with is the bot’s', () => {
  expect(said('<at>Pejling</at> spørg <at>Mette</at>', [])).toBe('spørg Mette')
  expect(said('<at>Pejling</at> hej', 'x')).toBe('hej')
})

test('where Teams says that somebody else is mentioned, and nothing of the bot, the name stays wherever it stands', () => {
  expect(saidText({ text: '<at>Mette</at> og jeg', entities: [mette], recipient } as never)).toBe('Mette og jeg')
  const unlike = { ...bot, mentioned: { id: 'another id' } }
  expect(saidText({ text: '<at>Pejling</at> hej', entities: [unlike], recipient } as never)).toBe('hej')
})

test.each([null, undefined, 5, ['hej'], {}])('no text at all (%p) is an empty one', (text) =>
  expect(said(text)).toBe(''),
)

// A look that goes back at each tag would take minutes for this, and the test would not end in time.
test.each(['<at ', '<at>', '<at>x', '<', '</at>', '<quoted ', '<attachment id="', '>', '<at <at>'])(
  '2 MB of “%s” are read once',
  (part) => {
    expect(said(part.repeat(2_000_000 / part.length)).length).toBeLessThan(2_000_001)
  },
)
