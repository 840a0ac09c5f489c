import { advice } from './example-index'
import { type Findings, likeOneOf } from './findings'
import type { Wish } from './read-wish'

/** A text that may tell of something, and the question in it. */
export interface Telling {
  readonly asked: Findings
  readonly whole: Findings
  readonly clauses: readonly Findings[]
  readonly wish: Wish
}

/** Kinds that ask what the document says, whoever tells what before. */
export const documentKinds: readonly string[] = [
  'expectations',
  'pitfalls',
  'values',
  'definition',
  'overview',
  'compare',
  'change',
]
/** A question at the end of a story is so like one to a document, or to Pejling, that it asks for no advice. */
const leastLike = { document: 0.42, plainly: 0.55 }
/** What names something, or what a document has, is asked of the document. */
const worth = { name: 0.15, framework: 0.4, cue: 0.2 }
/** Two words of a clause are like many things. */
const clauseShare = 0.95

/** Whether the question that a story ends in asks for what the document says, rather than for advice on what was told. */
export function asksOfDocument({ asked, clauses, wish }: Telling): boolean {
  const { has, asksFramework } = asked
  const like = (kinds: readonly string[]) =>
    Math.max(likeOneOf(asked, kinds), ...clauses.map((clause) => clauseShare * likeOneOf(clause, kinds)))
  const advises = like([advice, 'told'])
  const isTwoSided = ['compare', 'change'].includes(wish.kind)
  const isOfPejling = /^talk\.(about|hr)-/.test(wish.kind) && wish.score > advises
  if ((isTwoSided || isOfPejling) && wish.score >= leastLike.plainly) return true
  const bonus =
    (isNamed(asked) ? worth.name : 0) +
    (asksFramework ? worth.framework : 0) +
    (has('pitfalls') || has('expectations') ? worth.cue : 0)
  return like([...documentKinds, 'topic', 'outside']) + bonus >= Math.max(leastLike.document, advises)
}

/** Names an area or a role, one's own or another's. */
export function isNamed({ areas, roles, relative, self }: Findings): boolean {
  return areas.length + roles.length > 0 || relative !== undefined || self !== undefined
}
