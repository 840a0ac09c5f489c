import { type SeriesName, seriesNames } from '../../campaigns/form/series'
import { button, primary, withoutInputs } from '../kit/button'
import type { Choice } from '../kit/choice-list'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'

/** The ready-made series, each with what it does, and whose municipality it is for. */
export function seriesCard(reader: Reader): CardContent {
  const { library, texts, locale, home } = reader
  const t = (key: string) => texts(locale, `campaignSeries.${key}`)
  const municipalities = library.frameworks
    .map(({ slug, municipality }) => ({ title: municipality, value: slug }))
    .sort((a, b) => a.title.localeCompare(b.title, 'da'))
  return sheetCard(reader, {
    title: t('title'),
    text: t('text'),
    sections: seriesNames.map((name) => ({ heading: t(`${name}.name`), text: t(`${name}.about`) })),
    choices: [
      choice('series', t('choose'), t('chooseError'), seriesNames[0], named(reader)),
      choice('framework', t('framework'), t('frameworkError'), home ?? municipalities[0]?.value ?? '', municipalities),
    ],
    buttons: [primary(button(t('next'), 'campaign.series')), withoutInputs(button(t('new'), 'campaign.new'))],
  })
}

/** Which two roles a series is about. */
export function seriesRolesCard(reader: Reader, series: SeriesName, framework: string): CardContent {
  const { library, texts, locale } = reader
  const t = (key: string) => texts(locale, `campaignSeries.${key}`)
  const found = library.framework(framework)
  const roles = (found?.roles ?? [])
    .filter(({ group, level }) => !group && level !== null)
    .map(({ slug, title }) => ({ title, value: slug }))
  const [first, second = first] = roles
  const isNew = series === 'newInRole'
  const origins = isNew ? [{ title: t('fromNone'), value: 'none' }, ...roles] : roles
  const of = isNew ? 'newInRole' : 'twoSides'
  return sheetCard(reader, {
    title: t(`${series}.name`),
    text: t(`${series}.about`),
    choices: [
      choice('from', t(`${of}.from`), t('roleError'), origins[0]?.value ?? '', origins),
      choice('to', t(`${of}.to`), t('roleError'), (isNew ? first : second)?.value ?? '', roles),
    ],
    buttons: [
      primary(button(t('next'), 'campaign.series', { series, framework })),
      withoutInputs(button(t('back'), 'campaign.offerSeries')),
    ],
  })
}

function named({ texts, locale }: Reader): readonly Choice[] {
  return seriesNames.map((name) => ({ title: texts(locale, `campaignSeries.${name}.name`), value: name }))
}

function choice(id: string, label: string, error: string, value: string, choices: readonly Choice[]) {
  return { id, label, error, value, choices }
}
