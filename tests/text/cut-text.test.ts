import { cutText } from '../../src/text/cut-text'

const family = '👨‍👩‍👧‍👦'
test.each([
  ['Ledelse', 10, 'Ledelse'],
  ['Ledelse', 7, 'Ledelse'],
  ['Ledelse', 4, 'Lede'],
  ['Godt 🙂 gået', 6, 'Godt '],
  ['Godt 🙂 gået', 7, 'Godt 🙂'],
  [`Os ${family}!`, 8, 'Os '],
  [`Os ${family}!`, 3 + family.length, `Os ${family}`],
  ['Flag 🇩🇰🇩🇰', 7, 'Flag '],
  ['Flag 🇩🇰🇩🇰', 9, 'Flag 🇩🇰'],
  ['A\u030Ae', 1, ''],
  ['👍🏽 ja', 2, ''],
])('“%s” cut at %i is “%s”', (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut)
})

test('a letter under an endless pile of accents is cut all the same', () => {
  expect(cutText(`e${'\u0301'.repeat(5000)}`, 100)).toHaveLength(100)
})
