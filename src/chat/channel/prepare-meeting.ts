import { z } from 'zod'
import { resolveRole } from '../../answers/reading/resolve-role'
import { nowIso } from '../../caller/context'
import { notice } from '../../cards/kit/notice-card'
import { readerFor } from '../../cards/kit/reader'
import { kitIds, meetingCard, meetingTopicCard } from '../../cards/prompt/meeting-card'
import { listShownThere } from '../../channels/start-discussion'
import { AppError } from '../../errors'
import type { Library } from '../../framework/library'
import type { Prompt } from '../../framework/schema'
import { type MeetingKit, meetingFor } from '../../prompts/choosing/meeting-kit'
import { localDate } from '../../time/clock'
import { type FileOffer, type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { everybodyIn } from './in-thread'

/** What stands in the question whether the file of a meeting may be handed over. */
export const meetingContext = 'meeting'

export const meetingInput = z.object({
  topic: z.string().max(200).default(''),
  /** Whose meeting it is, as said: "i direktionen". */
  group: z.string().max(200).default(''),
})
export const kitInput = z.object({
  promptId: z.string().min(1).max(200),
  roundId: z.string().max(200).default(''),
  pitfallId: z.string().max(200).default(''),
})
export const sentKitInput = kitInput.extend({ topic: z.string().max(200).default('') })

/** A meeting for the channel's group, or for the one named; in one's own chat for the group that one's role works in. */
export async function prepareMeeting(turn: Turn, { topic, group: said }: z.infer<typeof meetingInput>): Promise<Reply> {
  const { ctx, leader, isPersonal, conversationId } = turn
  const { locale } = leader
  const framework = ctx.knowledge.library.framework(leader.framework ?? '')?.slug ?? null
  const group = groupNamed(turn, framework, said) ?? turn.place?.group ?? ownGroup(turn, framework)
  const shown = isPersonal ? [] : await listShownThere(ctx, conversationId)
  const seed = `${conversationId} ${localDate(ctx.clock.now(), leader.timeZone)}`
  const meeting = meetingFor(ctx.knowledge, { topic, framework, group, locale, shown, seed })
  const reader = isPersonal ? turn.reader : everybodyIn(turn).everybody
  switch (meeting.status) {
    case 'made':
      return send(meetingCard(reader, { kit: meeting.kit, topic }, { isPersonal, place: turn.place }))
    case 'none':
      return send(meetingTopicCard(reader, topic, meeting.themes))
    case 'ask':
      return send(meetingTopicCard(reader, '', meeting.themes))
  }
}

/** To the chat of whoever pressed, where it becomes a file; the others see nothing of it. */
export async function sendMeeting(turn: Turn, { topic, ...input }: z.infer<typeof sentKitInput>): Promise<Reply> {
  const { ctx, leader, otherChats } = turn
  const kit = kitOf(turn, input)
  if (turn.isPersonal) return offerMeetingFile(turn, input)
  const posted = leader.conversation
    ? await otherChats.post(
        leader.conversation,
        meetingCard(readerFor(turn.reader, leader), { kit, topic }, { isPersonal: true }),
      )
    : undefined
  if (posted?.status !== 'sent')
    throw new AppError('unavailable', 'No chat of their own', { say: { key: 'meeting.fault.noChat' } })
  return replace(
    meetingCard(
      everybodyIn(turn).everybody,
      { kit, topic },
      { isPersonal: false, sentTo: ctx.caller.name, place: turn.place },
    ),
  )
}

/** Asks whether the Word file may be put in the asker's OneDrive. */
export async function offerMeetingFile(turn: Turn, input: z.infer<typeof kitInput>): Promise<Reply> {
  if (!turn.isPersonal) return sendMeeting(turn, { ...input, topic: '' })
  const kit = kitOf(turn, input)
  const t = (key: string, params = {}) => turn.reader.texts(turn.reader.locale, key, params)
  const offer: FileOffer = {
    name: t('meeting.fileName', { date: localDate(turn.ctx.clock.now(), turn.leader.timeZone) }),
    description: t('meeting.fileDescription'),
    sizeInBytes: (await meetingFile(turn, input)).length,
    acceptContext: { what: meetingContext, ...kitIds(kit) },
    declineContext: { what: meetingContext },
  }
  return send(notice(turn.reader, 'meeting.offered'), { before: [offer] })
}

export async function meetingFile(turn: Turn, input: z.infer<typeof kitInput>): Promise<Buffer> {
  // Loaded only when used: the library that writes Word files is large.
  const { writeMeetingDocument } = await import('../../documents/write-meeting-document.js')
  return writeMeetingDocument({ ...turn.reader, kit: kitOf(turn, input), at: nowIso(turn.ctx) })
}

function kitOf({ ctx }: Turn, { promptId, roundId, pitfallId }: z.infer<typeof kitInput>): MeetingKit {
  const { library } = ctx.knowledge
  const known = (id: string) => library.point(id)?.id ?? null
  return { promptId: sharedPrompt(library, promptId).id, roundId: known(roundId), pitfallId: known(pitfallId) }
}

/** @throws AppError `not-found` where the question is no longer there, or is for one leader alone */
export function sharedPrompt(library: Library, promptId: string): Prompt {
  const prompt = library.prompt(promptId)
  if (prompt && !prompt.private) return prompt
  throw new AppError('not-found', 'No such question', { say: { key: 'meeting.fault.gone' } })
}

function groupNamed({ ctx }: Turn, framework: string | null, said: string): string | null {
  const { library, readQuestion } = ctx.knowledge
  if (framework === null || said === '') return null
  const named = readQuestion(said, { framework }).roles.filter(({ whose }) => whose === 'named')
  const slugs = named.map((role) => resolveRole(library, role, framework).slug)
  return slugs.find((slug) => library.role(framework, slug)?.group) ?? null
}

function ownGroup({ ctx, leader, isPersonal }: Turn, framework: string | null): string | null {
  if (!isPersonal || framework === null) return null
  return ctx.knowledge.library.role(framework, leader.role ?? '')?.worksIn ?? null
}
