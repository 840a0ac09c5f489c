import type { z } from 'zod'
import { atOnce } from '../../async/at-once'
import { notice } from '../../cards/kit/notice-card'
import { type Reader, readerFor } from '../../cards/kit/reader'
import { reflectionPoints } from '../../cards/prompt/reflection-card'
import { reflectionQuestion } from '../../cards/prompt/reflection-question'
import {
  channelName,
  type Shared,
  shareChannelCard,
  sharedCard,
  sharePreviewCard,
  shareStateCard,
  takenBackCard,
} from '../../cards/prompt/share-card'
import { thenQuestion } from '../../cards/prompt/then-card'
import { withdrawCard } from '../../cards/prompt/withdraw-card'
import { listChannels } from '../../channels/list-channels'
import { AppError } from '../../errors'
import type { reflectionIdInput } from '../../journal/change-reflection'
import {
  canBeShared,
  type channelInput,
  findChannel,
  isSame,
  noteShare,
  type shareInput,
  shareReflection,
} from '../../journal/share-reflection'
import { sharesThatStand } from '../../journal/share-standing'
import { showReflection } from '../../journal/show-reflection'
import { isKept, type withdrawInput, withdrawReflection } from '../../journal/withdraw-reflection'
import { type Channel, channels } from '../../records/channel'
import { isNote, type Reflection, type Share } from '../../records/reflection'
import { replaceWithReflection } from '../reflection-reply'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

/** Where to share: the channels of the leader's own teams that Pejling is in, or how to get it into one. */
export async function chooseChannel(turn: Turn, input: z.infer<typeof reflectionIdInput>): Promise<Reply> {
  const reflection = await showReflection(turn.ctx, input, turn.pressedId)
  if (!canBeShared(reflection)) return replaceWithReflection(turn, reflection)
  const known = await ownChannels(turn)
  if (known.length === 0) return send(notice(turn.reader, 'shareNone'))
  return replace(shareChannelCard(turn.reader, reflection.id, known))
}

/** Shows exactly what would be posted. Nothing is posted yet. */
export async function previewShare(turn: Turn, input: z.infer<typeof channelInput>): Promise<Reply> {
  const reflection = await showReflection(turn.ctx, input, turn.pressedId)
  return canBeShared(reflection) ? preview(turn, reflection, input.channelId) : replaceWithReflection(turn, reflection)
}

/** Notes the share before it is posted, so that a press that comes twice posts once. Where posting failed, the card offers to try again. */
export async function postShare(turn: Turn, input: z.infer<typeof shareInput>): Promise<Reply> {
  const { ctx, otherChats } = turn
  const channel = await findOwnChannel(turn, input.channelId)
  const name = channelName(turn.reader, channel)
  const { reflection, isToPost } = await shareReflection(ctx, input, name)
  if (!isToPost) return shareState(turn, reflection, input)
  const posted = await otherChats.post(channel.conversation, sharedCard(inChannel(turn), sharedOf(turn, reflection)))
  const outcome = { delivery: posted.status, ...(posted.status === 'sent' && { cardId: posted.id }) }
  const after = await noteShare(ctx, input, outcome)
  // The other cards of the chat still say that only the leader can see the answer.
  if (posted.status !== 'failed') await replaceOthers(turn, after, await replaceWithReflection(turn, after))
  return shareState(turn, after, input)
}

/** Takes what was shared out of its channels; the answer stays. */
export async function takeBack(turn: Turn, input: z.infer<typeof reflectionIdInput>): Promise<Reply> {
  const reflection = await emptyShares(turn, await showReflection(turn.ctx, input, turn.pressedId))
  const last = reflection.shared?.findLast(({ isTakenBack }) => isTakenBack)
  if (sharesThatStand(reflection).length > 0) return send(notice(turn.reader, 'shareTakeBackFailed'))
  if (!last || reflection.state !== 'answered') return replaceWithReflection(turn, reflection)
  return replace(shareStateCard(turn.reader, reflection, last))
}

/** Asks once before the words of an answer are gone; where there are none, or none any more, nothing is asked. */
export async function askWithdraw(turn: Turn, input: z.infer<typeof reflectionIdInput>): Promise<Reply> {
  const reflection = await showReflection(turn.ctx, input, turn.pressedId)
  const hasWords = reflection.text !== undefined || reflection.talk !== undefined
  if (!isKept(reflection) || !hasWords) return replaceWithReflection(turn, reflection)
  return replace(withdrawCard(turn.reader, reflection), { holds: { reflectionId: reflection.id } })
}

