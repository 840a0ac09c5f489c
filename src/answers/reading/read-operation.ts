import type { Kind } from '../../framework/schema'
import type { AskedRole, Operation } from '../question'
import { documentKinds } from './asks-of-document'
import type { Findings } from './findings'
import type { Parts } from './read-parts'
import type { Wish } from './read-wish'

/** So like a comparison, that two who fall into the same traps are compared. */
const leastLikeAnything = 0.4
const leastLikeTwoSided = 0.45

/** "Hvad forventes der, og hvad er faldgruberne?", "krav og faldgruber for en chef" ask for both. */
const [demands, pitfalls] = ['(forvent|krav|kræv|expect|demand)', '(faldgrub|fælde|pitfall)']
const demandsAndPitfalls = new RegExp(`${demands}.*${pitfalls}|${pitfalls}.*\\b(og|samt|and)\\b.*${demands}`, 'i')

export interface Wanted {
  readonly operation: Operation
  readonly kinds: readonly Kind[]
}

type Read = Omit<Parts, 'isTold'>

/** The asker's role as they say or their profile does, and as the profile alone does. */
export interface Roles {
  readonly own: AskedRole | undefined
  readonly known: AskedRole | undefined
}

/** What is to be done: what the text is like, held against what it names. */
export function readOperation(given: Read, asker: Roles): Wanted {
  const read = { ...given, wish: standing(given.wish) }
  const kinds = kindsMeant(read)
  return (
    twoSided(read, asker, kinds) ??
    (kinds.length > 0 ? { operation: isLeft(read) && !kinds.includes('value') ? 'find' : 'list', kinds } : undefined) ??
    want(read.areas.length > 0 ? inArea(read, asker) : ofWish(read, asker))
  )
}

/** Nothing stands before a question by itself that it could edit, and it is no small talk. */
function standing(wish: Wish): Wish {
  if (!/^(talk\.|follow-up\.(all|point|example))/.test(wish.kind)) return wish
  const others = [...documentKinds, 'topic'].map((kind) => ({ kind, score: wish.of(kind) }))
  return { ...wish, ...others.reduce((best, other) => (other.score > best.score ? other : best)) }
}

function want(operation: Operation): Wanted {
  return { operation, kinds: [] }
}

/** Words that are no topic of leadership only dress a question up, unless they are what it asks of. */
function isLeft({ topics, asked: { thing } }: Pick<Read, 'topics' | 'asked'>): boolean {
  return topics.some(({ isTopic, own }) => isTopic || (thing !== undefined && own.includes(thing.head.stem)))
}

function kindsMeant({ asked, wish }: Read): Kind[] {
  // One word ("fejl") is a topic.
  if (asked.has('pitfalls') || (wish.kind === 'pitfalls' && asked.tokens.length > 1)) {
    return demandsAndPitfalls.test(asked.text) ? ['behaviour', 'shared-task', 'requirement', 'pitfall'] : ['pitfall']
  }
  const isOfValues =
    (wish.kind === 'values' && wish.score >= leastLikeTwoSided) ||
    (wish.kind.endsWith('compare') && asked.has('values'))
  return isOfValues ? ['value'] : []
}

/** So much is a text counted to compare or to ask what changes, where no line as a whole is like it. */
const leastCounted = { plainly: 0.9, withTwoRoles: 0.2 }

function twoSided(read: Read, { own, known }: Roles, kinds: readonly Kind[]): Wanted | undefined {
  const { asked, whole, wish, topics } = read
  const isLike = (kind: string) => kinds.includes('pitfall') && wish.of(kind) >= leastLikeTwoSided
  const shareOf = (kind: string) => asked.counted().get(kind) ?? 0
  const isCounted = isCountedMove(read)
  const isMove = wish.kind.endsWith('change') || (whole.has('becoming') && isLike('change')) || isCounted
  // What is to be left behind is part of what changes: "er der noget, jeg skal holde op med?"
  const isOfAll = isCounted && shareOf('change') > shareOf('pitfalls')
  if (isMove && canChange(asked, whole, known)) return { operation: 'change', kinds: isOfAll ? [] : kinds }
  // Where one comes from is not known: all of what one becomes is new.
  if (isMove && !isCounted && rolesIn(whole) === 1 && !isLeft({ asked, topics })) return { operation: 'list', kinds }
  const compares =
    wish.kind.endsWith('compare') ||
    isLike('compare') ||
    (kinds.length === 0 && shareOf('compare') >= leastCounted.plainly)
  // "Hvad er forskellen på en chef?" compares, with what is yet to be said.
  const isHalf = wish.kind === 'compare' && asked.has('compare') && rolesIn(asked) === 1
  return compares && (isHalf || canCompare(asked, whole, own)) ? { operation: 'compare', kinds } : undefined
}

