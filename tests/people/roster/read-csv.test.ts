import { readCsv } from '../../../src/people/roster/read-csv'

test('reads what a Danish spreadsheet writes: a byte order mark, semicolons, quotes and blank lines', () => {
  const text = '\uFEFFa;b\r\n"Åse ""Å"" Ø";"Børn; unge\r\nog familie"\r\n;\r\n\r\nBo;"x"'
  expect(readCsv(text)).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['Åse "Å" Ø', 'Børn; unge\r\nog familie'] },
    { line: 6, cells: ['Bo', 'x'] },
  ])
  expect(readCsv('a,b\n1, "2,5" ,""\n')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', '2,5', ''] },
  ])
})

test.each([
  ['Excel’s word on the separator', 'sep=;\r\na;b\r\n1;2', 2],
  ['the same in quotes', '"sep=,"\na,b\n1,2', 2],
  ['blank lines', '\n;;\n \na;b\n1;2', 4],
  ['blank lines and then that word', '\n\nsep=;\na;b\n1;2', 4],
  ['nothing, with tabs between', 'a\tb\n1\t2', 1],
  ['nothing, with the line ends of an old Mac', 'a;b\r1;2', 1],
])('a table that begins with %s is read', (_what, text, line) => {
  expect(readCsv(text)).toEqual([
    { line, cells: ['a', 'b'] },
    { line: line + 1, cells: ['1', '2'] },
  ])
})

test.each([
  ['is never closed', 'a;b\nx;1\ny;"Carl;2\nz;3', [3]],
  ['is closed by that of a later field', 'a;b\ny;"Carl\nz;"Dorthe"\nw;"Erik"', [2]],
  ['is closed in the middle of a field', 'a;b\ny;"Carl" Holm\nz;"Bo"', [2]],
  ['is never closed in the first line', '"a;b\nx;1', [1]],
])('tells the line of a quotation mark that %s', (_what, text, lines) => {
  expect(readCsv(text).flatMap(({ misquoted }) => misquoted ?? [])).toEqual(lines)
})
