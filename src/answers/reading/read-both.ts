import type { Question } from '../question'
import type { Asker, Known } from './known'
import { type Parts, readParts } from './read-parts'
import { readQuestion } from './read-question'
import { sentencesOf } from './sentences'

/** Each half must be so like a question to a framework, that it would be read as one by itself. */
const leastLike = 0.5
/** What begins another question within a sentence: "… og hvilke faldgruber er der". */
const another =
  /[,;]?\s+(?:og|samt|plus|and)\s+(?:så |også |also )?(?=(?:hvad|hvilke[nt]?|hvordan|hvem|hvor|er der|what|which|how|who)\b)/iu
const asksDocument = new Set(['expectations', 'pitfalls', 'values', 'definition', 'topic'])

/** Two questions in one message, each read by itself: what only one of them names is meant in both. Undefined where there is but one. */
export function readBoth(
  known: Known,
  { whole, isTold }: Parts,
  asker: Asker,
): readonly [Question, Question] | undefined {
  const halves = isTold ? undefined : halvesOf(known, whole.text)
  if (!halves) return undefined
  const [one, other] = halves.map((half) => readParts(known, half))
  if (!one || !other || !isClear(one) || !isClear(other)) return undefined
  const first = readQuestion(known, one, asker)
  const second = readQuestion(known, other, asker)
  const both = [filled(first, one, second, other), filled(second, other, first, one)] as const
  return both.every(isWhole) && keyOf(both[0]) !== keyOf(both[1]) ? both : undefined
}

function halvesOf({ names }: Known, text: string): readonly string[] | undefined {
  const asking = sentencesOf(names, text).filter(({ asks }) => asks)
  const parts = asking.length === 2 ? asking.map((sentence) => sentence.text) : text.split(another)
  return parts.length === 2 && parts.every((part) => part.trim() !== '') ? parts : undefined
}

function isClear({ wish, isTold, asked }: Parts): boolean {
  return !isTold && ((asksDocument.has(wish.kind) && wish.score >= leastLike) || asked.has('pitfalls'))
}

function filled(question: Question, { whole }: Parts, other: Question, { whole: beside }: Parts): Question {
  const names = whole.roles.length > 0 || whole.self !== undefined || whole.relative !== undefined
  const isNamedBeside = beside.roles.length > 0 || beside.self !== undefined || beside.relative !== undefined
  return {
    ...question,
    roles: !names && isNamedBeside ? other.roles : question.roles,
    ...(whole.frameworks.length === 0 && beside.frameworks.length > 0
      ? { frameworks: other.frameworks, isFrameworkNamed: true }
      : {}),
  }
}

/** Says enough to be answered: a comparison or a change has two sides already. */
function isWhole({ operation, roles, frameworks, kinds, area, concepts }: Question): boolean {
  if (operation === 'list') return roles.length + frameworks.length + kinds.length > 0 || area !== null
  return (operation === 'find' || operation === 'define') && (area !== null || concepts.some(({ isTopic }) => isTopic))
}

function keyOf({ operation, kinds, area, roles, frameworks, concepts }: Question): string {
  return JSON.stringify([operation, kinds, area, roles.map(({ as }) => as), frameworks, concepts.map(({ own }) => own)])
}
