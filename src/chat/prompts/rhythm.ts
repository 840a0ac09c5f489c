import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import { rhythmFormCard, rhythmKeptCard } from '../../cards/prompt/rhythm-card'
import { anyTopic } from '../../cards/prompt/rhythm-choices'
import { usualRhythm } from '../../dates/agreed-rhythm'
import { keptAway } from '../../dates/pause-of'
import { type RhythmReading, readOwnRhythm } from '../../dates/read-own-rhythm'
import { changedRhythm, type RhythmChange, readRhythmChange } from '../../dates/read-rhythm-change'
import { findRhythm, keepRhythm, ownRhythmInput, stopRhythm } from '../../prompts/rhythm'
import type { Rhythm } from '../../records/rhythm'
import { localDate } from '../../time/clock'
import { stopNewRole } from '../leader/new-role'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

/** What a typed text asks of a question at a time of one's own; undefined for any other text. */
export async function answerRhythm(turn: Turn, text: string): Promise<Reply | undefined> {
  if (!turn.isPersonal || !turn.isProfileRead) return undefined
  const reading = readOwnRhythm(text)
  if (reading) return doAsSaid(turn, reading)
  if (readOwnRhythm(text, 'ours')) return send(notice(turn.reader, 'teamRhythm.elsewhere'))
  const change = readRhythmChange(text)
  const standing = change && (await findRhythm(turn.ctx))
  return change && standing && changed(turn, standing, change)
}

/** The form, with what stands. */
export async function showRhythm({ ctx, reader }: Turn): Promise<Reply> {
  return send(rhythmFormCard(reader, { rhythm: await findRhythm(ctx) }))
}

export async function keepChosen(turn: Turn, input: z.infer<typeof ownRhythmInput>): Promise<Reply> {
  if (input.of === 'series' && !(await findRhythm(turn.ctx))?.series) return replace(notice(turn.reader, 'newRoleNone'))
  return replace(await kept(turn, { ...input, topic: input.topic === anyTopic ? '' : input.topic }))
}

/** All that comes at that time: whoever says so wants none of it. */
export async function stopOwn(turn: Turn): Promise<Reply> {
  const { ctx, reader } = turn
  const rhythm = await findRhythm(ctx)
  if (!rhythm) return replace(notice(reader, 'rhythmNone'))
  if (rhythm.series && !rhythm.series.after) return stopNewRole(turn)
  await stopRhythm(ctx)
  return replace(notice(reader, rhythm.series ? 'rhythmStoppedBoth' : 'rhythmStopped'))
}

async function doAsSaid(turn: Turn, reading: RhythmReading): Promise<Reply> {
  const { ctx, reader } = turn
  const rhythm = await findRhythm(ctx)
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  switch (reading.status) {
    case 'daily':
      return send(rhythmFormCard(reader, { rhythm, lead: t('rhythm.daily') }))
    case 'monthly':
      return send(rhythmFormCard(reader, { rhythm, lead: t('rhythm.monthly') }))
    case 'no-such-time':
      return send(rhythmFormCard(reader, { rhythm, lead: t('rhythm.fault.saidTime', { said: reading.said }) }))
    case 'rhythm': {
      const { weekday = rhythm?.weekday, time = rhythm?.time ?? usualRhythm.time, everyWeeks, topic } = reading
      if (weekday === undefined)
        return send(rhythmFormCard(reader, { rhythm, chosen: { time, everyWeeks, topic }, lead: t('rhythm.which') }))
      return send(await kept(turn, { weekday, time, everyWeeks: everyWeeks ?? 1, topic: topic.slice(0, 200) }))
    }
  }
}

async function changed(turn: Turn, rhythm: Rhythm, change: RhythmChange): Promise<Reply> {
  if (change.kind === 'stop') return { ...(await (rhythm.series ? stopNewRole(turn) : stopOwn(turn))), how: 'send' }
  return send(await kept(turn, changedRhythm(rhythm, change)))
}

async function kept(turn: Turn, input: z.infer<typeof ownRhythmInput>) {
  const { ctx, leader, reader } = turn
  const before = await findRhythm(ctx)
  const rhythm = await keepRhythm(ctx, leader, ownRhythmInput.parse(input))
  const isPaused = keptAway(leader, localDate(ctx.clock.now(), leader.timeZone)) !== undefined
  const isOther =
    before !== undefined && !rhythm.series && (before.weekday !== rhythm.weekday || before.time !== rhythm.time)
  return rhythmKeptCard(reader, rhythm, { stopped: leader.stopped, isPaused, isOther })
}
