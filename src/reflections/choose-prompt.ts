import { createHash } from 'node:crypto'
import { idParts, type Prompt } from '../framework/schema'

/** A prompt the leader has been shown, newest or oldest first does not matter. */
export interface Shown {
  readonly promptId: string
  /** ISO instant. */
  readonly at: string
  readonly isSkipped: boolean
}

const weekMs = 7 * 24 * 3600 * 1000
/** A prompt does not come again for half a year; a skipped one may, but later than all that are new. */
const restMs = 26 * weekMs

/**
 * Picks the next prompt: none that was shown within 26 weeks, areas in turn (the one longest unvisited first), and within
 * an area an order that differs from leader to leader. Pure: the same arguments pick the same prompt.
 * @param candidates the prompts that fit the leader, in the data's order
 * @param seed decides among equals; the leader's id keeps colleagues from all getting the same one
 * @returns undefined only without candidates; when all are resting, the one that has rested longest
 */
export function choosePrompt(
  candidates: readonly Prompt[],
  shown: readonly Shown[],
  seed: string,
  nowMs: number,
): Prompt | undefined {
  const lastShown = new Map<string, number>()
  const lastInArea = new Map<string, number>()
  const skipped = new Set<string>()
  for (const { promptId, at, isSkipped } of shown) {
    const instant = Date.parse(at)
    raise(lastShown, promptId, instant)
    raise(lastInArea, areaOf(promptId), instant)
    if (isSkipped) skipped.add(promptId)
  }
  const isResting = (prompt: Prompt) => nowMs - (lastShown.get(prompt.id) ?? Number.NEGATIVE_INFINITY) < restMs
  const fresh = candidates.filter((prompt) => !isResting(prompt))
  const key = (prompt: Prompt): readonly (number | string)[] => [
    fresh.length > 0 ? Number(skipped.has(prompt.id)) : (lastShown.get(prompt.id) ?? 0),
    lastInArea.get(areaOf(prompt.id)) ?? 0,
    lastShown.get(prompt.id) ?? 0,
    hash(`${seed} ${prompt.id}`),
  ]
  return [...(fresh.length > 0 ? fresh : candidates)]
    .map((prompt) => ({ prompt, key: key(prompt) }))
    .sort((a, b) => compareKeys(a.key, b.key))[0]?.prompt
}

function areaOf(promptId: string): string {
  const { framework, role, area } = idParts(promptId)
  return `${framework}/${role}/${area}`
}

function raise(map: Map<string, number>, key: string, value: number): void {
  if (value > (map.get(key) ?? Number.NEGATIVE_INFINITY)) map.set(key, value)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < a.length; i++) {
    const left = a[i] as number | string
    const right = b[i] as number | string
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}
