import { areaTitles } from '../../../src/cards/journal/area-title'
import { coverageCard, scaleCard } from '../../../src/cards/journal/journal-chart-card'
import { journalFindCard, journalFindsCard } from '../../../src/cards/journal/journal-find-card'
import { lusChoiceCard, lusFailedCard, lusOfferedCard, lusPageCard } from '../../../src/cards/journal/lus-card'
import { reflectionsCard } from '../../../src/cards/journal/reflections-card'
import { waitingCard } from '../../../src/cards/journal/waiting-card'
import { readerFor } from '../../../src/cards/kit/reader'
import { coverageOf } from '../../../src/journal/reading/coverage'
import type { JournalEntry, Place } from '../../../src/journal/reading/journal-entry'
import { entryKey } from '../../../src/journal/reading/journal-entry'
import { lusContent } from '../../../src/journal/reading/lus-content'
import { ownAreas } from '../../../src/journal/reading/own-areas'
import { type Leader, leaderSchema } from '../../../src/records/leader'
import { type Reflection, reflectionSchema } from '../../../src/records/reflection'
import type { Locale } from '../../../src/texts'
import { texts } from '../../support/kept'
import { library } from '../sample-cards'

export const readerOf = (leader: Leader) => readerFor({ library, texts }, leader)
const at = '2026-03-10T08:00:00.000Z'

export function leaderOf(locale: Locale, framework: string | null, role: string | null): Leader {
  return leaderSchema.parse({
    id: 'l',
    tenantId: 't',
    locale,
    framework,
    role,
    name: 'Åse Bæk',
    createdAt: at,
    updatedAt: at,
  })
}

/** Nobody known, and of every municipality one without a role and the role with the most areas. */
export const leaders = (locale: Locale): Leader[] => [
  leaderOf(locale, null, null),
  ...library.frameworks.map(({ slug }) => leaderOf(locale, slug, null)),
  ...library.frameworks.flatMap(({ slug, roles }) => {
    const all = roles.map((role) => leaderOf(locale, slug, role.slug))
    const areas = (leader: Leader) => ownAreas(library, leader).length
    return all.sort((a, b) => areas(b) - areas(a)).slice(0, 1)
  }),
]

/** One answer to each of `count` prompts that fit the leader, a week apart, newest first. */
export function entriesOf(
  leader: Leader,
  count: number,
  text = 'Jeg gav opgaven fra mig og blev siddende.',
): JournalEntry[] {
  const areas = ownAreas(library, leader)
  return Array.from({ length: count }, (_, i) => {
    const area = areas[i % areas.length]
    const statement = area?.statementIds[Math.floor(i / areas.length) % area.statementIds.length] ?? ''
    const prompt = library.promptsFor(statement)[0]
    return {
      id: `r${i}:2026-01-01`,
      place: area?.place ?? null,
      question: (leader.locale === 'en' ? prompt?.en : prompt?.text) ?? '',
      statementIds: prompt?.statements ?? [],
      text,
      scale: (i % 5) + 1,
      at: new Date(Date.parse('2026-11-20T09:00:00.000Z') - i * 7 * 24 * 3600_000).toISOString(),
    }
  })
}

export const hrEntry: JournalEntry = {
  id: 'own:2026-11-01',
  place: null,
  question: 'Hvad har sparerunden lært dig om at prioritere?',
  statementIds: [],
  text: 'At sige nej tidligere.',
  at: '2026-11-19T09:00:00.000Z',
}

/** Prompts of the leader's own, HR's own and one that is gone among them, every other put off. */
function waitingOf(leader: Leader, count: number): Reflection[] {
  const promptIds = [
    'own',
    'gone/x/y/q1',
    ...entriesOf(leader, count).flatMap(({ statementIds: [id = ''] }) => {
      return library.promptsFor(id)[0]?.id ?? []
    }),
  ]
  return promptIds.slice(0, count).map((promptId, i) =>
    reflectionSchema.parse({
      id: `w${i}:2026-01-01`,
      leaderId: 'l',
      promptId,
      statementIds: [],
      shownAt: at,
      createdAt: at,
      ...(promptId === 'own' && { question: 'Hvad <at>x</at> har sparerunden lært dig?' }),
      ...(i % 2 === 0 ? { state: 'shown' } : { state: 'snoozed', snoozedUntil: '2026-03-12T08:00:00.000Z' }),
    }),
  )
}

