import { z } from 'zod'
import type { Talk } from '../../records/expectation-talk'
import { mostLines, type TalkSide, talkSides } from './talk-lines'

/** What a leader has said of points so far, by side and point; under `text` what else they want to talk about. */
export type SaidSoFar = ReadonlyMap<string, string>

export function saidKey(side: TalkSide, pointId: string): string {
  return `${side}:${pointId}`
}

/** What stands in a talk that is kept. */
export function saidInTalk(talk: Talk): SaidSoFar {
  const lines = talkSides.flatMap((side) =>
    talk[side].map(({ statementId, text }) => [saidKey(side, statementId), text] as const),
  )
  return new Map([...lines, ['text', talk.more ?? '']])
}

/** What stands in the fields of the form, besides what was said of points that have left it. */
export function saidInFields(
  before: SaidSoFar,
  fields: Readonly<Record<string, string | undefined>>,
  ids: Readonly<Record<TalkSide, readonly string[]>>,
): SaidSoFar {
  const said = new Map(before)
  for (const side of talkSides)
    for (const [at, id] of ids[side].slice(0, mostLines).entries()) {
      const text = fields[`${side}${at}`]
      if (text !== undefined) said.set(saidKey(side, id), text)
    }
  if (fields.text !== undefined) said.set('text', fields.text)
  return said
}

const packed = z.array(z.tuple([z.string(), z.string()]))

/** As a button carries it; '' for nothing. */
export function packSaid(said: SaidSoFar): string {
  return said.size === 0 ? '' : JSON.stringify([...said])
}

/** What a button brought; nothing where it cannot be read. */
export function unpackSaid(text: string): SaidSoFar {
  try {
    return new Map(packed.parse(JSON.parse(text || '[]')))
  } catch {
    return new Map()
  }
}
