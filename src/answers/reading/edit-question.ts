import type { Kind } from '../../framework/schema'
import { type AskedRole, type Context, isTwoSided, type Question } from '../question'
import type { Reading } from '../reading'
import { areasMeant } from './areas-meant'
import type { FollowUp } from './follow-up'
import type { Asker, Known } from './known'
import { narrowerArea } from './narrower-area'
import { pointMeant } from './point-meant'
import type { Parts } from './read-parts'
import { readQuestion } from './read-question'
import { sidesOfEdit } from './sides-of-edit'
import { slotsOf } from './slots-of-edit'

/** Longer than this, a text stands by itself. */
const mostWords = 12
const fewWords = 5
const leastLike = 0.55
/** A role by itself is like "kontraktholder?", which asks for what the turn before asked for. */
const leastLikeAlone = 0.75

type Change = Partial<Question> | 'point' | 'example' | undefined

const narrowing = /\b(kun|bare|only|just)\b/i
const leaning =
  /^(og|hvad med|hvad så|hvad så med|hvordan er det|samme|det samme|kun|bare|nej|ja|jo|okay|ok|nå|for|i|hos|også|altså|den|ham|hende|and|what about|how about|only|just|same|in|no|yes)\b/i

/** A turn that changes the question before ("og faldgruberne?", "uddyb nr. 3"); undefined where it stands by itself. */
export function editQuestion(known: Known, parts: Parts, asker: Asker, previous: Context): Reading | undefined {
  if (parts.whole.tokens.length > mostWords) return undefined
  const turn = turnOf(known, parts, asker, previous)
  const change = edits.reduce<Change>((found, edit) => found ?? edit(turn), undefined)
  if (!change) return undefined
  if (change === 'point' || change === 'example') {
    const n = pointMeant(parts.whole.text) ?? 1
    return { kind: 'point', question: previous.question, n, isExample: change === 'example', context: previous }
  }
  const question: Question = {
    ...previous.question,
    text: parts.whole.text,
    unknownMunicipality: turn.fresh.unknownMunicipality,
    instead: turn.fresh.instead,
    assumed: ['role', 'framework'],
    isWhole: false,
    alsoAreas: [],
    also: null,
    toldRole: turn.fresh.toldRole,
    ...change,
  }
  const roles = [...previous.roles, ...question.roles].slice(-3)
  const frameworks = [...previous.frameworks, ...question.frameworks].slice(-3)
  return { kind: 'question', question, context: { question, roles, frameworks } }
}

function turnOf(known: Known, parts: Parts, asker: Asker, previous: Context): FollowUp {
  const { whole } = parts
  const fresh = readQuestion(known, { ...parts, isTold: false }, asker)
  const before = previous.question
  const isLeaning = leaning.test(whole.text)
  return {
    known,
    asker,
    parts,
    previous,
    before,
    fresh,
    isLeaning,
    namesSlot:
      whole.roles.length + whole.frameworks.length > 0 ||
      whole.self !== undefined ||
      (isLeaning && whole.relative !== undefined) ||
      fresh.unknownMunicipality !== null,
    area:
      fresh.area ??
      areaOfBefore(known, parts, before) ??
      (narrowing.test(whole.text) ? narrowerArea(known.library, before, whole) : null),
    hasTopic: fresh.concepts.some((concept) => concept.isTopic || isLeaning),
  }
}

/** An area of the framework asked of, which may be another than the asker's. */
function areaOfBefore(
  { library }: Known,
  { areas, isTold }: Parts,
  { frameworks, roles }: Question,
): string | undefined {
  return isTold ? undefined : areasMeant(library, areas, { frameworks, roles, isShared: false })[0]
}

