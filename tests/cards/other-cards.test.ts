import { askButton } from '../../src/cards/button'
import { noticeCard } from '../../src/cards/notice-card'
import { profileCard } from '../../src/cards/profile-card'
import { reflectionsCard } from '../../src/cards/reflections-card'
import type { CardContent } from '../../src/cards/render'
import { roleCard } from '../../src/cards/role-card'
import { welcomeCard } from '../../src/cards/welcome-card'
import type { Reflection } from '../../src/store/containers'
import { locales } from '../../src/texts'
import { lintCard } from './lint-card'
import { cards, library, strings, texts } from './sample-cards'

const timeZone = 'Europe/Copenhagen'
const readers = locales.map((locale) => ({ library, texts, locale }))

function faultsOf(contents: readonly CardContent[]): string[] {
  return contents.flatMap((content) => {
    const { card, summary } = cards.render(content)
    return [...lintCard(card), ...(summary.trim() === '' ? ['no summary'] : [])].map(
      (fault) => `${content.name}: ${fault}`,
    )
  })
}

function shown(content: CardContent): string[] {
  return strings(cards.render(content).card).map(({ text }) => text)
}

function reflection(id: number, text: string, answeredAt: string): Reflection {
  const promptId = library.prompts[id * 7]?.id ?? ''
  return {
    id: `r${id}`,
    leaderId: 'l',
    promptId,
    statementIds: [],
    state: 'answered',
    text,
    shownAt: answeredAt,
    answeredAt,
    createdAt: answeredAt,
  }
}

test('welcome, role and profile are sound for every municipality and role', () => {
  const contents = readers.flatMap((reader) => [
    welcomeCard(reader),
    profileCard({ ...reader, framework: null, role: null }),
    ...library.frameworks.flatMap((framework) => [
      welcomeCard({ ...reader, framework: framework.slug }),
      roleCard({ ...reader, framework }),
      ...framework.roles.flatMap((role) => [
        roleCard({ ...reader, framework, role: role.slug }),
        profileCard({ ...reader, framework: framework.slug, role: role.slug }),
      ]),
    ]),
  ])
  expect(faultsOf(contents)).toEqual([])
})

test('roles that lead come first, groups and politicians are no choice, the empty value is for anybody else', () => {
  const choices = (slug: string) => {
    const framework = library.framework(slug)
    if (!framework) throw new Error(slug)
    return JSON.stringify(cards.render(roleCard({ library, texts, locale: 'da', framework })).card).match(
      /"value":"[^"]*"/g,
    )
  }
  expect(choices('skanderborg')).toEqual(
    [
      '',
      'direktoer',
      'fag-og-stabschef',
      'kontraktholder',
      'leder-af-leder',
      'leder-af-medarbejder',
      'medarbejder',
      '',
    ].map((slug) => `"value":"${slug}"`),
  )
  expect(choices('kerteminde')).toEqual(['', 'ledere', 'medarbejdere', ''].map((slug) => `"value":"${slug}"`))
})

test('reflections stand under their month in the leader’s own zone, newest first', () => {
  const reflections = [
    reflection(1, 'Den nyeste', '2026-11-03T08:00:00.000Z'),
    reflection(2, 'Natten til november i København', '2026-10-31T23:30:00.000Z'),
    reflection(3, 'Oktober', '2026-10-30T08:00:00.000Z'),
  ]
  const texts = shown(
    reflectionsCard({
      ...{ library, texts: readers[0]?.texts ?? (() => '') },
      locale: 'da',
      reflections,
      isFirstPage: true,
      timeZone,
    }),
  )
  expect(texts.filter((text) => /^[A-Z][a-z]+ \d{4}$/.test(text))).toEqual(['November 2026', 'Oktober 2026'])
  expect(texts.some((text) => text.startsWith('søndag den 1. november · '))).toBe(true)
})

test('a long reflection is cut between words, with the whole behind a row', () => {
  const long = 'Jeg gav opgaven fra mig og blev siddende på hænderne. '.repeat(20).trim()
  const content = reflectionsCard({
    library,
    texts,
    locale: 'da',
    reflections: [reflection(1, long, '2026-11-03T08:00:00.000Z')],
    isFirstPage: true,
    timeZone,
  })
  expect(shown(content)).toEqual(expect.arrayContaining([long, '▸ Vis hele svaret']))
  expect(shown(content).find((text) => text.endsWith(' …'))?.length).toBeLessThan(290)
})

test('pages of reflections are sound: empty, first, middle and eight of the longest', () => {
  const longest = Array.from({ length: 8 }, (_, i) => reflection(i, 'Æ'.repeat(2000), '2026-11-03T08:00:00.000Z'))
  const gone = { ...reflection(1, 'Et svar', '2026-11-03T08:00:00.000Z'), promptId: 'x/y/z/q1' }
  const contents = readers.flatMap((reader) => [
    reflectionsCard({ ...reader, reflections: [], isFirstPage: true, timeZone }),
    reflectionsCard({ ...reader, reflections: [], isFirstPage: false, timeZone }),
    reflectionsCard({ ...reader, reflections: [gone], isFirstPage: false, cursor: 'c', timeZone }),
    reflectionsCard({ ...reader, reflections: longest, isFirstPage: false, cursor: 'c'.repeat(4000), timeZone }),
  ])
  expect(faultsOf(contents)).toEqual([])
})

test('a notice shows three buttons at most', () => {
  const buttons = ['a', 'b', 'c', 'd'].map((title) => askButton(title))
  const content = noticeCard({ locale: 'da', title: 'Gemt', text: 'To linjer.\nOgså den.', buttons })
  expect(faultsOf([content])).toEqual([])
  expect(cards.render(content).card.actions).toHaveLength(3)
})