/** Every card of the journal in every state, for one leader. */
export function everyCard(leader: Leader) {
  const own = entriesOf(leader, 60, `${'Æ'.repeat(1990)} <at>x`)
  const page = own.slice(0, 8)
  const places: (Place | null)[] = [...ownAreas(library, leader).map(({ place }) => place), null]
  const reader = readerOf(leader)
  const areas = [...areaTitles(reader, places)].map(([value, title]) => ({ title, value }))
  const keys = own.slice(0, 50).map(({ id }) => entryKey(id))
  const hits = own.slice(0, 6).map((entry) => ({ entry, marks: [{ from: 1500, to: 1510 }] }))
  const finds = { text: 'x'.repeat(200), area: '', hits, total: 60, page: 0, isLast: false, canAsk: false }
  const nothing = { ...finds, hits: [], total: 0, isLast: true }
  const points = Array.from({ length: 12 }, (_, i) => ({ when: `2026-01-${i + 10}`, value: 3, count: 1 }))
  const months = Array.from({ length: 18 }, (_, i) => ({
    when: `202${5 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    value: 3.4,
    count: 1 + (i % 3),
  }))
  const area = places[0] ? `${places[0].framework}/${places[0].area}` : 'own'
  const cursor = '2026-01-01T00:00:00.000Z~0123456789ab'
  const choice = { months: 12, entries: own.slice(0, 50), chosen: new Set(keys.slice(0, 30)), left: 10, hasAny: true }
  return [
    reflectionsCard({ ...reader, entries: page, cursor, area: '', total: 60, isFirstPage: true, waiting: 0 }),
    reflectionsCard({ ...reader, entries: page, cursor, area: '', total: 60, isFirstPage: false, waiting: 0 }),
    reflectionsCard({
      ...reader,
      entries: [...page.slice(0, 3), hrEntry],
      cursor: undefined,
      area,
      total: 4,
      isFirstPage: true,
      waiting: 0,
    }),
    reflectionsCard({
      ...reader,
      entries: [],
      cursor: undefined,
      area: '',
      total: 0,
      isFirstPage: true,
      waiting: 0,
    }),
    reflectionsCard({
      ...reader,
      entries: [],
      cursor: undefined,
      area: '',
      total: 0,
      isFirstPage: false,
      waiting: 0,
    }),
    reflectionsCard({
      ...reader,
      entries: [],
      cursor: undefined,
      area,
      total: 0,
      isFirstPage: true,
      waiting: 0,
    }),
    reflectionsCard({
      ...reader,
      entries: [{ ...hrEntry, question: '' }],
      cursor: undefined,
      area: 'own',
      total: 1,
      isFirstPage: true,
      waiting: 0,
    }),
    reflectionsCard({ ...reader, entries: page, cursor, area: '', total: 60, isFirstPage: true, waiting: 2 }),
    waitingCard(reader, { reflections: waitingOf(leader, 8), cursor, total: 12 }),
    waitingCard(reader, { reflections: waitingOf(leader, 2), cursor: undefined, total: 2 }),
    waitingCard(reader, { reflections: [], cursor: undefined, total: 2 }),
    journalFindCard(reader, areas, { text: '', area: '' }),
    journalFindCard(reader, areas, { text: 'x', area }),
    journalFindsCard({ ...reader, ...finds }),
    journalFindsCard({ ...reader, ...finds, area, total: 1, hits: hits.slice(0, 1), isLast: true }),
    journalFindsCard({ ...reader, ...nothing }),
    journalFindsCard({ ...reader, ...nothing, canAsk: true }),
    ...[[], own, [...own.slice(0, 2), hrEntry, { ...hrEntry, place: { framework: 'x', area: 'y' } }]].map((entries) =>
      coverageCard(reader, leader.framework ? coverageOf(library, leader, entries) : undefined),
    ),
    scaleCard(reader, { by: 'date', points, area: '', places }),
    scaleCard(reader, { by: 'month', points: months, area, places }),
    scaleCard(reader, { by: 'date', points: points.slice(0, 2), area: '', places: [] }),
    scaleCard(reader, { by: 'date', points: points.map((point) => ({ ...point, count: 3 })), area: '', places }),
    scaleCard(reader, { by: 'time', points: points.map((point) => ({ ...point, when: at })), area: '', places }),
    scaleCard(reader, { by: 'date', points: [], area: '', places: [] }),
    lusChoiceCard(reader, choice),
    lusChoiceCard(reader, { ...choice, entries: [hrEntry], chosen: new Set<string>(), left: 0 }),
    lusChoiceCard(reader, { ...choice, entries: [], left: 0 }),
    lusChoiceCard(reader, { ...choice, entries: [], left: 0, hasAny: false }),
    lusOfferedCard(reader, keys),
    lusFailedCard(reader, keys),
    lusPageCard(reader, keys, 0, 3),
    lusPageCard(reader, keys, 0, 1),
  ]
}

export const lusOf = (leader: Leader, count: number) => lusContent(library, [...entriesOf(leader, count), hrEntry])
