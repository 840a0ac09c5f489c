import type { Answer, Section } from '../../answers/answer'
import type { Point } from '../../framework/library'

// Teams takes 80 KB of UTF-16 a message, so 40,000 characters of JSON (docs/teams-facts.md#size-of-a-message). What the
// template adds to each part was measured on the rendered cards and rounded up; a test holds every card of every
// framework to the limit.
const mostCharacters = 38_500
/** Title, notes, buttons with the points they are about, fallback. */
const aFrame = 2_800
const aFoldedSection = 1_040
const anArea = 330
const aFoldedArea = 980
const aPoint = 60
const itsWording = 160
/** Where each point has its own source beside it. */
const itsSource = 200
const itsSigns = 620
const aSign = 62

/** Whether a card can hold the whole answer. */
export function fitsACard({ sections }: Answer): boolean {
  return charactersOf(sections) <= mostCharacters
}

/** As many points of each section as one card holds, from the first on: the longest gives way first. */
export function cutToFit(sections: readonly Section[]): readonly Section[] {
  let shown = sections
  while (charactersOf(shown) > mostCharacters) {
    const most = Math.max(...shown.map((section) => section.points.length))
    if (most <= 1) break
    const end = Math.floor(most * 0.85)
    shown = shown.map((section) => ({ ...section, points: section.points.slice(0, end) }))
  }
  return shown
}

function charactersOf(sections: readonly Section[]): number {
  return (
    aFrame +
    sum(sections, ({ points, heading }) => {
      const areas = new Set(points.map((point) => `${point.framework}/${point.area}`)).size
      const sources = heading === 'both' ? sum(points, ({ source }) => itsSource + source.length) : 0
      return aFoldedSection + areas * (areas > 1 ? aFoldedArea : anArea) + sources + sum(points, charactersOfPoint)
    })
  )
}

function charactersOfPoint({ text, wording, signs = [] }: Point): number {
  const official = wording ? itsWording + wording.length : 0
  const sounds = signs.length > 0 ? itsSigns + sum(signs, (sign) => aSign + sign.length) : 0
  return aPoint + text.length + official + sounds
}

function sum<T>(items: readonly T[], size: (item: T) => number): number {
  return items.reduce((total, item) => total + size(item), 0)
}
