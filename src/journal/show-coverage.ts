import type { Ctx } from '../caller/context'
import type { Leader } from '../records/leader'
import { readJournal } from './read-journal'
import { type Coverage, coverageOf } from './reading/coverage'

/** Which areas of their framework and role the caller has reflected on; undefined without a municipality. */
export async function showCoverage(ctx: Ctx, leader: Leader): Promise<Coverage | undefined> {
  if (!leader.framework) return undefined
  return coverageOf(ctx.knowledge.library, leader, await readJournal(ctx, leader))
}
