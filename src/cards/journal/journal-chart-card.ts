import type { AreaCoverage, Coverage } from '../../journal/reading/coverage'
import { placeKey } from '../../journal/reading/journal-entry'
import type { ScalePoint } from '../../journal/reading/scale-over-time'
import type { OwnScale } from '../../journal/show-scale'
import { button } from '../kit/button'
import { type ChoiceList, choiceList } from '../kit/choice-list'
import { dateAndTime, dateOf, monthAndYear, shortTime } from '../kit/local-time'
import { inert, paragraphs } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { shortened } from '../kit/shortened'
import { areaTitle } from './area-title'

/** On a button, which a narrow screen cuts. */
const mostOfArea = 33

/** What a chart shows is said in `sections` too: for screen readers, and for clients that know no charts and drop them. */
interface ChartParts {
  readonly title: string
  readonly text: string
  readonly bars?: readonly object[]
  readonly curves?: readonly object[]
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[]
  readonly choices?: readonly ChoiceList[]
  readonly actions: readonly object[]
}

function chartCard({ locale }: Reader, parts: ChartParts): CardContent {
  const { title, text, bars = [], curves = [], sections, choices = [], actions } = parts
  const said = sections.flatMap(({ heading, lines }) => [`${heading}: ${lines.join('; ')}`])
  return {
    name: 'journal-chart-card',
    data: {
      lang: locale,
      title,
      lines: paragraphs(text),
      bars,
      curves,
      sections,
      choices: choices.map(choiceList),
      actions,
      fallbackText: inert([title, ...said].join('. ')),
      speak: inert([title, ...paragraphs(text).map((line) => line.replace(/\.$/, '')), ...said].join('. ')),
    },
    summary: title,
  }
}

/** Which areas of the framework a leader has reflected on; counts, in the document's order. */
export function coverageCard(reader: Reader, coverage: Coverage | undefined): CardContent {
  const { texts, locale, home } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const title = t('coverage.title')
  if (!coverage) {
    const actions = [button(t('coverage.choose'), 'profile.show')]
    return chartCard(reader, { title, text: t('coverage.unknown'), sections: [], actions })
  }
  const { areas, next, chapters, hasPitfalls, asksRole, hrs, notes, talks, elsewhere } = coverage
  const name = ({ place }: Pick<AreaCoverage, 'place'>) => areaTitle(reader, place)
  const counted = (area: string, count: number) => t(count === 1 ? 'coverage.one' : 'coverage.many', { area, count })
  const besides = [
    ...chapters.map((chapter) => counted(name(chapter), chapter.count)),
    ...(hrs > 0 ? [counted(t('journal.own'), hrs)] : []),
    ...(notes > 0 ? [counted(t('ownNote.noArea'), notes)] : []),
    ...(talks > 0 ? [counted(t('expect.many'), talks)] : []),
    ...(elsewhere > 0 ? [counted(t('coverage.elsewhere'), elsewhere)] : []),
  ]
  const visited = areas.filter(({ count }) => count > 0)
  const part = (heading: string, lines: readonly string[]) => (lines.length > 0 ? [{ heading, lines }] : [])
  return chartCard(reader, {
    title,
    text: [
      ...(areas.length > 0 ? [t('coverage.text')] : []),
      ...(hasPitfalls ? [t('coverage.pitfalls')] : []),
      ...(asksRole ? [t(areas.length > 0 ? 'coverage.role' : 'coverage.roleFirst')] : []),
    ].join('\n'),
    // Without a single reflection there is nothing to draw.
    bars:
      visited.length === 0
        ? []
        : [
            {
              title: t('coverage.chart'),
              data: areas.map((area) => ({ x: name(area), y: area.count })),
            },
          ],
    sections: [
      ...part(
        t('coverage.visited'),
        visited.map((area) => counted(name(area), area.count)),
      ),
      ...part(t('coverage.untouched'), areas.filter(({ count }) => count === 0).map(name)),
      ...part(t(areas.length > 0 ? 'coverage.besides' : 'coverage.soFar'), besides),
    ],
    actions: [
      ...(asksRole ? [button(t('coverage.chooseRole'), 'profile.choose', { framework: home ?? '' })] : []),
      // By its name, as if it was typed: that is what the prompt then says it was asked for by.
      ...(next
        ? [
            button(t('coverage.ask', { area: shortened(name(next), mostOfArea) }), 'prompt.request', {
              topic: name(next),
            }),
          ]
        : []),
      button(t('journal.scaleButton'), 'scale.show'),
      button(t('button.myReflections'), 'reflections.list'),
    ],
  })
}

/** A leader's own 1 to 5 over time. */
export function scaleCard(reader: Reader, { by, points, area, places }: OwnScale): CardContent {
  const { texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const title = t('scale.title')
  const areas = places.map((place) => ({ title: areaTitle(reader, place), value: placeKey(place) }))
  const chosen = areas.find(({ value }) => value === area)?.title ?? t('scale.all')
  const hasChoice = areas.length > 1 || area !== ''
  const isMean = points.some(({ count }) => count > 1)
  const what = by === 'month' ? [t('scale.byMonth')] : isMean ? [t('scale.byDay')] : []
  const values = points.map((point, i) => ({ x: axisLabel(points, i, by, reader), y: point.value }))
  return chartCard(reader, {
    title,
    text: points.length === 0 ? t('scale.tooFew') : [t('scale.text'), ...what].join('\n'),
    ...(points.length > 0 && {
      curves: [{ title: chosen, axis: t('scale.axis'), data: [{ legend: t('scale.line'), values }] }],
    }),
    sections:
      points.length === 0
        ? []
        : [{ heading: `${t('scale.answers')}: ${chosen}`, lines: points.map((point) => said(point, by, reader)) }],
    choices: hasChoice
      ? [
          {
            id: 'area',
            label: t('find.area'),
            error: t('find.areaError'),
            placeholder: t('scale.all'),
            value: area,
            choices: [{ title: t('scale.all'), value: '' }, ...areas],
          },
        ]
      : [],
    actions: [
      ...(hasChoice ? [button(t('scale.show'), 'scale.show')] : []),
      button(t('journal.coverage'), 'coverage.show'),
      button(t('button.myReflections'), 'reflections.list'),
    ],
  })
}

/**
 * Where a point stands. Teams takes dates alone for a time line, and everything else for names in a row, of which two alike would be
 * one place.
 */
function axisLabel(points: readonly ScalePoint[], i: number, by: OwnScale['by'], reader: Reader): string {
  const label = ({ when }: ScalePoint) => (by === 'time' ? shortTime(reader.locale, reader.timeZone, when) : when)
  const labels = points.slice(0, i + 1).map(label)
  const own = labels.at(-1) ?? ''
  const before = labels.slice(0, -1).filter((other) => other === own).length
  return before === 0 ? own : `${own} (${before + 1})`
}

function said({ when, value, count }: ScalePoint, by: OwnScale['by'], { texts, locale, timeZone }: Reader): string {
  const number = new Intl.NumberFormat(locale === 'da' ? 'da-DK' : 'en-GB').format(value)
  return texts(locale, count === 1 ? 'scale.point' : 'scale.mean', { when: spelt(), value: number, count })

  function spelt(): string {
    switch (by) {
      case 'time':
        return dateAndTime(locale, timeZone, when)
      // These are local already: noon in UTC is the same day.
      case 'date':
        return dateOf(locale, 'UTC', `${when}T12:00:00.000Z`)
      case 'month':
        return monthAndYear(locale, 'UTC', `${when}-15T12:00:00.000Z`)
    }
  }
}
