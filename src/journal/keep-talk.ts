import { z } from 'zod'
import { chosenPoints, mostLines, type TalkSide, talkSides } from '../answers/expectations/talk-lines'
import type { TalkPartner } from '../answers/expectations/talk-partners'
import { type Ctx, nowIso } from '../caller/context'
import { AppError, type Saying } from '../errors'
import { type Talk, type TalkLine, talkPrompt } from '../records/expectation-talk'
import type { Reflection } from '../records/reflection'
import { changeReflection } from './change-reflection'
import { mostCharacters, requireNotHeld } from './save-reflection'

/** Of one thing to say: more is no sentence. */
const mostOfLine = 500

/** Whom with; see `partnerKey`. */
export const partnerInput = z.string().max(120)
/** Ids of points, by commas. */
const pointIdsInput = z.string().max(4000).default('')

/** One field for each thing to say, as the form calls them. */
const lineFields = {
  mine0: z.string().default(''),
  mine1: z.string().default(''),
  mine2: z.string().default(''),
  mine3: z.string().default(''),
  theirs0: z.string().default(''),
  theirs1: z.string().default(''),
  theirs2: z.string().default(''),
  theirs3: z.string().default(''),
}

const talkIdInput = z.string().regex(/^talk:[\w-]{8,80}$/)

export const keepTalkInput = z.object({
  reflectionId: talkIdInput,
  withRole: partnerInput,
  mineIds: pointIdsInput,
  theirsIds: pointIdsInput,
  ...lineFields,
  text: z.string().default(''),
})
const optionalFields = Object.fromEntries(
  [...Object.keys(lineFields), 'text'].map((field) => [field, z.string().optional()]),
) as Record<keyof typeof lineFields | 'text', z.ZodOptional<z.ZodString>>

/** What goes along while points are chosen: `said` as `packSaid` packs it, and the fields of the form that was left for it. */
export const pickTalkInput = keepTalkInput.extend({
  reflectionId: talkIdInput.optional(),
  page: z.coerce.number().int().min(0).max(1000).default(0),
  said: z.string().max(20_000).default(''),
  ...optionalFields,
})
/** What is chosen when it is to be said in one's own words. */
export const chosenPointsInput = pickTalkInput.pick({
  reflectionId: true,
  withRole: true,
  mineIds: true,
  theirsIds: true,
  said: true,
})
type KeepTalk = z.infer<typeof keepTalkInput>

/**
 * Keeps what the caller takes to a talk about expectations, new or edited; the same press twice keeps one. What was agreed, where that is
 * written already, stays.
 * @param own the caller's role, or that of all leaders @param partner whom with @param question what is asked after the talk
 * @throws AppError `invalid` where nothing is said, or something is too long
 */
export function keepTalk(
  ctx: Ctx,
  input: KeepTalk,
  {
    own,
    partner,
    question,
  }: { readonly own: string; readonly partner: Pick<TalkPartner, 'whom' | 'slug'>; readonly question: string },
  cardId?: string,
): Promise<Reflection> {
  const [fault, ...others] = faultsOf(input)
  if (fault) throw new AppError('invalid', 'The talk cannot be kept as it is', { say: { ...fault, and: others } })
  const [mine, theirs] = talkSides.map((side) => linesOf(ctx, input, side)) as [TalkLine[], TalkLine[]]
  if (mine.length + theirs.length === 0)
    throw new AppError('invalid', 'Nothing is said in the talk', { say: { key: 'expect.fault.nothing' } })
  const more = input.text.trim()
  const talk: Talk = { whom: partner.whom, own, other: partner.slug, mine, theirs, ...(more !== '' && { more }) }
  const statementIds = [...mine, ...theirs].map(({ statementId }) => statementId)
  const change = (standing: Reflection) => {
    // Every new page has an id of its own, so that this is an old card of one that was deleted.
    if (standing.state === 'withdrawn') return undefined
    if (standing.talk !== undefined) requireNotHeld(standing)
    return { talk, statementIds, question }
  }
  const now = nowIso(ctx)
  const fresh = { promptId: talkPrompt, statementIds, question, state: 'shown' as const, shownAt: now, createdAt: now }
  const { reflectionId: id } = input
  return changeReflection(ctx, id, change, cardId, { id, leaderId: ctx.caller.leaderId, ...fresh })
}

/** What is too long, each at its field. Pure. */
function faultsOf(input: KeepTalk): Saying[] {
  const lines = Object.keys(lineFields) as (keyof typeof lineFields)[]
  const tooLong = (field: keyof typeof lineFields | 'text', most: number) => {
    const { length } = input[field].trim()
    return length > most ? [{ key: 'expect.fault.tooLong', field, params: { most, length } }] : []
  }
  return [...lines.flatMap((field) => tooLong(field, mostOfLine)), ...tooLong('text', mostCharacters)]
}

/** What is left empty is not to be said. */
function linesOf({ knowledge }: Ctx, input: KeepTalk, side: TalkSide): TalkLine[] {
  const fields = Array.from({ length: mostLines }, (_, at) => input[`${side}${at}` as keyof typeof lineFields].trim())
  const points = chosenPoints(knowledge.library, input[`${side}Ids`])
  return points.flatMap(({ id }, at) => (fields[at] ? [{ statementId: id, text: fields[at] }] : []))
}
