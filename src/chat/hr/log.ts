import type { z } from 'zod'
import { hrLogCard } from '../../cards/hr/hr-log-card'
import { listLog } from '../../hr-access/list-log'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import type { pageInput } from './follow-campaign'

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
