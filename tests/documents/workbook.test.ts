import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readTable } from '../../src/documents/read-table'
import { writeWorkbook } from '../../src/documents/write-workbook'

const sheet = (rows: string, more: Record<string, string> = {}, book = '<sheet name="A" sheetId="1" r:id="rId1"/>') =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries({
          'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${book}</sheets></workbook>`,
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
          ...more,
        }).map(([name, xml]) => [name, strToU8(xml)]),
      ),
      { level: 1 },
    ),
  )
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const cells = async (bytes: Buffer) => (await readTable(bytes)).map((row) => row.cells)
const fault = (bytes: Buffer): Promise<unknown> =>
  readTable(bytes).then(
    ({ length }) => length,
    (error: { say?: { key: string } }) => error.say?.key ?? error,
  )

test('what is written is read again, letters and all, and the same content makes the same bytes', async () => {
  const rows = [
    ['Åse Bæk', 'ase@kommune.dk', 7],
    ['"Bo" & <Co>', '', 0],
  ]
  const made = writeWorkbook([{ name: 'Ledere/[nye]', head: ['Navn', 'E-mail', 'Nr.'], rows }])
  expect(await cells(made)).toEqual([
    ['Navn', 'E-mail', 'Nr.'],
    ['Åse Bæk', 'ase@kommune.dk', '7'],
    ['"Bo" & <Co>', '', '0'],
  ])
  expect(made.equals(writeWorkbook([{ name: 'Ledere/[nye]', head: ['Navn', 'E-mail', 'Nr.'], rows }]))).toBe(true)
})

test('a text that would be a formula is written as a text that stays one', async () => {
  const made = writeWorkbook([{ name: 'A', head: ['x'], rows: [['=HYPERLINK("http://x")'], ['@SUM(1)'], ['Ea']] }])
  const xml = strFromU8(unzipSync(new Uint8Array(made))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(xml).not.toContain('<f>')
  expect(xml.match(/s="2" t="inlineStr"/g)).toHaveLength(2)
  expect((await cells(made))[1]).toEqual(['=HYPERLINK("http://x")'])
})

test('a formula counts as what it shows, an error as its name, and a row keeps the number it has in Excel', async () => {
  const rows = `<row r="1">${inline('Navn')}</row><row r="4"><c r="B4"><f>1+1</f><v>2</v></c><c r="D4" t="e"><v>#REF!</v></c></row>`
  expect(await readTable(sheet(rows))).toEqual([
    { line: 1, cells: ['Navn'], misquoted: undefined },
    { line: 4, cells: ['', '2', '', '#REF!'], misquoted: undefined },
  ])
})

test('shared texts are put together from their runs, without how they are to be spoken', async () => {
  const strings = '<sst><si><r><t>Åse</t></r><r><t xml:space="preserve"> Bæk</t></r><rPh><t>aase</t></rPh></si></sst>'
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
  expect(await cells(sheet(rows, { 'xl/sharedStrings.xml': strings }))).toEqual([['Åse Bæk']])
})

test('the first visible sheet that has anything counts', async () => {
  const second = {
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData><row>${inline('to')}</row></sheetData></worksheet>`,
  }
  const both = (state: string) => `<sheet name="A" ${state} r:id="rId1"/><sheet name="B" r:id="rId2"/>`
  expect(await cells(sheet(`<row>${inline('et')}</row>`, second, both('')))).toEqual([['et']])
  expect(await cells(sheet(`<row>${inline('et')}</row>`, second, both('state="hidden"')))).toEqual([['to']])
  expect(await cells(sheet('', second, both('')))).toEqual([['to']])
})

test('text is read in the codes that Danish spreadsheets save it in', async () => {
  const text = 'Navn;Enhed\r\nÅse;Børn\r\n'
  const latin = Buffer.from(text, 'latin1')
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll(';', '\t'), 'utf16le')])
  for (const bytes of [Buffer.from(text), latin, wide]) {
    expect(await cells(bytes)).toEqual([
      ['Navn', 'Enhed'],
      ['Åse', 'Børn'],
    ])
  }
})

test.each<[string, Buffer, string]>([
  ['a file with a password, or an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheet.fault.locked'],
  ['a ZIP file that is cut', sheet('<row></row>').subarray(0, 200), 'sheet.fault.broken'],
  ['sheets that are no XML', sheet('<row><c></row>'), 'sheet.fault.broken'],
  ['a Word file', Buffer.from(zipSync({ 'word/document.xml': strToU8('<a/>') })), 'sheet.fault.kind'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'sheet.fault.kind'],
])('%s is told from a table', async (_what, bytes, key) => {
  expect(await fault(bytes)).toBe(key)
})

describe('a file that is small and grows', () => {
  const huge = `<row>${inline('x'.repeat(1000))}</row>`.repeat(70_000)

  test('is left unread beyond its bound, whatever it says of its own size', async () => {
    const honest = sheet(huge)
    expect(honest.length).toBeLessThan(1_000_000)
    expect(await fault(honest)).toBe('sheet.fault.large')
    // The size of the unpacked sheet, wherever it is told.
    const size = Buffer.alloc(4)
    size.writeUInt32LE(`<worksheet><sheetData>${huge}</sheetData></worksheet>`.length)
    const lying = Buffer.from(honest)
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size)) lying.writeUInt32LE(10, at)
    expect(await fault(lying)).toBe('sheet.fault.large')
  })

  test('by a cell in the last corner costs no more than the cell', async () => {
    expect(await fault(sheet(`<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>`))).toBe(
      'sheet.fault.large',
    )
    expect(await cells(sheet(`<row r="1048576"><c r="B1048576" t="inlineStr"><is><t>x</t></is></c></row>`))).toEqual([
      ['', 'x'],
    ])
  })

  test('by names that stand for more names is not followed', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const rows = `<worksheet><sheetData><row>${inline('&b;')}</row></sheetData></worksheet>`
    expect(await fault(sheet('', { 'xl/worksheets/sheet1.xml': bomb + rows }))).toBe('sheet.fault.broken')
  })
})
