import type { z } from 'zod'
import { actInWords, actorInWords } from '../../cards/hr/act-in-words'
import { hrLogCard } from '../../cards/hr/hr-log-card'
import { sortableTime } from '../../cards/kit/local-time'
import { notice } from '../../cards/kit/notice-card'
import { listLog } from '../../hr-access/list-log'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import type { pageInput } from './follow-campaign'
import { sheetOffer } from './leader-files'

/** A page of the table fits a telephone in two screens. */
const pageSize = 10

/** What HR has done. The first page comes below; another takes the place of the one before. */
export async function showLog({ ctx, reader }: Turn, input: z.infer<typeof pageInput>): Promise<Reply> {
  const all = await listLog(ctx)
  const pages = Math.max(1, Math.ceil(all.length / pageSize))
  const page = Math.min(input.page ?? 0, pages - 1)
  const entries = all.slice(page * pageSize, (page + 1) * pageSize)
  const card = hrLogCard({ ...reader, entries, page, pages, months: ctx.config.retentionMonths })
  return input.page === undefined ? send(card) : replace(card)
}

/** Asks whether the whole log may be put in the OneDrive of one of HR. */
export async function offerLog(turn: Turn): Promise<Reply> {
  const offer = sheetOffer(turn, { what: 'hr-log' }, await logFile(turn))
  return send(notice(turn.reader, 'logOffered'), { before: [offer] })
}

/** The log as an Excel file, for who may read it. */
export async function logFile({ ctx, reader }: Turn): Promise<Buffer> {
  const { texts, locale, timeZone } = reader
  const t = (key: string) => texts(locale, key)
  const rows = (await listLog(ctx)).map((entry) => [
    sortableTime(timeZone, entry.line.at),
    actorInWords(reader, entry),
    actInWords(reader, entry),
    entry.line.campaignName ?? '',
  ])
  const head = ['log.column.when', 'log.column.who', 'log.what', 'log.column.campaign'].map(t)
  // Loaded only when used.
  const { writeWorkbook } = await import('../../documents/write-workbook.js')
  return writeWorkbook([{ name: t('log.title'), head, rows }])
}
