import { scaleCard } from '../../../src/cards/journal/journal-chart-card'
import { journalFindsCard } from '../../../src/cards/journal/journal-find-card'
import { lusChoiceCard } from '../../../src/cards/journal/lus-card'
import { lusPages } from '../../../src/cards/journal/lus-pages'
import { reflectionsCard } from '../../../src/cards/journal/reflections-card'
import { entryKey, isPlace, type JournalEntry, placeKey } from '../../../src/journal/reading/journal-entry'
import { type ScaleSeries, scaleOverTime } from '../../../src/journal/reading/scale-over-time'
import { locales } from '../../../src/texts'
import { lintCard } from '../lint-card'
import { cards, strings } from '../sample-cards'
import { entriesOf, everyCard, hrEntry, leaderOf, leaders, lusOf, readerOf } from './journal-samples'

const leader = leaderOf('da', 'skanderborg', 'kontraktholder')
const render = (content: ReturnType<typeof everyCard>[number]) => cards.render(content).card
const shown = (content: ReturnType<typeof everyCard>[number]) => strings(render(content)).map(({ text }) => text)
const page = { cursor: undefined, area: '', total: 3 }
type Element = Readonly<Record<string, unknown>> & { readonly type: string; readonly choices?: { value: string }[] }
const elements = (content: ReturnType<typeof everyCard>[number], type: string) =>
  (render(content).body as Element[]).filter((element) => element.type === type)

test.each(locales)('every card of the journal is sound for every municipality in %s', (locale) => {
  const faults = leaders(locale).flatMap((each) =>
    everyCard(each).flatMap((content) => {
      const { card, summary } = cards.render(content)
      return [...lintCard(card), ...(summary.trim() === '' ? ['no summary'] : [])].map(
        (fault) => `${each.framework} ${each.role} ${summary}: ${fault}`,
      )
    }),
  )
  expect(faults).toEqual([])
})

test('reflections stand under their month in the leader’s own zone, by area, newest first', () => {
  const [base] = entriesOf(leader, 1)
  if (!base || !isPlace(base.place)) throw new Error('no entry')
  const other = { ...base.place, area: 'faglig-ledelse' }
  const entries = [
    { ...base, text: 'Den nyeste', at: '2026-11-05T08:00:00.000Z' },
    { ...base, text: 'Den anden', place: other, at: '2026-11-03T08:00:00.000Z' },
    { ...base, text: 'Samme område', at: '2026-11-02T08:00:00.000Z' },
    { ...base, text: 'Natten til november i København', place: other, at: '2026-10-31T23:30:00.000Z' },
    { ...base, text: 'Oktober', at: '2026-10-30T08:00:00.000Z' },
  ]
  const texts = shown(reflectionsCard({ ...readerOf(leader), ...page, entries, isFirstPage: true, waiting: 0 }))
  expect(texts.filter((text) => /^[A-Z][a-z]+ \d{4}$/.test(text))).toEqual(['November 2026', 'Oktober 2026'])
  const order = ['Den nyeste', 'Samme område', 'Den anden', 'Natten til november i København', 'Oktober']
  expect(texts.filter((text) => order.includes(text))).toEqual(order)
  expect(texts).toContain('søndag den 1. november · Hvor godt lykkes det? 1 af 5')
  expect(texts.filter((text) => text === 'Faglig ledelse')).toHaveLength(1)
})

test('HR’s own questions have a heading of their own, and each reflection leads back to its card', () => {
  const content = reflectionsCard({
    ...readerOf(leader),
    ...page,
    entries: [hrEntry],
    isFirstPage: true,
    waiting: 0,
  })
  expect(shown(content)).toEqual(expect.arrayContaining(['HR’s spørgsmål', hrEntry.question, 'Åbn og ret ›']))
  expect(JSON.stringify(render(content))).toContain(
    JSON.stringify({ reflectionId: hrEntry.id, verb: 'prompt.show' }).slice(1, -1),
  )
})

test('an area of another municipality than one’s own is said with its name', () => {
  const [entry] = entriesOf(leaderOf('da', 'odder', 'direktoer'), 1)
  if (!entry) throw new Error('no entry')
  expect(
    shown(reflectionsCard({ ...readerOf(leader), ...page, entries: [entry], isFirstPage: true, waiting: 0 })).some(
      (text) => text.startsWith('Odder › '),
    ),
  ).toBe(true)
})

