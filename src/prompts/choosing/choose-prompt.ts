import { hash } from 'node:crypto'
import { idParts, type Prompt } from '../../framework/schema'

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
  /** Ids of the prompts on the pitfall that a prompt's behaviour answers, and the other way round. */
  pairedWith(promptId: string): readonly string[]
}

const weekMs = 7 * 24 * 3600 * 1000
/** A prompt does not come again for half a year; a skipped one may then, but later than all that are new. */
const restMs = 26 * weekMs

/**
 * Picks the next prompt: none that was shown within 26 weeks. A behaviour is followed by the pitfall it answers, and a pitfall
 * by what answers it; with that the pair is done, and the area longest unvisited comes next. Within an area the order differs
 * from leader to leader. Pure: the same arguments pick the same prompt.
 * @returns undefined when there are no candidates, or all are resting
 */
export function choosePrompt({ candidates, shown, seed, nowMs, pairedWith }: PromptChoice): Prompt | undefined {
  const { lastShown, lastInArea, skipped } = lookUp(shown)
  const fresh = candidates.filter(({ id }) => nowMs - (lastShown.get(id) ?? Number.NEGATIVE_INFINITY) >= restMs)
  const partners = new Set(openPair(shown, pairedWith))
  return first(fresh, ({ id }) => [
    Number(skipped.has(id)),
    Number(!partners.has(id)),
    lastInArea.get(areaOf(id)) ?? 0,
    lastShown.get(id) ?? 0,
    hash('sha256', `${seed} ${id}`),
  ])
}

/** Of prompts that are all resting, the one that has rested longest: for a leader who asks for one all the same. */
export function restedLongest({ candidates, shown, seed }: Pick<PromptChoice, 'candidates' | 'shown' | 'seed'>) {
  const { lastShown } = lookUp(shown)
  return first(candidates, ({ id }) => [lastShown.get(id) ?? 0, hash('sha256', `${seed} ${id}`)])
}

/** What goes with the last prompt taken up, unless it went itself with the one before. A skipped one opens nothing. */
function openPair(shown: readonly Shown[], pairedWith: PromptChoice['pairedWith']): readonly string[] {
  const taken = shown.filter(({ isSkipped }) => !isSkipped).sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  let open: readonly string[] = []
  for (const { promptId } of taken) open = open.includes(promptId) ? [] : pairedWith(promptId)
  return open
}

function lookUp(shown: readonly Shown[]) {
  const lastShown = new Map<string, number>()
  const lastInArea = new Map<string, number>()
  const skipped = new Set<string>()
  for (const { promptId, at, isSkipped } of shown) {
    const instant = Date.parse(at)
    raise(lastShown, promptId, instant)
    raise(lastInArea, areaOf(promptId), instant)
    if (isSkipped) skipped.add(promptId)
  }
  return { lastShown, lastInArea, skipped }
}

function areaOf(promptId: string): string {
  const { framework, role, area } = idParts(promptId)
  return `${framework}/${role}/${area}`
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
