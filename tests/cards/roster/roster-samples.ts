import { readerFor } from '../../../src/cards/kit/reader'
import type { ListedLeader } from '../../../src/people/roster/list-leaders'
import type { RosterReview, TitleRead } from '../../../src/people/roster/review-roster'
import { type RosterDraft, rosterDraftSchema } from '../../../src/records/roster'
import type { Locale } from '../../../src/texts'
import { texts } from '../../support/kept'
import { library } from '../sample-cards'

const at = '2026-03-10T08:00:00.000Z'

export const hrReader = (locale: Locale) =>
  readerFor({ library, texts }, { locale, timeZone: 'Europe/Copenhagen', framework: 'skanderborg' })

export const draft = (more: Partial<RosterDraft> = {}): RosterDraft =>
  rosterDraftSchema.parse({
    id: 'rabc',
    tenantId: 't',
    createdBy: 'hr',
    state: 'proposed',
    columns: ['name', 'role', 'unit'],
    pages: 2,
    skipped: ['Løn', 'Fødselsdag'],
    rows: 412,
    createdAt: at,
    updatedAt: at,
    counts: { created: 380, changed: 20, unchanged: 7, kept: 2, leaving: 3 },
    ...more,
  })

export const title = (said: string, role: string | null, count: number): TitleRead => ({
  key: `${said.length}${count}`.padEnd(12, 'a'),
  framework: 'skanderborg',
  said,
  role,
  count,
})

const fault = (line: number, name: string, key: string, params: Record<string, string | number> = {}) => ({
  line,
  name,
  keys: [],
  say: { key: `roster.fault.${key}`, params },
})

export const review = (more: Partial<RosterReview> = {}): RosterReview => ({
  draft: draft(),
  created: 380,
  changed: 20,
  unchanged: 7,
  kept: 2,
  awaited: 371,
  leaving: [
    { kind: 'leader', id: '1', name: 'Grethe Lund', unit: 'Bakkeskolen' },
    { kind: 'awaited', id: '2', name: '', unit: null },
  ],
  titles: [
    title('Skoleleder', 'kontraktholder', 24),
    title('Daglig leder', 'leder-af-medarbejder', 61),
    title('Ceremonimester', null, 3),
  ],
  faults: [
    fault(7, 'Carl Dam', 'email', { value: 'carl hos kommunen' }),
    fault(12, '', 'nobody'),
    fault(40, 'Ea Holm', 'sameAddress', { other: 41 }),
  ],
  ...more,
})

/** As much of everything as comes. */
export const largest = (): RosterReview => {
  const long = `${'Æ'.repeat(190)} <at>x</at> **`
  return review({
    draft: draft({ skipped: Array.from({ length: 12 }, () => long), rows: 20_000 }),
    titles: Array.from({ length: 40 }, (_, n) => title(`${long}${n}`, n % 2 ? 'kontraktholder' : null, n)),
    faults: Array.from({ length: 300 }, (_, n) => fault(n + 2, long, 'long', { value: long.slice(0, 40), most: 200 })),
    leaving: Array.from({ length: 500 }, (_, n) => ({ kind: 'leader', id: String(n), name: long, unit: long })),
  })
}

export const listed = (n: number): ListedLeader[] =>
  Array.from({ length: n }, (_, at) => ({
    name: `Leder ${at}`,
    addresses: [`l${at}@k.dk`],
    framework: 'skanderborg',
    role: ['kontraktholder', 'leder-af-medarbejder', 'leder-af-leder', null][at % 4] ?? null,
    unit: at % 9 === 0 ? null : `Enhed ${at % 23}`,
    isInTouch: at % 3 !== 0,
  }))
