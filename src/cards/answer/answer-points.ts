import type { Point } from '../../framework/library'
import { type Fold, foldable, unfolded } from '../kit/foldable'
import { escapeMarkdown, inert } from '../kit/plain-text'
import { sourceKey } from '../kit/point'
import { nameOf, type Reader } from '../kit/reader'
import { sourceOf, sourceWithName } from './source-line'

/** A point with something beside it. Lists of none or one: the template drops what is empty. */
export interface PointData {
  readonly quotation: readonly string[]
  readonly text: readonly string[]
  readonly gloss: readonly string[]
  readonly source: readonly string[]
  readonly signs: readonly (Fold & { readonly lines: readonly string[] })[]
}

/** Points under one heading. */
export interface GroupData extends Fold {
  readonly heading: readonly string[]
  /** Points that are nothing but text: most are, and the card stays small. */
  readonly lines: readonly string[]
  readonly points: readonly PointData[]
  readonly source: readonly string[]
}

/** Points of one section by area, in order of appearance. With `isFolding`, the first area is open and the others are rows. */
export function groupsByArea(id: string, points: readonly Point[], isFolding: boolean, reader: Reader): GroupData[] {
  const { library, texts, locale } = reader
  const areas = [...groupBy(points, (point) => `${point.framework}/${point.area}`).values()]
  return areas.map((members, i) => {
    const [first] = members
    const heading = first ? library.areaTitle(first.framework, first.area) : ''
    const groupId = `${id}a${i}`
    const isPitfallList = areas.length === 1 && members.every((point) => point.kind === 'pitfall')
    const counted = texts(locale, 'answer.headingCount', { heading: escapeMarkdown(heading), n: members.length })
    return {
      ...(isFolding
        ? foldable(groupId, i === 0, counted, texts(locale, 'answer.showOrHide', { heading }))
        : unfolded(groupId)),
      heading: isFolding || isPitfallList ? [] : [escapeMarkdown(heading)],
      ...linesOrPoints(groupId, members, reader),
      source: [texts(locale, 'answer.source', { source: escapeMarkdown(sourceOf(members, reader)) })],
    }
  })
}

/** Points in order of rank, each with its own source; those past `open` wait behind "Vis 4 til". */
export function rankedGroups(
  id: string,
  points: readonly Point[],
  open: number,
  reader: Reader,
  told = false,
): GroupData[] {
  const { texts, locale } = reader
  const group = (part: string, members: readonly Point[], fold: Fold): GroupData => ({
    ...fold,
    heading: [],
    lines: [],
    points: members.map((point, i) =>
      asQuestion(pointData(`${id}${part}${i}`, point, true, reader), told && point.kind === 'pitfall', reader),
    ),
    source: [],
  })
  const rest = points.slice(open)
  const first = group('p', points.slice(0, open), unfolded(`${id}first`))
  if (rest.length === 0) return [first]
  const more = texts(locale, 'answer.showMore', { n: rest.length })
  return [first, group('q', rest, foldable(`${id}rest`, false, more, more))]
}

/** Told of a trouble, Pejling asks whether it is this one; it does not say so. */
function asQuestion(data: PointData, isAsked: boolean, { texts, locale }: Reader): PointData {
  return isAsked ? { ...data, text: data.text.map((text) => `${texts(locale, 'answer.didYouKnow')} ${text}`) } : data
}

function linesOrPoints(id: string, points: readonly Point[], reader: Reader): Pick<GroupData, 'lines' | 'points'> {
  const arePlain = points.every((point) => !point.wording && !point.signs?.length)
  return arePlain
    ? { lines: points.map((point) => inert(point.text)), points: [] }
    : { lines: [], points: points.map((point, i) => pointData(`${id}p${i}`, point, false, reader)) }
}

function pointData(id: string, point: Point, hasSource: boolean, reader: Reader): PointData {
  const { library, texts, locale } = reader
  const source = escapeMarkdown(sourceWithName(nameOf(library, point.framework), point, reader))
  const signs = point.signs ?? []
  const soundsLike = texts(locale, 'answer.signs')
  return {
    quotation: point.wording ? [inert(`”${point.wording}”`)] : [],
    text: point.wording ? [] : [inert(point.text)],
    gloss: point.wording ? [inert(point.text)] : [],
    source: hasSource ? [texts(locale, sourceKey(point), { source })] : [],
    signs:
      signs.length > 0
        ? [{ ...foldable(`${id}s`, false, soundsLike, soundsLike), lines: signs.map((sign) => inert(`”${sign}”`)) }]
        : [],
  }
}

/** In order of first appearance. */
function groupBy(points: readonly Point[], key: (point: Point) => string): Map<string, Point[]> {
  const groups = new Map<string, Point[]>()
  for (const point of points) groups.set(key(point), [...(groups.get(key(point)) ?? []), point])
  return groups
}
