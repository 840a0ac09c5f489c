import type { z } from 'zod'
import { nowIso } from '../../caller/context'
import { talkFileCard } from '../../cards/expectations/talk-file-card'
import type { reflectionIdInput } from '../../journal/change-reflection'
import { showReflection } from '../../journal/show-reflection'
import type { Talk } from '../../records/expectation-talk'
import { localDate } from '../../time/clock'
import { replaceWithReflection } from '../reflection-reply'
import { type FileOffer, type Reply, send } from '../reply'
import type { Turn } from '../turn'

/** What stands in the question whether a file may be handed over. */
export const talkContext = 'talk'

/** Asks whether the file may be put in the leader's OneDrive. It is made again when it may: nothing of it is kept meanwhile. */
export async function offerTalkFile(turn: Turn, input: z.infer<typeof reflectionIdInput>): Promise<Reply> {
  const reflection = await showReflection(turn.ctx, input)
  const { talk, id: reflectionId } = reflection
  if (!talk) return replaceWithReflection(turn, reflection)
  const t = (key: string, params = {}) => turn.reader.texts(turn.reader.locale, key, params)
  const offer: FileOffer = {
    name: t('expect.file.name', { date: localDate(turn.ctx.clock.now(), turn.leader.timeZone) }),
    description: t('expect.file.description'),
    sizeInBytes: (await talkFile(turn, talk)).length,
    acceptContext: { what: talkContext, reflectionId },
    declineContext: { what: talkContext },
  }
  return send(talkFileCard(turn.reader, reflectionId, 'offered'), { before: [offer] })
}

export async function talkFile({ ctx, leader, reader }: Turn, talk: Talk): Promise<Buffer> {
  // Loaded only when used: the library that writes Word files is large.
  const { writeTalkDocument } = await import('../../documents/write-talk-document.js')
  return writeTalkDocument({ ...reader, talk, leader, at: nowIso(ctx) })
}