/** The ways to edit, the most telling first; the first that applies is meant. */
const edits: readonly ((turn: FollowUp) => Change)[] = [
  tellingOn,
  (turn) => ((isLike(turn, 'point') || pointMeant(turn.parts.whole.text)) && !turn.namesSlot ? 'point' : undefined),
  (turn) => (isLike(turn, 'all') ? { isWhole: true } : undefined),
  (turn) => (isLike(turn, 'example') ? 'example' : undefined),
  comparing,
  changing,
  (turn) => (isLike(turn, 'doing') && turn.parts.wish.kind !== 'pitfalls' ? doing(turn.before) : undefined),
  asksElse,
  (turn) => (goesOn(turn) ? (inArea(turn) ?? onTopic(turn) ?? onSlots(turn)) : undefined),
]

/** More of the same story. */
function tellingOn({ parts, before, fresh, isLeaning, known }: FollowUp): Change {
  if (!parts.isTold || !before.told || isLeaning || parts.wish.kind.startsWith('follow-up')) return undefined
  const more = known.vocabulary.concepts(parts.whole.tokens, parts.whole.people)
  const roles = fresh.roles.length > 0 ? fresh.roles : before.roles
  return { roles, concepts: [...before.concepts, ...more] }
}

function isLike({ parts: { wish } }: FollowUp, kind: string): boolean {
  const score = wish.of(`follow-up.${kind}`)
  // "Hvad er nyt" by itself asks for a change just as it does of the turn before.
  return score >= leastLike && (wish.kind === kind || score >= wish.score - 0.1)
}

const asked = { told: false } as const

function comparing(turn: FollowUp): Change {
  const { has, tokens } = turn.parts.whole
  const both = bothSides(turn)
  if (both) return both
  const isMeant =
    (isLike(turn, 'compare') && turn.parts.wish.of('follow-up.compare') >= leastLikeAlone) ||
    (has('compare') && tokens.length <= 8) ||
    (has('against') && turn.namesSlot && !turn.hasTopic)
  return isMeant ? { ...sidesOfEdit(turn, 'compare'), operation: 'compare', ...asked } : undefined
}

/**
 * Who names both sides asks a whole question, of which the turn before may tell the municipality and no more; and that only
 * where it knows both.
 */
function bothSides({ known, parts: { whole }, before, fresh }: FollowUp): Partial<Question> | undefined {
  if (fresh.operation !== 'compare' || whole.roles.length < 2) return undefined
  const knows = (framework: string) =>
    whole.roles.every(({ as }) => as.some((slug) => known.library.role(framework, slug)))
  const isKept = whole.frameworks.length === 0 && before.frameworks.length > 0 && before.frameworks.every(knows)
  const { roles, kinds, area, concepts } = fresh
  const { frameworks, isFrameworkNamed } = isKept ? before : fresh
  return { operation: 'compare', roles, kinds, area, concepts, frameworks, isFrameworkNamed, ...asked }
}

function changing(turn: FollowUp): Change {
  const { has } = turn.parts.whole
  if (!isLike(turn, 'change') || (turn.namesSlot && !has('becoming') && !has('transition'))) return undefined
  const sides = sidesOfEdit(turn, 'change')
  return (sides.roles?.length ?? 0) > 1
    ? { ...sides, operation: 'change', kinds: [], concepts: [], ...asked }
    : undefined
}

/** What to do about it: a situation's behaviours, an area's list, what answers the pitfalls; of a move what one becomes is to do. */
function doing({ told, kinds, operation, area, concepts, roles }: Question): Partial<Question> {
  const behaviours: Kind[] = ['behaviour', 'shared-task', 'requirement']
  const doers = { roles: doersOf({ operation, roles }) }
  const isListed = operation === 'list' || (area !== null && !told)
  if (isListed) return { ...doers, operation: 'list', kinds: [], concepts: [] }
  return concepts.length > 0 || kinds.length > 0
    ? { ...doers, operation: 'find', kinds: behaviours }
    : { ...doers, operation: 'list', kinds: [] }
}

/** Of two that were compared one's own, and of a move what one becomes. */
function doersOf({ operation, roles }: Pick<Question, 'operation' | 'roles'>): readonly AskedRole[] {
  if (operation === 'change') return roles.slice(-1)
  const own = roles.filter(({ whose }) => whose === 'mine')
  return operation === 'compare' && own.length > 0 ? own : roles
}