describe('an answer that was shared, or may have been', () => {
  const [plain, other] = entriesOf(leader, 2)
  if (!plain || !other) throw new Error('no entries')
  const hit = (entry: typeof plain) => ({ entry, marks: [] })
  const finds = { text: 'x', area: '', page: 0, isLast: true, canAsk: false }
  const key = placeKey(plain.place)
  const cardsOf = (of: ReturnType<typeof leaderOf>, entries: readonly (typeof plain)[]) => [
    reflectionsCard({ ...readerOf(of), ...page, entries, isFirstPage: true, waiting: 0 }),
    reflectionsCard({ ...readerOf(of), ...page, entries, isFirstPage: false, waiting: 0 }),
    reflectionsCard({ ...readerOf(of), ...page, entries, area: key, isFirstPage: true, waiting: 0 }),
    journalFindsCard({ ...readerOf(of), ...finds, hits: entries.map(hit), total: entries.length }),
    journalFindsCard({ ...readerOf(of), ...finds, hits: entries.map(hit), total: entries.length, area: key }),
  ]

  test.each([
    ['sent', 'Delt i kanal', 'Shared in a channel'],
    ['unknown', 'Måske delt i kanal', 'Possibly shared in a channel'],
    ['takenBack', 'Fjernet fra kanal', 'Removed from a channel'],
  ] as const)('is marked (%s), and nothing above it says that only the leader sees it', (standing, mark, english) => {
    const entries = [{ ...plain, shared: standing }, other]
    for (const some of [entries, entries.slice(0, 1)]) {
      for (const content of cardsOf(leader, some)) {
        const text = shown(content).join('\n')
        expect(text).toContain(` · ${mark}`)
        expect(`${text}${JSON.stringify(render(content).speak)}`).not.toMatch(/kun du kan se d/i)
      }
      for (const content of cardsOf(leaderOf('en', 'skanderborg', 'kontraktholder'), some)) {
        expect(shown(content).join('\n')).toContain(` · ${english}`)
        expect(shown(content).join('\n')).not.toMatch(/only you can see/i)
      }
    }
  })

  test('where nothing of what is shown is shared, that is said', () => {
    for (const some of [[plain, other], [plain]])
      for (const content of cardsOf(leader, some)) expect(shown(content).join('\n')).toContain('Pejling viser de')
  })

  test('coverage, the search form and the pages for the talk say whom they are shown to, not who has seen the answers', () => {
    const titles = ['Dit overblik', 'Forberedelse til lederudviklingssamtale']
    const said = everyCard(leader).filter(
      ({ name, summary }) => name === 'journal-find-card' || titles.includes(summary),
    )
    expect(new Set(said.map(({ name }) => name)).size).toBe(3)
    for (const content of said) expect(shown(content).join('\n')).not.toMatch(/kun du kan se/i)
  })
})

test('a long reflection is cut between words, with the whole behind a row', () => {
  const long = 'Jeg gav opgaven fra mig og blev siddende på hænderne. '.repeat(20).trim()
  const content = reflectionsCard({
    ...readerOf(leader),
    ...page,
    entries: entriesOf(leader, 1, long),
    isFirstPage: true,
    waiting: 0,
  })
  expect(shown(content)).toEqual(expect.arrayContaining([long, '▸ Vis hele svaret']))
  expect(shown(content).find((text) => text.endsWith(' …'))?.length).toBeLessThan(290)
})

test('what a chart shows is said in words too, and a client without charts drops it', () => {
  const own = entriesOf(leader, 3)
  const series = scaleOverTime(own, (at) => at.slice(0, 10))
  const [, coverage] = everyCard(leader).filter(({ summary }) => summary === 'Dit overblik')
  for (const [content, type] of [
    [coverage, 'Chart.HorizontalBar'],
    [scaleCard(readerOf(leader), { ...series, area: '', places: [] }), 'Chart.Line'],
  ] as const) {
    if (!content) throw new Error('no card')
    const [chart] = elements(content, type)
    expect(chart?.fallback).toBe('drop')
    const data = chart?.data as { x?: string; values?: { y: number }[] }[]
    const texts = shown(content).join('\n')
    for (const { x, values = [] } of data) {
      if (x) expect(texts).toContain(x)
      for (const { y } of values) expect(texts).toContain(`: ${y} af 5`)
    }
  }
})

test.each<[string, ScaleSeries, string[], string[]]>([
  [
    'each with its time, those of one minute apart',
    {
      by: 'time',
      points: [
        { when: '2026-03-10T08:05:00.000Z', value: 2, count: 1 },
        { when: '2026-03-10T08:05:20.000Z', value: 5, count: 1 },
        { when: '2026-03-10T13:00:00.000Z', value: 3, count: 1 },
      ],
    },
    ['10.3. 09.05', '10.3. 09.05 (2)', '10.3. 14.00'],
    ['10. marts 2026 kl. 09.05: 2 af 5', '10. marts 2026 kl. 09.05: 5 af 5', '10. marts 2026 kl. 14.00: 3 af 5'],
  ],
  [
    'a day’s mean said to be one',
    {
      by: 'date',
      points: [
        { when: '2026-03-10', value: 2.5, count: 3 },
        { when: '2026-03-11', value: 4, count: 1 },
      ],
    },
    ['2026-03-10', '2026-03-11'],
    ['10. marts 2026: 2,5 af 5 i gennemsnit af 3 svar', '11. marts 2026: 4 af 5'],
  ],
  [
    'a month’s mean',
    { by: 'month', points: [{ when: '2026-03', value: 2.5, count: 3 }] },
    ['2026-03'],
    ['Marts 2026: 2,5 af 5 i gennemsnit af 3 svar'],
  ],
])('chart and words of the own scale say the same: %s', (_what, series, labels, lines) => {
  const content = scaleCard(readerOf(leader), { ...series, area: '', places: [] })
  const [chart] = elements(content, 'Chart.Line')
  const [curve] = (chart?.data ?? []) as { values: { x: string; y: number }[] }[]
  expect(curve?.values).toEqual(series.points.map(({ value }, i) => ({ x: labels[i], y: value })))
  expect(shown(content).filter((text) => / af 5/.test(text) && !text.startsWith('Din skala over tid'))).toEqual(lines)
  const isDaily = series.by === 'date' && series.points.some(({ count }) => count > 1)
  expect(shown(content).some((text) => text.startsWith('Har du svaret flere gange på en dag'))).toBe(isDaily)
})

