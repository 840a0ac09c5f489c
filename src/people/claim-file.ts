import type { Ctx } from '../caller/context'
import { updateLeader } from './leader'

/**
 * Claims the handing over of a file, since Teams may deliver a consent twice, or to two instances.
 * @param fileId where it is to lie; each offer has its own
 * @returns whether it is the first to do so
 */
export async function claimFile(ctx: Ctx, fileId: string): Promise<boolean> {
  let isFirst = false
  await updateLeader(ctx, (leader) => {
    isFirst = leader.fileId !== fileId
    return isFirst ? { fileId } : undefined
  })
  return isFirst
}
