import type { LogEntry } from '../../hr-access/list-log'
import { button, primary } from '../kit/button'
import { dateAndTime } from '../kit/local-time'
import { escapeMarkdown, inert, paragraphs } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { actInWords, actorInWords } from './act-in-words'

export interface HrLogView extends Reader {
  /** Those of this page, the newest first. */
  readonly entries: readonly LogEntry[]
  /** From 0. */
  readonly page: number
  readonly pages: number
  readonly months: number
}

/** What HR has done, a line of a table each. */
export function hrLogCard(view: HrLogView): CardContent {
  const { entries, page, pages, months, texts, locale, timeZone } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const title = t('log.title')
  const lines = [
    t('log.text', { months }),
    ...(entries.length === 0 ? [t('log.none')] : pages > 1 ? [t('campaigns.page', { page: page + 1, pages })] : []),
  ]
  const rows = entries.map((entry) => [
    `${actorInWords(view, entry)}\n\n${dateAndTime(locale, timeZone, entry.line.at)}`,
    actInWords(view, entry),
  ])
  return {
    name: 'hr-log-card',
    data: {
      lang: locale,
      title,
      lines: lines.flatMap(paragraphs),
      hasRows: rows.length > 0,
      rows: [[t('log.who'), t('log.what')], ...rows].map(tableRow),
      actions: [
        ...(entries.length > 0 ? [primary(button(t('log.file'), 'log.file'))] : []),
        ...(page > 0 ? [button(t('campaigns.before'), 'log.list', { page: String(page - 1) })] : []),
        ...(page + 1 < pages ? [button(t('campaigns.more'), 'log.list', { page: String(page + 1) })] : []),
      ],
      fallbackText: t('card.fallback', { title }),
      speak: inert([title, ...lines].join('. ')),
    },
    summary: title,
  }
}

function tableRow(cells: readonly string[]) {
  return {
    type: 'TableRow',
    cells: cells.map((text) => ({
      type: 'TableCell',
      items: [{ type: 'TextBlock', wrap: true, text: escapeMarkdown(text) }],
    })),
  }
}
