import { visibleText } from '../../src/text/visible-text'

test.each([
  ['a soft hyphen', 'mine ref\u00ADleksioner', 'mine refleksioner'],
  ['blanks without width', 'hj\u200Bæ\u2060lp\uFEFF', 'hjælp'],
  ['marks of direction', '\u200Ehej\u202E', 'hej'],
  ['a blank that does not break', 'mine\u00A0data', 'mine data'],
  ['letters in two parts', 'Bo\u0308rn pa\u030A', 'Börn på'],
  ['nothing else at all', '\u200B\u200D\u00AD', ''],
])('%s is taken away or made plain', (_what, text, seen) => expect(visibleText(text)).toBe(seen))

test.each(['👩‍👩‍👧 og 👍🏽 og 🏳️‍🌈', 'æøå ÆØÅ é', 'a-b – c', 'linje\r\nlinje\tto'])('“%s” stays as it is', (text) =>
  expect(visibleText(text)).toBe(text),
)
