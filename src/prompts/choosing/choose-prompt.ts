import { hash } from 'node:crypto'
import type { Prompt } from '../../framework/schema'
import type { PromptTraits } from './prompt-traits'

/** A prompt that was shown, newest or oldest first does not matter. */
export interface Shown {
  readonly promptId: string
  /** ISO instant. */
  readonly at: string
  readonly isSkipped: boolean
}

export interface PromptChoice {
  /** The prompts that fit, in the data's order. */
  readonly candidates: readonly Prompt[]
  readonly shown: readonly Shown[]
  /** Decides among equals; the leader's id keeps colleagues from all getting the same one. */
  readonly seed: string
  readonly nowMs: number
  readonly traits: PromptTraits
}

const weekMs = 7 * 24 * 3600 * 1000
/** A prompt does not come again for half a year; a skipped one may then, but later than all that are new. */
const restMs = 26 * weekMs

/**
 * Picks the next prompt: none that was shown within 26 weeks, and if it can be helped none that begins like the last one. A
 * behaviour is followed by the pitfall it answers, and a pitfall by what answers it; with that the pair is done, and the area
 * longest unvisited comes next. Within an area the order differs from leader to leader. Pure: the same arguments pick the same
 * prompt.
 * @returns undefined when there are no candidates, or all are resting
 */
export function choosePrompt({ candidates, shown, seed, nowMs, traits }: PromptChoice): Prompt | undefined {
  const { lastShown, lastInArea, skipped, newest } = lookUp(shown, traits)
  const fresh = candidates.filter(({ id }) => nowMs - (lastShown.get(id) ?? Number.NEGATIVE_INFINITY) >= restMs)
  const partners = new Set(openPair(shown, traits))
  const lastWords = newest && traits.firstWordsOf(newest)
  return first(fresh, ({ id }) => [
    Number(skipped.has(id)),
    Number(lastWords !== undefined && traits.firstWordsOf(id) === lastWords),
    Number(!partners.has(id)),
    lastInArea.get(traits.areaOf(id)) ?? 0,
    lastShown.get(id) ?? 0,
    hash('sha256', `${seed} ${id}`),
  ])
}

/** Of prompts that are all resting, the one that has rested longest: for a leader who asks for one all the same. */
export function restedLongest({ candidates, shown, seed }: Pick<PromptChoice, 'candidates' | 'shown' | 'seed'>) {
  const lastShown = new Map<string, number>()
  for (const { promptId, at } of shown) raise(lastShown, promptId, Date.parse(at))
  return first(candidates, ({ id }) => [lastShown.get(id) ?? 0, hash('sha256', `${seed} ${id}`)])
}

/** What goes with the last prompt taken up, unless it went itself with the one before. A skipped one opens nothing. */
function openPair(shown: readonly Shown[], { pairedWith }: PromptTraits): readonly string[] {
  const taken = inTime(shown).filter(({ isSkipped }) => !isSkipped)
  let open: readonly string[] = []
  for (const { promptId } of taken) open = open.includes(promptId) ? [] : pairedWith(promptId)
  return open
}

function inTime(shown: readonly Shown[]): Shown[] {
  return [...shown].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function lookUp(shown: readonly Shown[], { areaOf }: PromptTraits) {
  const lastShown = new Map<string, number>()
  const lastInArea = new Map<string, number>()
  const skipped = new Set<string>()
  for (const { promptId, at, isSkipped } of shown) {
    const instant = Date.parse(at)
    raise(lastShown, promptId, instant)
    raise(lastInArea, areaOf(promptId), instant)
    if (isSkipped) skipped.add(promptId)
  }
  return { lastShown, lastInArea, skipped, newest: inTime(shown).at(-1)?.promptId }
}

function raise(map: Map<string, number>, key: string, value: number): void {
  if (value > (map.get(key) ?? Number.NEGATIVE_INFINITY)) map.set(key, value)
}

type Key = readonly (number | string)[]

function first(prompts: readonly Prompt[], keyOf: (prompt: Prompt) => Key): Prompt | undefined {
  return prompts.map((prompt) => ({ prompt, key: keyOf(prompt) })).sort((a, b) => compareKeys(a.key, b.key))[0]?.prompt
}

function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < a.length; i++) {
    const left = a[i] as number | string
    const right = b[i] as number | string
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}
