import fc from 'fast-check'
import { loadLibrary } from '../../src/framework/load'
import type { Prompt } from '../../src/framework/schema'
import { dataDir } from '../../src/paths'
import { choosePrompt, type Shown } from '../../src/reflections/choose-prompt'
import { dayMs } from '../support/fake-clock'

const now = Date.parse('2026-03-10T08:00:00.000Z')
const restMs = 26 * 7 * dayMs
const ago = (days: number) => new Date(now - days * dayMs).toISOString()

/** Prompts in areas: `candidates('mod', 2)` are mod/q1 and mod/q2. */
const inArea = (area: string, count: number): Prompt[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `by/chef/${area}/q${i + 1}`,
    statements: [`by/chef/${area}/${i + 1}`],
    text: 'Hvad?',
    en: 'What?',
    scale: false,
  }))
const areaOf = (prompt: { id: string } | undefined) => prompt?.id.split('/')[2]

const candidatesOf = fc
  .record({
    mod: fc.integer({ min: 0, max: 4 }),
    kurs: fc.integer({ min: 0, max: 4 }),
    ro: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ mod, kurs, ro }) => [...inArea('mod', mod), ...inArea('kurs', kurs), ...inArea('ro', ro)])
  .filter((candidates) => candidates.length > 0)

/** Candidates, and a history over them and over prompts that are no longer there. */
const situations = candidatesOf.chain((candidates) =>
  fc.record({
    candidates: fc.constant(candidates),
    shown: fc.array(
      fc.record({
        promptId: fc.constantFrom(...candidates.map(({ id }) => id), 'by/chef/gone/q1'),
        at: fc.integer({ min: 0, max: 600 }).map(ago),
        isSkipped: fc.boolean(),
      }),
      { maxLength: 20 },
    ),
    seed: fc.string({ minLength: 1, maxLength: 6 }),
  }),
)
const isResting = (shown: readonly Shown[], id: string) =>
  shown.some(({ promptId, at }) => promptId === id && now - Date.parse(at) < restMs)

test('without candidates there is none, with one there is that one', () => {
  expect(choosePrompt([], [], 'ea', now)).toBeUndefined()
  const [only] = inArea('mod', 1)
  expect(choosePrompt(inArea('mod', 1), [], 'ea', now)).toEqual(only)
})

test('nothing shown within 26 weeks comes again while anything else is left', () => {
  fc.assert(
    fc.property(situations, ({ candidates, shown, seed }) => {
      const chosen = choosePrompt(candidates, shown, seed, now)
      expect(candidates).toContain(chosen)
      const isAnyLeft = candidates.some(({ id }) => !isResting(shown, id))
      expect(isResting(shown, chosen?.id ?? '')).toBe(!isAnyLeft)
    }),
    { numRuns: 500 },
  )
})

test('rests to the day: 26 weeks to the millisecond is over', () => {
  const candidates = inArea('mod', 2)
  const shown = (ms: number): Shown[] => [
    { promptId: 'by/chef/mod/q1', at: new Date(now - ms).toISOString(), isSkipped: false },
  ]
  for (const seed of ['a', 'b', 'c', 'd'])
    expect(choosePrompt(candidates, shown(restMs - 1), seed, now)?.id).toBe('by/chef/mod/q2')
  expect(choosePrompt(inArea('mod', 1), shown(restMs), 'a', now)?.id).toBe('by/chef/mod/q1')
})

test('one that was skipped comes after all that were not', () => {
  fc.assert(
    fc.property(situations, ({ candidates, shown, seed }) => {
      const fresh = candidates.filter(({ id }) => !isResting(shown, id))
      const isSkipped = (id: string) => shown.some((each) => each.promptId === id && each.isSkipped)
      fc.pre(fresh.some(({ id }) => !isSkipped(id)))
      expect(isSkipped(choosePrompt(candidates, shown, seed, now)?.id ?? '')).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('of the areas that are left, the one longest unvisited is next', () => {
  fc.assert(
    fc.property(situations, ({ candidates, shown, seed }) => {
      const answered = shown.map((each) => ({ ...each, isSkipped: false }))
      const left = candidates.filter(({ id }) => !isResting(answered, id))
      fc.pre(left.length > 0)
      const last = (prompt: { id: string } | undefined) =>
        Math.max(
          0,
          ...answered
            .filter((each) => areaOf({ id: each.promptId }) === areaOf(prompt))
            .map(({ at }) => Date.parse(at)),
        )
      const oldest = Math.min(...left.map(last))
      expect(last(choosePrompt(candidates, answered, seed, now))).toBe(oldest)
    }),
    { numRuns: 300 },
  )
})

test('when all are resting, the one that has rested longest comes', () => {
  const shown = [3, 9, 5].map((days, i) => ({ promptId: `by/chef/mod/q${i + 1}`, at: ago(days), isSkipped: i === 1 }))
  expect(choosePrompt(inArea('mod', 3), shown, 'ea', now)?.id).toBe('by/chef/mod/q2')
})

test('the same leader with the same history gets the same prompt, in whatever order the history and the data stand', () => {
  fc.assert(
    fc.property(situations, ({ candidates, shown, seed }) => {
      const chosen = choosePrompt(candidates, shown, seed, now)
      expect(choosePrompt(candidates, [...shown].reverse(), seed, now)).toEqual(chosen)
      expect(choosePrompt([...candidates].reverse(), shown, seed, now)?.id).toBe(chosen?.id)
    }),
  )
})

test('changes neither the candidates nor the history', () => {
  const candidates = Object.freeze(inArea('mod', 3))
  const shown = Object.freeze([Object.freeze({ promptId: 'by/chef/mod/q1', at: ago(1), isSkipped: false })])
  expect(() => choosePrompt(candidates, shown, 'ea', now)).not.toThrow()
})

test('colleagues do not all get the same prompt', () => {
  const candidates = [...inArea('mod', 5), ...inArea('kurs', 5)]
  const chosen = Array.from({ length: 50 }, (_, i) => choosePrompt(candidates, [], `leader-${i}`, now)?.id)
  expect(new Set(chosen).size).toBeGreaterThan(5)
})

test('a leader who takes one a week meets every prompt of the role before any comes again', () => {
  const prompts = loadLibrary(dataDir).prompts.filter(({ id }) => id.startsWith('sonderborg/leder-af-ledere/'))
  const shown: Shown[] = []
  for (let week = 0; week < prompts.length; week++) {
    const at = now + week * 7 * dayMs
    const chosen = choosePrompt(prompts, shown, 'ea', at)
    if (!chosen) throw new Error('no prompt')
    shown.push({ promptId: chosen.id, at: new Date(at).toISOString(), isSkipped: false })
  }
  const ids = shown.map(({ promptId }) => promptId)
  const inRest = ids.slice(0, Math.min(26, prompts.length))
  expect(new Set(inRest).size).toBe(inRest.length)
  for (let i = 1; i < 5; i++) expect(areaOf({ id: ids[i] ?? '' })).not.toBe(areaOf({ id: ids[i - 1] ?? '' }))
})
