import { readCsv } from '../../../src/people/roster/read-csv'
import { readRoster } from '../../../src/people/roster/read-roster'
import { knowledge, texts } from '../../support/kept'

const id = (n: number) => `${n}0000000-0000-4000-8000-000000000000`
const read = (text: string, home: string | null = 'skanderborg') => {
  const { library, readTitle } = knowledge
  return readRoster(readCsv(text), { library, readTitle, home })
}
const key = (text: string, home?: string | null) => {
  try {
    return read(text, home).faults.map(({ line, say }) => `${line} ${say.key.replace('roster.fault.', '')}`)
  } catch (error) {
    const say = (error as { say?: { key: string; params?: object } }).say
    expect(texts('da', say?.key ?? '', { ...say?.params })).not.toMatch(/[{}]/)
    return say?.key.replace('roster.fault.', '')
  }
}

test.each<[string, string]>([
  ['Danish headings', 'Navn;E-mail;Kommune;Titel;Afdeling'],
  ['Danish headings in another case', 'FULDE NAVN;e-mailadresse;kommune;Stillingsbetegnelse;Forvaltning'],
  ['English headings', 'Name;Mail;Municipality;Job title;Department'],
  ['those of an export from Entra', 'displayName;userPrincipalName;kommune;jobTitle;department'],
])('reads %s', (_what, head) => {
  const { lines, faults, skipped, columns } = read(
    `${head}\nÅse Bæk;Aase@Kommune.dk;Odder Kommune;Stabschef;Skole`,
    null,
  )
  expect([faults, skipped]).toEqual([[], []])
  expect(columns).toEqual(['name', 'framework', 'role', 'unit'])
  expect(lines).toMatchObject([
    { name: 'Åse Bæk', addresses: ['aase@kommune.dk'], framework: 'odder', role: 'stabschef', unit: 'Skole' },
  ])
})

test('first and last name are put together, and both addresses of an export are kept', () => {
  const { lines } = read('Fornavn;Efternavn;mail;userPrincipalName\nÅse;Bæk;aase@k.dk;AAB@k.dk')
  expect(lines).toMatchObject([{ name: 'Åse Bæk', addresses: ['aase@k.dk', 'aab@k.dk'], framework: null, role: null }])
})

test('columns that nobody asked for are skipped and told, also where two mean the same', () => {
  const { skipped, lines } = read('e-mail;Løn;Forvaltning;Afdeling;Fødselsdag\na@k.dk;1;Børn og Unge;Skole;2')
  expect(skipped).toEqual(['Løn', 'Forvaltning', 'Fødselsdag'])
  expect(lines).toMatchObject([{ unit: 'Skole' }])
})

test.each<[string, string | null]>([
  ['kontraktholder', 'kontraktholder'],
  ['Kontraktholder', 'kontraktholder'],
  ['Leder af leder', 'leder-af-leder'],
  ['Skoleleder', 'kontraktholder'],
  ['Skoleleder, Havneskolen', 'kontraktholder'],
  ['Skoleleder (Havneskolen)', 'kontraktholder'],
  ['Direktør', 'direktoer'],
  ['Pædagog', null],
  ['Medarbejder', null],
  ['Lederens assistent', null],
  ['Ceremonimester', null],
  ['=HYPERLINK("http://x")', null],
])('the title %p is read as %p', (title, role) => {
  expect(read(`e-mail;titel\na@k.dk;"${title.replaceAll('"', '""')}"`).lines).toMatchObject([{ said: title, role }])
})

test.each<[string, string, string[]]>([
  ['no id and no address', 'e-mail;navn\n;Ea', ['2 nobody']],
  ['an address that is none', 'e-mail\nea hos kommunen', ['2 email']],
  ['an id that is none', 'object id\n12345', ['2 objectId']],
  ['a municipality that is not here', 'e-mail;kommune\na@k.dk;Narnia', ['2 framework']],
  ['a zone that is none', 'e-mail;tidszone\na@k.dk;Kbh', ['2 timeZone']],
  ['a field without a heading', 'e-mail;navn\na@k.dk;Ea;odder', ['2 cells']],
  ['letters of another code', 'e-mail;navn\na@k.dk;JÃ¸rgen', ['2 letters']],
  ['letters of an old Mac', 'e-mail;navn\na@k.dk;J¿rgen', ['2 letters']],
  ['letters that nobody knows', 'e-mail;navn\na@k.dk;B\uFFFDrn', ['2 letters']],
  ['a unit that would be cut', `e-mail;enhed\na@k.dk;${'x'.repeat(201)}`, ['2 long']],
  ['a quotation mark that is not closed', 'e-mail;navn\na@k.dk;"Carl', ['2 quote']],
  ['two people with one address', 'e-mail;navn\na@k.dk;Ea\nb@k.dk;Bo\nA@k.dk;Ib', ['2 sameAddress', '4 sameAddress']],
  ['one person twice', `object id\n${id(1)}\n${id(1).toUpperCase()}`, ['2 twice', '3 twice']],
])('a row with %s costs no other one', (_what, text, expected) => {
  const rest = text.split('\n').slice(1).length
  const cells = (text.split('\n')[0] ?? '').split(';').length
  const more = text.startsWith('object id') ? id(9) : 'zoe@k.dk'
  const whole = text.includes('"Carl') ? text : `${text}\n${more}${';'.repeat(cells - 1)}`
  expect(key(whole)).toEqual(expected)
  if (whole !== text) expect(read(whole).lines.map(({ line }) => line)).toContain(rest + 2)
  for (const { say } of read(whole).faults)
    for (const locale of ['da', 'en'] as const)
      expect(texts(locale, say.key, { ...say.params })).not.toMatch(/[{}]|undefined/)
})

test('a role without a municipality is told, where nobody works for one', () => {
  expect(key('e-mail;rolle\na@k.dk;direktør', null)).toEqual(['2 roleAlone'])
  expect(key('e-mail;rolle\na@k.dk;', null)).toEqual([])
})

test.each<[string, string, string]>([
  ['nothing in it', '', 'head'],
  ['no word on who is meant', 'navn;rolle\nEa;leder', 'head'],
  ['nobody in it', 'e-mail;navn', 'empty'],
  ['a column that is there twice', 'e-mail;enhed;enhed\na@k.dk;Teknik;Sundhed', 'columnTwice'],
  ['a quotation mark in its first row', '"e-mail;navn\na@k.dk;Ea', 'quote'],
  ['more rows than there are leaders', `e-mail${'\na@k.dk'.repeat(20_001)}`, 'many'],
])('a file with %s is refused as a whole', (_what, text, expected) => {
  expect(key(text)).toBe(expected)
})

test('five thousand rows with three hundred faults are read, each fault with its row', () => {
  const rows = Array.from({ length: 5000 }, (_, n) => (n % 17 === 0 && n < 5100 ? `;Nr. ${n}` : `n${n}@k.dk;Nr. ${n}`))
  const { lines, faults } = read(`e-mail;navn\n${rows.join('\n')}`)
  expect([lines.length + faults.length, faults.length]).toEqual([5000, 295])
  expect(faults[1]).toMatchObject({ line: 19, name: 'Nr. 17' })
})

test('“Børn” is one unit, in whatever way its letters were typed', () => {
  const { lines } = read('e-mail;enhed\na@k.dk;Bo\u0308rn\nb@k.dk;B\u00F6rn')
  expect(new Set(lines.map(({ unit }) => unit)).size).toBe(1)
})