function isCountedMove({ asked, whole }: Read): boolean {
  const share = asked.counted().get('change') ?? 0
  const isBetween = rolesIn(whole) > 1 && (whole.has('becoming') || whole.has('transition'))
  return share >= (isBetween ? leastCounted.withTwoRoles : leastCounted.plainly)
}

/** An area with a role is that role's whole list in it; by itself it is explained. */
function inArea(read: Read, { own }: Roles): Operation {
  const { asked, wish, topics } = read
  const roles = rolesIn(asked)
  if (wish.kind === 'expectations' || wish.kind === 'follow-up.doing') return 'list'
  if (wish.kind === 'definition') return roles > 0 ? 'list' : 'define'
  const isAboutRole = roles > 0 || asked.relative !== undefined || (own !== undefined && asked.has('self'))
  if (isAboutRole) return topics.filter(({ isTopic }) => isTopic).length > 1 ? 'find' : 'list'
  return isLeft(read) && wish.kind === 'topic' ? 'find' : 'define'
}

function ofWish(read: Read, { own }: Roles): Operation {
  const { asked, whole, wish, topics } = read
  const roles = rolesIn(asked)
  const isBare = !isLeft(read)
  // Hardly like anything, a text is words to look for.
  const isOfAll = topics.length === 0 && (asked.frameworks.length > 0 || own !== undefined)
  const plain = isBare && (roles > 0 || isOfAll) ? 'list' : 'find'
  if (wish.score < leastLikeAnything) return plain
  if (wish.kind === 'expectations') return isBare || isListed(read) ? 'list' : 'find'
  // "Hvad er et hjørneflag" is asked as "hvad er et ledelsesgrundlag" is.
  if (wish.kind === 'overview') return isBare || whole.asksFramework ? 'overview' : 'define'
  const isExpected = asked.has('expectations') && (own !== undefined || asked.frameworks.length > 0)
  if (wish.kind === 'definition' && isBare && isExpected) return 'list'
  if (wish.kind === 'definition' && !(isBare && roles > 0)) return isBare && whole.asksFramework ? 'overview' : 'define'
  return plain
}

/** So much more like the lines that ask for a whole list than like those that ask about something, a text asks for the list. */
const leastListed = 0.9

/** Words of leadership that hardly stand but where a list is asked for dress the question up. */
function isListed({ asked, dressed }: Read): boolean {
  const shares = asked.counted()
  const list = shares.get('expectations') ?? 0
  return dressed && list >= leastListed * (list + (shares.get('topic') ?? 0))
}

function rolesIn({ roles, self }: Findings): number {
  return roles.length + (self ? 1 : 0)
}

function canChange(asked: Findings, whole: Findings, known: AskedRole | undefined): boolean {
  if (rolesIn(asked) > 1 || rolesIn(whole) > 1) return true
  const [only] = [...asked.roles, asked.self, ...whole.roles, whole.self].filter((role) => role !== undefined)
  return only !== undefined && known !== undefined && !only.as.some((slug) => known.as.includes(slug))
}

function canCompare(asked: Findings, whole: Findings, own: AskedRole | undefined): boolean {
  const count = (findings: Findings) => Math.max(rolesIn(findings), findings.frameworks.length)
  const named = count(asked) > 0 ? count(asked) : count(whole)
  const isOther = named > 0 || whole.has('nextLevel') || asked.relative !== undefined
  return named > 1 || (own !== undefined && isOther)
}
