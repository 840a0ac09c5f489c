import { HeadingLevel, Packer, Paragraph, type Table, TextRun } from 'docx'
import type { SeasonDate } from '../campaigns/verbs/show-season'
import { audienceInWords, capitalised, recipientsInWords } from '../cards/campaign/campaign-words'
import { notesOf, questionOf, reasonOf, type SeasonView, seasonDay, seasonMonths } from '../cards/campaign/season-words'
import { dateInWords, dateOf, timeOfDay } from '../cards/kit/local-time'
import { documentOf, headOf, tableOf } from './document-parts'
import { styleIds } from './document-styles'
import { xmlText } from './xml-text'

/** HR's year as a Word file to print: a table a month, on its side. Import this module only when used: its library is large. */
export function writeSeasonDocument(view: SeasonView): Promise<Buffer> {
  const { texts, locale, season, library, timeZone, nowMs } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const { whom, month } = season
  const made = dateOf(locale, timeZone, new Date(nowMs).toISOString())
  const role = whom ? (library.role(whom.framework, whom.role)?.title ?? whom.role) : ''
  const meta = (text: string) => new Paragraph({ style: styleIds.meta, text: xmlText(text) })
  const file = documentOf({
    locale,
    title: t('season.title'),
    creator: '',
    description: t('season.text'),
    foot: t('lus.doc.page'),
    isOnItsSide: true,
    children: [
      ...headOf(t('season.title'), []),
      meta(t(month === null ? 'season.page.made' : 'season.page.madeIn', { date: made })),
      ...(season.dates.length === 0 ? [meta(t('season.none'))] : []),
      ...(whom ? [meta(t('season.forWhom', { role }))] : []),
      ...seasonMonths(view, season.dates).flatMap(({ heading, dates }) => [
        new Paragraph({ heading: HeadingLevel.HEADING_2, text: heading }),
        monthTable(view, dates),
      ]),
    ],
  })
  return Packer.toBuffer(file)
}

/** Per cent of the width, a column each. */
const widths = [17, 7, 24, 22, 30]

function monthTable(view: SeasonView, dates: readonly SeasonDate[]): Table {
  const { texts, locale, season } = view
  const t = (key: string) => texts(locale, `season.page.${key}`)
  const head = [t('day'), t('time'), t('campaign'), t('whom'), t(season.whom ? 'question' : 'notes')]
  return tableOf(
    widths,
    head,
    dates.map((date) => cellsOf(view, date).map(paragraphsOf)),
  )
}

function cellsOf(view: SeasonView, found: SeasonDate): (readonly string[])[] {
  const { texts, locale, library, season } = view
  const { campaign, date, at } = found
  const { audience, recurrence } = campaign
  const day = seasonDay(found)
  const channels = audience.channels.length
  const asked = season.whom && date !== null ? [questionOf(view, found) ?? texts(locale, 'season.nothing')] : []
  const skipped = date === null ? [texts(locale, 'season.page.skipped', { why: reasonOf(view, found) })] : []
  const together = date !== null && season.collisions.has(date) ? [texts(locale, 'season.collision')] : []
  return [
    // The year stands above.
    [capitalised(dateInWords(locale, day, day))],
    [at === null ? '' : timeOfDay(locale, recurrence.timeZone, at)],
    [campaign.name],
    [
      ...audienceInWords(texts, locale, library, audience),
      ...(channels > 0 ? [recipientsInWords(texts, locale, { leaders: 0, channels })] : []),
    ],
    [...asked, ...[...skipped, ...notesOf(view, found), ...together].map(capitalised)],
  ]
}

/** Word wants a paragraph in every cell. */
function paragraphsOf(lines: readonly string[]): Paragraph[] {
  const shown = lines.length === 0 ? [''] : lines
  return shown.map((line) => new Paragraph({ spacing: { after: 0 }, children: [new TextRun(xmlText(line))] }))
}