test('the choice for the talk has a list for each area, with what is chosen beforehand', () => {
  const entries = entriesOf(leader, 20)
  const chosen = new Set(entries.slice(0, 5).map(({ id }) => entryKey(id)))
  const content = lusChoiceCard(readerOf(leader), { months: 6, entries, chosen, left: 0, hasAny: true })
  const [period, ...picks] = elements(content, 'Input.ChoiceSet')
  expect(period?.value).toBe('6')
  expect(picks.flatMap(({ choices = [] }) => choices.map(({ value }) => value)).sort()).toEqual(
    entries.map(({ id }) => entryKey(id)).sort(),
  )
  expect(picks.flatMap(({ value }) => String(value).split(',').filter(Boolean)).sort()).toEqual([...chosen].sort())
})

test('a choice tells when, what was asked and how the answer begins, as text and no more', () => {
  const [base] = entriesOf(leader, 1)
  if (!base) throw new Error('no entry')
  const titles = (more: Partial<JournalEntry>) => {
    const entries = [{ ...base, question: 'Hvad lærte du?', ...more }]
    const content = lusChoiceCard(readerOf(leader), { months: 6, entries, chosen: new Set(), left: 0, hasAny: true })
    const [, picks] = elements(content, 'Input.ChoiceSet')
    return ((picks?.choices ?? []) as unknown as { title: string }[]).map(({ title }) => title.replaceAll('\u2060', ''))
  }
  const date = '20. november 2026'
  expect(titles({ text: 'Linje et\n\nlinje to' })).toEqual([`${date}: Hvad lærte du? – ”Linje et linje to”`])
  expect(titles({ text: 'Jeg gav opgaven fra mig og blev siddende på hænderne, da udkastet kom.' })).toEqual([
    `${date}: Hvad lærte du? – ”Jeg gav opgaven fra mig og blev siddende på hænderne, da …”`,
  ])
  expect(titles({ text: '', scale: 4 })).toEqual([`${date}: Hvad lærte du? – 4 af 5`])
  expect(titles({ text: '{question} <at>y</at>' })).toEqual([`${date}: Hvad lærte du? – ”{question} <at>y</at>”`])
  expect(titles({ text: '👍'.repeat(50) })[0]).toBe(`${date}: Hvad lærte du? – ”${'👍'.repeat(30)} …”`)
})

test.each(locales)('fifty of the longest make a choice that Teams takes in %s', (locale) => {
  for (const each of leaders(locale)) {
    const entries = entriesOf(each, 50, 'Æ'.repeat(2000)).map((entry, i) => ({
      ...entry,
      question: `${i} ${'å'.repeat(500)}`,
    }))
    const chosen = new Set(entries.map(({ id }) => entryKey(id)))
    const { card } = cards.render(
      lusChoiceCard(readerOf(each), { months: 60, entries, chosen, left: 10, hasAny: true }),
    )
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000)
    expect(lintCard(card)).toEqual([])
  }
})

test.each(locales)(
  'the preparation in the chat holds every point and answer in %s, each page small enough',
  (locale) => {
    const reader = leaderOf(locale, 'skanderborg', 'kontraktholder')
    const content = lusOf(reader, 50)
    const pages = lusPages(content, readerOf(reader))
    for (const each of pages) expect(JSON.stringify(each).length).toBeLessThan(36_000)
    const all = pages.join('\n\n')
    expect(all.match(locale === 'da' ? /Pejlings egne ord/g : /Pejling’s own words/g)).toHaveLength(1)
    const pitfalls = content.areas.flatMap(({ points }) => points.filter(({ kind }) => kind === 'pitfall'))
    expect(pitfalls.length).toBeGreaterThan(0)
    expect(all.match(locale === 'da' ? /Faldgrube · /g : /Pitfall · /g)).toHaveLength(pitfalls.length)
    for (const { points, entries } of content.areas) {
      for (const { text } of points) expect(all).toContain(text.slice(0, 20))
      for (const { question } of entries) expect(all).toContain(question.slice(0, 20))
    }
  },
)
