import { strFromU8, unzipSync } from 'fflate'
import { writeLusDocument } from '../../src/documents/write-lus-document'
import { isPlace } from '../../src/journal/reading/journal-entry'
import { lusContent } from '../../src/journal/reading/lus-content'
import { locales } from '../../src/texts'
import { entriesOf, hrEntry, leaderOf, lusOf, readerOf } from '../cards/journal/journal-samples'
import { importedLibrary, library } from '../cards/sample-cards'

const at = '2026-11-25T23:30:00.000Z'
const leader = leaderOf('da', 'skanderborg', 'kontraktholder')

async function open(view: Partial<Parameters<typeof writeLusDocument>[0]> = {}) {
  const base = { ...readerOf(leader), content: lusOf(leader, 6), leader, at }
  const parts = unzipSync(new Uint8Array(await writeLusDocument({ ...base, ...view })))
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const document = part('word/document.xml')
  const paragraphs = [...document.matchAll(/<w:p>(.*?)<\/w:p>|<w:p [^>]*>(.*?)<\/w:p>/gs)].map((match) => {
    const xml = match[1] ?? match[2] ?? ''
    const text = [...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, run]) => run).join('')
    return { style: /<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1] ?? '', text }
  })
  const of = (style: string) => paragraphs.filter((each) => each.style === style).map(({ text }) => text)
  return { document, part, paragraphs, of, text: paragraphs.map(({ text }) => text).join('\n') }
}

test('says whose it is, in which role and municipality, and the day where the leader is', async () => {
  const { text, of, part } = await open()
  expect(of('Title')).toEqual(['Forberedelse til lederudviklingssamtale'])
  for (const words of ['Navn:', 'Åse Bæk', 'Kontraktholder', 'Skanderborg Kommune', '26. november 2026'])
    expect(text).toContain(words)
  expect(part('docProps/core.xml')).toContain('Forberedelse til lederudviklingssamtale')
})

test('goes by area, in the framework’s order and with its points; HR’s questions and the page to write on come last', async () => {
  const content = lusOf(leader, 6)
  const { of, text } = await open({ content })
  const titles = content.areas.map(({ place }) =>
    isPlace(place) ? library.areaTitle(place.framework, place.area) : 'HR’s spørgsmål',
  )
  expect(of('Heading1')).toEqual([...titles, 'Det vil jeg tage med til samtalen'])
  expect(titles.at(-1)).toBe('HR’s spørgsmål')
  for (const { points, entries } of content.areas) {
    for (const point of points) expect(text).toContain(`Kilde: Skanderborg › ${point.source}`)
    for (const { question, text: answer } of entries) {
      expect(of('Heading3')).toContain(question)
      expect(of('PejlingAnswer')).toContain(answer)
    }
  }
  expect(of('PejlingMeta')).toContain('20. november 2026 · Hvor godt lykkes det? 1 af 5')
})

test('has headings, a language, a table with a heading row, and page numbers', async () => {
  const { document, part, of } = await open()
  expect(of('Heading2')).toEqual(expect.arrayContaining(['Fra ledelsesgrundlaget', 'Mine refleksioner']))
  expect(part('word/styles.xml')).toContain('w:val="da-DK"')
  expect(document).toContain('<w:tblHeader')
  expect(document).toContain('<w:pageBreakBefore')
  const footers = part('word/footer1.xml')
  expect(footers).toContain('PAGE')
  expect(footers).toContain('NUMPAGES')
})

test('shows the exact wording where the municipality has it, with ours beneath', async () => {
  const content = lusContent(importedLibrary, entriesOf(leader, 1))
  const point = content.areas[0]?.points[0]
  const { text, of } = await open({ library: importedLibrary, content })
  expect(text).toContain(`”${point?.wording}”`)
  expect(of('PejlingSource')).toContain(point?.text)
})

test('says once that the points are retold and where the exact wording stands; quoted word for word it does not', async () => {
  const ownWords = 'Punkterne er gengivet med Pejlings egne ord. Den præcise ordlyd står i kilden.'
  expect((await open()).of('PejlingMeta').filter((text) => text.includes(ownWords))).toHaveLength(1)
  const imported = lusContent(importedLibrary, entriesOf(leader, 2))
  expect((await open({ library: importedLibrary, content: imported })).text).not.toContain(ownWords)
  expect((await open({ content: lusContent(library, [hrEntry]) })).text).not.toContain(ownWords)
})

test('a pitfall is labelled as one', async () => {
  const pitfall = library.points.find(({ kind, framework }) => kind === 'pitfall' && framework === 'skanderborg')
  const [entry] = entriesOf(leader, 1)
  if (!pitfall || !entry) throw new Error('no pitfall')
  const content = lusContent(library, [{ ...entry, statementIds: [pitfall.id] }])
  const { of } = await open({ content })
  expect(of('PejlingSource')).toEqual([`Faldgrube · Skanderborg › ${pitfall.source}`])
})

test('in English the document is English, and the points stay Danish', async () => {
  const reader = leaderOf('en', 'skanderborg', 'kontraktholder')
  const content = lusOf(reader, 3)
  const { of, part, text } = await open({ locale: 'en', content, leader: reader })
  expect(of('Title')).toEqual(['Preparation for leadership development review'])
  expect(of('Heading2')).toContain('My reflections')
  expect(part('word/styles.xml')).toContain('w:val="en-GB"')
  expect(text).toContain(content.areas[0]?.points[0]?.text.slice(0, 20))
})

test.each(locales)('holds any text that somebody writes, line by line, as well-formed XML in %s', async (locale) => {
  const nasty = 'Æøå & <b>"fed"</b>\u0000\u0008 \ud800 😀\r\n\r\nLinje to\tmed ]]> og {{x}}'
  const content = lusContent(library, [{ ...hrEntry, text: nasty, question: '' }])
  const { of, document } = await open({ locale, content, leader: leaderOf(locale, null, null) })
  expect(of('PejlingAnswer')).toEqual([
    'Æøå &amp; &lt;b&gt;&quot;fed&quot;&lt;/b&gt;  😀',
    'Linje to med ]]&gt; og {{x}}',
  ])
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
  expect(document).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
})
