import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import { anyTopic, type RhythmChoice } from '../../cards/prompt/rhythm-choices'
import { teamRhythmFormCard, teamRhythmKeptCard } from '../../cards/prompt/team-rhythm-card'
import { findChannelHere } from '../../channels/place'
import {
  findTeamRhythm,
  type goOnInput,
  goOnWithTeamRhythm,
  type KeptTeamRhythm,
  keepTeamRhythm,
  stopTeamRhythm,
} from '../../channels/team-rhythm'
import { rhythmInput, usualRhythm } from '../../dates/agreed-rhythm'
import { type RhythmReading, readOwnRhythm } from '../../dates/read-own-rhythm'
import { changedRhythm, type RhythmChange, readRhythmChange } from '../../dates/read-rhythm-change'
import { AppError } from '../../errors'
import type { TeamRhythm } from '../../records/team-rhythm'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { everybodyIn, putForEverybody } from './in-thread'

/** What a text typed among others asks of a question that comes regularly; undefined for any other text. */
export async function answerTeamRhythm(turn: Turn, text: string): Promise<Reply | undefined> {
  const reading = readOwnRhythm(text, 'ours')
  if (reading) return doAsSaid(turn, reading)
  if (readOwnRhythm(text, 'mine')) return send(notice(everybodyIn(turn).everybody, 'teamRhythm.mine'))
  const change = readRhythmChange(text)
  const standing = change && (await findTeamRhythm(turn.ctx, turn.conversation))
  return change && standing && changed(turn, standing, change)
}

/** The form, below what it was asked for in. */
export async function showTeamRhythm(turn: Turn): Promise<Reply> {
  if (turn.isPersonal) return send(notice(turn.reader, 'teamRhythm.elsewhere'))
  return send(await teamRhythmForm(turn))
}

/** The form turns into what was agreed, for everybody. */
export async function keepTeamChosen(turn: Turn, input: z.infer<typeof rhythmInput>): Promise<Reply> {
  if (turn.isPersonal) return send(notice(turn.reader, 'teamRhythm.elsewhere'))
  const card = await kept(turn, { ...input, topic: input.topic === anyTopic ? '' : input.topic })
  await putForEverybody(turn, card)
  return replace(card, { tells: 'team-rhythm' })
}

export async function stopTeam(turn: Turn): Promise<Reply> {
  if (turn.isPersonal) return send(notice(turn.reader, 'teamRhythm.elsewhere'))
  await requireMember(turn)
  const hadOne = await stopTeamRhythm(turn.ctx, turn.conversation)
  const card = notice(everybodyIn(turn).everybody, hadOne ? 'teamRhythmStopped' : 'teamRhythmNone')
  await putForEverybody(turn, card)
  return replace(card)
}

/** After it was asked whether to. */
export async function goOnWithTeam(turn: Turn, input: z.infer<typeof goOnInput>): Promise<Reply> {
  if (turn.isPersonal) return send(notice(turn.reader, 'teamRhythm.elsewhere'))
  await requireMember(turn)
  const rhythm = await goOnWithTeamRhythm(turn.ctx, turn.conversation, input)
  const card = teamRhythmKeptCard(everybodyIn(turn).everybody, rhythm)
  await putForEverybody(turn, card)
  return replace(card)
}

/** As it stands, with the areas of the channel's own framework. */
export async function teamRhythmForm(turn: Turn, lead?: string, chosen?: RhythmChoice) {
  const rhythm = await findTeamRhythm(turn.ctx, turn.conversation)
  const { everybody } = everybodyIn(turn)
  const reader = { ...everybody, home: (await frameworkHere(turn)) ?? everybody.home }
  return teamRhythmFormCard(reader, { rhythm, lead, ...(chosen && { chosen }) })
}

async function doAsSaid(turn: Turn, reading: RhythmReading): Promise<Reply> {
  const { everybody } = everybodyIn(turn)
  const t = (key: string, params = {}) => everybody.texts(everybody.locale, key, params)
  switch (reading.status) {
    case 'daily':
      return send(await teamRhythmForm(turn, t('teamRhythm.daily')))
    case 'monthly':
      return send(await teamRhythmForm(turn, t('rhythm.monthly')))
    case 'no-such-time':
      return send(await teamRhythmForm(turn, t('rhythm.fault.saidTime', { said: reading.said })))
    case 'rhythm': {
      const standing = await findTeamRhythm(turn.ctx, turn.conversation)
      const { weekday = standing?.weekday, time = standing?.time ?? usualRhythm.time, everyWeeks = 1, topic } = reading
      if (weekday === undefined)
        return send(await teamRhythmForm(turn, t('teamRhythm.which'), { time, everyWeeks, topic }))
      return sendKept(turn, { weekday, time, everyWeeks, topic: topic.slice(0, 200) })
    }
  }
}

async function changed(turn: Turn, standing: TeamRhythm, change: RhythmChange): Promise<Reply> {
  if (change.kind === 'stop') return { ...(await stopTeam(turn)), how: 'send' }
  return sendKept(turn, changedRhythm(standing, change))
}

async function sendKept(turn: Turn, input: z.infer<typeof rhythmInput>): Promise<Reply> {
  return send(await kept(turn, input), { tells: 'team-rhythm' })
}

async function kept(turn: Turn, input: z.infer<typeof rhythmInput>) {
  await requireMember(turn)
  const { ctx, conversation } = turn
  const where = { conversation, framework: await frameworkHere(turn) }
  const { rhythm, before } = await keepTeamRhythm(ctx, where, rhythmInput.parse(input))
  return teamRhythmKeptCard(everybodyIn(turn).everybody, rhythm, other({ rhythm, before }))
}

/** The same once more, such as a press that comes twice, takes the place of nothing. */
function other({ rhythm, before }: KeptTeamRhythm): TeamRhythm | undefined {
  const isSame =
    before?.weekday === rhythm.weekday && before.time === rhythm.time && before.everyWeeks === rhythm.everyWeeks
  return isSame ? undefined : before
}

async function frameworkHere({ ctx, conversation }: Turn): Promise<string | null> {
  return (await findChannelHere(ctx, conversation))?.framework ?? ctx.config.municipality
}

/** Guests answer and do not decide. Where Teams does not say who is one, nobody is. @throws AppError `forbidden` for a guest */
async function requireMember({ ctx, conversation, otherChats }: Turn): Promise<void> {
  const channel = await findChannelHere(ctx, conversation)
  if (await otherChats.isGuest(channel ?? { conversation }, ctx.caller.leaderId))
    throw new AppError('forbidden', 'A guest does not decide for the team', { say: { key: 'teamRhythm.fault.guest' } })
}
