import type { Answer, Section } from '../../answers/answer'
import type { Point } from '../../framework/library'
import { enumerate, genitive } from '../../texts'
import { type Fold, foldable, unfolded } from '../kit/foldable'
import { escapeMarkdown } from '../kit/plain-text'
import { nameOf, type Reader } from '../kit/reader'
import { type GroupData, groupsByArea, rankedGroups } from './answer-points'
import { saidRole } from './answer-title'

/** Up to this many points are read at a glance and need no folding. */
const mostUnfolded = 8
/** In a section that is a row itself, one more click an area is worth it only from here on. */
const mostUnfoldedInRow = 12
/** How many points of a search show at once. */
const firstHits = 5

export interface SectionData extends Fold {
  /** Without a row of its own, a line sets it off. */
  readonly isPlain: boolean
  readonly heading: readonly string[]
  readonly groups: readonly GroupData[]
}

/** The stretches of an answer, folded so that a long one can be scanned. */
export function sectionsData(answer: Answer, reader: Reader): SectionData[] {
  if (isSearch(answer)) return searchData(answer, reader)
  const { sections, isWhole } = answer
  const total = sections.reduce((sum, section) => sum + section.points.length, 0)
  const isFolding = !isWhole && sections.length > 1 && total > mostUnfolded
  return sections.map((section, i) => {
    const id = `s${i}`
    const heading = sections.length > 1 || isAside(section) ? sectionHeading(section, answer, reader) : ''
    const groups = groupsOf(id, section, isWhole ? 'whole' : isFolding ? 'in-row' : 'alone', reader)
    if (!isFolding) return { ...unfolded(id), isPlain: true, heading: heading ? [escapeMarkdown(heading)] : [], groups }
    return { ...sectionFold(id, i === 0, heading, section, reader), isPlain: false, heading: [], groups }
  })
}

/** What was found in order of rank; what other roles are asked to do waits behind a heading of its own, and the nearest says that it is. */
function searchData({ statements, sections, told, isWhole }: Answer, reader: Reader): SectionData[] {
  const { texts, locale } = reader
  const mine = statements.filter(({ of }) => of === 'own' || of === 'all')
  const nearest = statements.filter(({ of }) => of === 'nearest')
  const others = sections.filter(({ heading }) => heading === 'others').flatMap(({ points }) => points)
  const plain = (id: string, points: readonly Point[], heading: string): SectionData[] =>
    points.length === 0
      ? []
      : [
          {
            ...unfolded(id),
            isPlain: true,
            heading: heading === '' ? [] : [escapeMarkdown(heading)],
            groups: rankedGroups(id, points, isWhole ? points.length : firstHits, reader, told),
          },
        ]
  const heading = texts(locale, 'section.others')
  const counted = texts(locale, 'answer.headingCount', { heading, n: others.length })
  const folded: SectionData[] =
    others.length === 0
      ? []
      : [
          {
            ...foldable('s1', mine.length === 0, counted, texts(locale, 'answer.showOrHide', { heading })),
            isPlain: false,
            heading: [],
            groups: rankedGroups('s1', others, firstHits, reader),
          },
        ]
  return [...plain('s0', mine, ''), ...folded, ...plain('s2', nearest, texts(locale, 'section.nearestOf'))]
}

/** Found by words rather than listed: ranked, and each point says where it is from. */
export function isSearch({ intent }: Pick<Answer, 'intent'>): boolean {
  return intent === 'topic' || intent === 'situation' || intent === 'definition' || intent === 'values'
}

/** Shown beside the answer, not as part of it. */
function isAside({ heading }: Section): boolean {
  return heading === 'nearest' || heading === 'inspiration'
}

/** @param where a section stands by itself or is a row that can be folded; or all of it is to show */
function groupsOf(id: string, section: Section, where: 'alone' | 'in-row' | 'whole', reader: Reader): GroupData[] {
  const open = where === 'whole' ? section.points.length : firstHits
  if (isAside(section)) return rankedGroups(id, section.points, open, reader)
  // What two frameworks share stands in pairs: by area they would come apart.
  if (section.heading === 'both' && new Set(section.points.map((point) => point.framework)).size > 1) {
    return rankedGroups(id, section.points, section.points.length, reader)
  }
  const areas = new Set(section.points.map((point) => point.area)).size
  const most = where === 'in-row' ? mostUnfoldedInRow : mostUnfolded
  const isFolding = where !== 'whole' && areas > 1 && section.points.length > most
  return groupsByArea(id, section.points, isFolding, reader)
}

function sectionFold(id: string, isOpen: boolean, heading: string, section: Section, { texts, locale }: Reader): Fold {
  const counted = texts(locale, 'answer.headingCount', { heading: escapeMarkdown(heading), n: section.points.length })
  return foldable(id, isOpen, counted, texts(locale, 'answer.showOrHide', { heading }))
}

export function sectionHeading(section: Section, answer: Answer, { library, texts, locale }: Reader): string {
  const t = (key: string, params = {}) => texts(locale, key, params)
  const framework = nameOf(library, section.framework)
  const role = section.role ? library.role(section.framework, section.role) : undefined
  const said = role ? saidRole(role.title, locale) : framework
  switch (section.heading) {
    case 'only':
      return answer.frameworks.length > 1 || !role
        ? t('section.only.framework', { framework })
        : t('section.only.role', { role: said })
    case 'both':
      return t('section.both')
    case 'group':
      return t('section.group', { role: said })
    case 'others':
      return t('section.others')
    case 'new':
      return t('section.new', { role: said })
    case 'falls-away':
      return t('section.fallsAway', { role: said })
    case 'pitfalls':
      if (answer.intent === 'transition') return t('section.pitfalls', { role: said })
      break
    case 'nearest':
    case 'inspiration':
      return t(`section.${section.heading}`, { frameworksOf: enumerate(locale, [genitive(locale, framework)]) })
    case 'points':
    case 'definition':
      break
  }
  if (!role || role.level === null) return framework
  return answer.frameworks.length > 1 ? `${framework} · ${role.title}` : role.title
}