/** Withdraws the answer: here, in the other cards of the chat that show it, and in the channels. */
export async function withdraw(turn: Turn, input: z.infer<typeof withdrawInput>): Promise<Reply> {
  const withdrawn = await withdrawReflection(turn.ctx, input, turn.pressedId)
  if (withdrawn.state !== 'withdrawn') return replaceWithReflection(turn, withdrawn)
  const reflection = await emptyShares(turn, withdrawn)
  const reply = await replaceWithReflection(turn, reflection)
  await replaceOthers(turn, reflection, reply)
  return reply
}

/** Teams takes seven changes a second; the pressed card is replaced by the answer itself. */
const mostOthers = 4

async function replaceOthers(
  { leader, otherChats, pressedId }: Turn,
  { cardIds = [] }: Reflection,
  reply: Reply,
): Promise<void> {
  const { conversation } = leader
  const others = cardIds.filter((id) => id !== pressedId).slice(-mostOthers)
  if (conversation) await Promise.all(others.map((id) => otherChats.replace(conversation, id, reply.card)))
}

/** Puts a neutral text where the answer was shared. @returns whether it stands there */
export async function emptyShare(turn: Turn, { channelId, cardId = '' }: Share): Promise<boolean> {
  const { ctx, otherChats } = turn
  const channel = (await ctx.store.get(channels, ctx.caller.tenantId, channelId))?.document
  return channel !== undefined && otherChats.replace(channel.conversation, cardId, takenBackCard(inChannel(turn)))
}

/** Does that in every channel it was shared in. Done again, it tries those that are left. */
async function emptyShares(turn: Turn, reflection: Reflection): Promise<Reflection> {
  let after = reflection
  for (const share of sharesThatStand(reflection)) {
    if (!(await emptyShare(turn, share))) continue
    after = await noteShare(turn.ctx, { ...share, reflectionId: reflection.id }, { isTakenBack: true })
  }
  return after
}

/** How the share stands; where the answer was edited since the preview, what would be posted now. */
async function shareState(
  turn: Turn,
  reflection: Reflection,
  { channelId, revision }: z.infer<typeof shareInput>,
): Promise<Reply> {
  const share = reflection.shared?.find((each) => isSame(each, { channelId, revision }))
  if (share) return replace(shareStateCard(turn.reader, reflection, share))
  return canBeShared(reflection) ? preview(turn, reflection, channelId) : replaceWithReflection(turn, reflection)
}

async function preview(turn: Turn, reflection: Reflection, channelId: string): Promise<Reply> {
  const channel = await findOwnChannel(turn, channelId)
  const to = {
    reflectionId: reflection.id,
    channelId,
    channel: channelName(turn.reader, channel),
    revision: reflection.revision ?? 0,
  }
  return replace(sharePreviewCard(turn.reader, inChannel(turn), sharedOf(turn, reflection), to))
}

/** A channel is read by several, so in the language of the configuration. */
function inChannel({ ctx, reader }: Turn): Reader {
  return readerFor(reader, ctx.config)
}

function sharedOf(turn: Turn, reflection: Reflection): Shared {
  const { ctx, reader } = turn
  const { second } = reflection
  return {
    name: ctx.caller.name,
    question: isNote(reflection) ? undefined : reflectionQuestion(reflection, inChannel(turn)),
    text: reflection.text ?? '',
    second:
      second === undefined ? undefined : { question: thenQuestion(reflection, inChannel(turn)) ?? '', text: second },
    points: reflectionPoints(reader.library, reflection).answering,
  }
}

/** Teams is asked about so many teams side by side. */
const teamsAtOnce = 10

/** The channels whose team the leader is in: the names of others are not theirs to know. */
async function ownChannels(turn: Turn): Promise<Channel[]> {
  const all = (await listChannels(turn.ctx)).filter(({ removedAt }) => removedAt === null)
  const teams = [...new Map(all.map((channel) => [channel.teamId, channel])).values()]
  const asked = await atOnce(teamsAtOnce, teams, async (channel) =>
    (await isIn(turn, channel)) ? [channel.teamId] : [],
  )
  const own = new Set(asked.flat())
  return all.filter(({ teamId }) => own.has(teamId))
}

/** Asked again at each step: an id in a card is nobody's right to post there. */
async function findOwnChannel(turn: Turn, channelId: string): Promise<Channel> {
  const channel = await findChannel(turn.ctx, channelId)
  if (await isIn(turn, channel)) return channel
  throw new AppError('forbidden', 'The leader is not in the team of that channel', {
    say: { key: 'share.notMember', field: 'channelId' },
  })
}

/** By the id that Teams itself gives its users, which is in every activity of theirs. */
function isIn({ ctx, leader, otherChats }: Turn, channel: Channel): Promise<boolean> {
  return otherChats.isMember(channel, leader.conversation?.userId ?? ctx.caller.leaderId)
}