/** Something else of the same: its pitfalls, on the topic where there was one, its values, all that is expected. */
function asksElse(turn: FollowUp): Change {
  const own = ownWish(turn)
  if (!own || turn.area !== null || turn.hasTopic || (standsAlone(turn.parts) && !turn.isLeaning)) return undefined
  const { operation, concepts, told, roles } = turn.before
  // "Hvilke faldgruber er der for mig?" asks for all of them, whatever topic was spoken of; "og faldgruberne?" for those of the topic.
  const isOnTopic =
    turn.isLeaning && operation === 'find' && !told && concepts.length > 0 && own.kinds.includes('pitfall')
  const slots = slotsOf(turn)
  const isMove = operation === 'change' && slots.roles === roles
  return {
    ...slots,
    ...own,
    ...(isMove ? { roles: doersOf(turn.before) } : {}),
    ...(isOnTopic ? { operation: 'find', concepts } : { concepts: [] }),
    area: null,
    ...asked,
  }
}

/** Who names a role and a municipality needs nothing of the turn before. */
function standsAlone({ whole }: Parts): boolean {
  return (whole.roles.length > 0 || whole.self !== undefined) && whole.frameworks.length > 0
}

function ownWish({ parts: { wish, whole } }: FollowUp): Pick<Question, 'operation' | 'kinds'> | undefined {
  const list = (kinds: Kind[]) => ({ operation: 'list' as const, kinds })
  if (whole.has('pitfalls') || wish.kind === 'pitfalls') return list(['pitfall'])
  if (wish.kind === 'values') return list(['value'])
  const asksAll = whole.has('expectations') || wish.score >= leastLikeAlone
  return wish.kind === 'expectations' && asksAll ? list([]) : undefined
}

function goesOn({ isLeaning, namesSlot, area, hasTopic, parts }: FollowUp): boolean {
  const { whole, wish } = parts
  // "Hvad betyder følgeskab?" is a question by itself, however short.
  const isWhole = whole.tokens.length > 2 && wish.score >= leastLikeAlone && (hasTopic || area !== null)
  if ((isWhole || standsAlone(parts)) && !isLeaning) return false
  return isLeaning || whole.tokens.length <= fewWords || (namesSlot && !hasTopic && area === null)
}

function inArea(turn: FollowUp): Change {
  const { area, before, fresh } = turn
  if (area === null) return undefined
  const own = ownWish(turn)
  const isDefining = before.operation === 'define' && !own
  // "Kun det om faglig ledelse" of a topic is the topic within the area.
  const isNarrowed = before.operation === 'find' && !before.told && narrowing.test(turn.parts.whole.text) && !own
  const operation = isDefining
    ? 'define'
    : isNarrowed
      ? 'find'
      : isTwoSided(before.operation)
        ? before.operation
        : 'list'
  const concepts = isDefining ? fresh.concepts : isNarrowed ? before.concepts : []
  return { ...slotsOf(turn), operation, area, kinds: own?.kinds ?? [], concepts, ...asked }
}

function onTopic(turn: FollowUp): Change {
  const { hasTopic, isLeaning, namesSlot, before, fresh, parts } = turn
  if (!hasTopic || (namesSlot && !isLeaning) || (parts.isTold && !isLeaning)) return undefined
  const isDefining = before.operation === 'define' && parts.wish.kind !== 'topic'
  const operation = isDefining ? 'define' : isTwoSided(before.operation) ? before.operation : 'find'
  const kinds: Kind[] = operation === 'find' && before.kinds.includes('pitfall') ? ['pitfall'] : []
  return { ...slotsOf(turn), operation, area: null, concepts: fresh.concepts, kinds, ...asked }
}

function onSlots(turn: FollowUp): Change {
  return turn.namesSlot ? slotsOf(turn) : undefined
}
