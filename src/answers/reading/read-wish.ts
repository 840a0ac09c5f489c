import { advice } from './example-index'
import { type Findings, likeOneOf } from './findings'

/** What a text wants, by the example lines it is like: the kind of the best, and how like it is, 0 to 1. */
export interface Wish {
  readonly kind: string
  readonly score: number
  /** The part of the sentence that says so. */
  readonly clause: Findings
  /** The likeness to the best example of each kind. */
  readonly of: (kind: string) => number
}

export interface Wishing {
  readonly asked: Findings
  readonly whole: Findings
  readonly clauses: readonly Findings[]
  /** The other sentences: they tell what "hvilke er det?" asks for. */
  readonly around: readonly Findings[]
}

/** A cue found adds this to what its kind is like. */
const cueWeight = 0.2
const slotWeight = 0.15
/** What a kind that the words are counted to ask for adds, where all of them do. */
const countedWeight = 0.3
const leastCounted = 0.3
/** What stands around tells more where the question itself only points at it ("hvilke er det?"). */
const aroundShare = { pointing: 0.75, telling: 0.45 }
/** Longer than this, nothing edits the turn before. */
const mostWordsOfEdit = 12
const asksDocument = ['expectations', 'pitfalls', 'values', 'definition', 'compare', 'change']

/** Reads what a sentence wants; where it has clauses, the one that is most like an example speaks for it. */
export function readWish(wishing: Wishing): Wish {
  const { asked, whole } = wishing
  const scores = new Map<string, Likely>()
  for (const likely of likelyIn(wishing)) {
    if (likely.score > (scores.get(likely.kind)?.score ?? 0)) scores.set(likely.kind, likely)
  }
  for (const [kind, bonus] of [...bonuses(asked, whole), ...countedBonuses(asked)]) {
    const { score, clause } = scores.get(kind) ?? { score: 0, clause: asked }
    if (score > 0 || bonus >= cueWeight) scores.set(kind, { kind, score: score + bonus, clause })
  }
  const [best = { kind: 'topic', score: 0, clause: asked }] = [...scores.values()].sort((a, b) => b.score - a.score)
  return { ...best, of: (kind) => scores.get(kind)?.score ?? 0 }
}

interface Likely {
  readonly kind: string
  readonly score: number
  readonly clause: Findings
}

/**
 * What the sentence, its clauses and what stands around it are like, each for what it is worth. Who asks for advice wants nothing of a
 * document by that alone, and asks much as one who does.
 */
function likelyIn({ asked, clauses, around }: Wishing): Likely[] {
  const isShort = asked.tokens.length <= mostWordsOfEdit && around.length === 0
  const isPointing = !asked.concepts.some(({ isTopic }) => isTopic) && asked.areas.length === 0
  const share = isPointing ? aroundShare.pointing : aroundShare.telling
  const from = (part: Findings, clause: Findings, worth: number, isFit: (kind: string) => boolean): Likely[] =>
    [...part.like()].flatMap(([kind, score]) =>
      isFit(kind) && kind !== advice ? [{ kind, score: score * worth, clause }] : [],
    )
  return [
    ...from(asked, asked, 1, (kind) => isShort || !isEdit(kind)),
    ...clauses.flatMap((clause) => from(clause, clause, clauseShare(clause), (kind) => !isEdit(kind))),
    ...around.flatMap((sentence) => from(sentence, asked, share, (kind) => asksDocument.includes(kind))),
  ]
}

function isEdit(kind: string): boolean {
  return kind.startsWith('follow-up')
}

/** How like a question to a framework a sentence is, whatever it asks for. */
export function likeAQuestion(findings: Findings): number {
  return likeOneOf(findings, asksDocument)
}

/** A clause of two words is like many things. */
function clauseShare({ tokens }: Findings): number {
  return tokens.length >= 4 ? 0.95 : tokens.length === 3 ? 0.85 : 0.7
}

const valueWord = /^(kerne|grund|ledelses)?v(æ|ae|a)rdi(er|erne|ers|ord|ordene|grundlag|grundlaget|sæt|mæssigt?)$/i

/** What names and cue words add: they tell more than the words around them. */
function bonuses(asked: Findings, whole: Findings): [string, number][] {
  const { has, areas, asksFramework } = asked
  const { named, isPair } = sidesNamed(asked, whole)
  const isAboutMe = has('self') || asked.relative?.isAskedOf === true
  const isBare = named === 0 && !asked.concepts.some(({ isTopic }) => isTopic)
  const rules: [string, number, boolean][] = [
    ['pitfalls', 2 * cueWeight, has('pitfalls')],
    ['values', cueWeight, asked.tokens.some(({ written }) => valueWord.test(written))],
    ['expectations', cueWeight / 2, has('expectations')],
    ['expectations', slotWeight, areas.length > 0 && (named > 0 || isAboutMe)],
    ['compare', cueWeight, has('compare') && (isPair || named > 0)],
    ['compare', slotWeight / 2, isPair],
    ['compare', -slotWeight, !isPair],
    ['change', slotWeight, whole.has('becoming') && named > 0],
    ['change', slotWeight, whole.has('transition') && named > 1],
    ['definition', slotWeight, has('definition') && areas.length > 0 && named === 0 && !isAboutMe],
    ['topic', slotWeight / 2, asksFramework],
    ['overview', slotWeight, whole.asksFramework && isBare],
    ['outside', cueWeight, has('outOfScope')],
    ['outside', -cueWeight, asksFramework],
  ]
  return rules.flatMap(([kind, weight, holds]) => (holds ? [[kind, weight] as [string, number]] : []))
}

/** Small talk and edits of the turn before are told apart by whole lines; what is hardly counted to be anything is none of it. */
function countedBonuses({ counted }: Findings): [string, number][] {
  return [...counted()].flatMap(([kind, share]) =>
    share < leastCounted || kind === 'talk' || kind === 'follow-up'
      ? []
      : [[kind, countedWeight * share] as [string, number]],
  )
}

/** How many roles or municipalities stand beside each other where something is asked, or else in all that was said. */
function sidesNamed(asked: Findings, whole: Findings) {
  const isNamed = asked.roles.length + asked.frameworks.length > 0 || asked.self !== undefined
  const { roles, self, frameworks } = isNamed ? asked : whole
  const named = roles.length + (self ? 1 : 0)
  return { named, isPair: named > 1 || frameworks.length > 1 }
}
