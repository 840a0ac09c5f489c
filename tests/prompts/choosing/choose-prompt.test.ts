import fc from 'fast-check'
import type { Prompt } from '../../../src/framework/schema'
import { choosePrompt, restedLongest, type Shown } from '../../../src/prompts/choosing/choose-prompt'
import { pairedPrompts } from '../../../src/prompts/choosing/point-pairs'
import { type PromptTraits, promptTraits } from '../../../src/prompts/choosing/prompt-traits'
import { dayMs } from '../../support/fake-clock'
import { knowledge } from '../../support/kept'

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
    private: false,
  }))
const choose = (
  candidates: readonly Prompt[],
  shown: readonly Shown[],
  seed: string,
  nowMs: number,
  traits: Partial<PromptTraits> = {},
) => choosePrompt({ candidates, shown, seed, nowMs, traits: { ...plain, ...traits } })
const plain: PromptTraits = {
  pairedWith: () => [],
  areaOf: (id) => id.split('/')[2] ?? '',
  firstWordsOf: () => undefined,
}
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
  expect(choose([], [], 'ea', now)).toBeUndefined()
  const [only] = inArea('mod', 1)
  expect(choose(inArea('mod', 1), [], 'ea', now)).toEqual(only)
})

test('nothing shown within 26 weeks comes again, not even when nothing else is left', () => {
  fc.assert(
    fc.property(situations, ({ candidates, shown, seed }) => {
      const chosen = choose(candidates, shown, seed, now)
      const isAnyLeft = candidates.some(({ id }) => !isResting(shown, id))
      if (!isAnyLeft) return expect(chosen).toBeUndefined()
      expect(candidates).toContain(chosen)
      expect(isResting(shown, chosen?.id ?? '')).toBe(false)
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
    expect(choose(candidates, shown(restMs - 1), seed, now)?.id).toBe('by/chef/mod/q2')
  expect(choose(inArea('mod', 1), shown(restMs), 'a', now)?.id).toBe('by/chef/mod/q1')
})

test('one that was skipped comes after all that were not', () => {
  fc.assert(
    fc.property(situations, ({ candidates, shown, seed }) => {
      const fresh = candidates.filter(({ id }) => !isResting(shown, id))
      const isSkipped = (id: string) => shown.some((each) => each.promptId === id && each.isSkipped)
      fc.pre(fresh.some(({ id }) => !isSkipped(id)))
      expect(isSkipped(choose(candidates, shown, seed, now)?.id ?? '')).toBe(false)
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
      expect(last(choose(candidates, answered, seed, now))).toBe(oldest)
    }),
    { numRuns: 300 },
  )
})

test('for who asks all the same, it is the one that has rested longest', () => {
  const shown = [3, 9, 5].map((days, i) => ({ promptId: `by/chef/mod/q${i + 1}`, at: ago(days), isSkipped: i === 1 }))
  expect(choose(inArea('mod', 3), shown, 'ea', now)).toBeUndefined()
  expect(restedLongest({ candidates: inArea('mod', 3), shown, seed: 'ea' })?.id).toBe('by/chef/mod/q2')
  expect(restedLongest({ candidates: [], shown, seed: 'ea' })).toBeUndefined()
})

test('the same leader with the same history gets the same prompt, in whatever order the history and the data stand', () => {
  fc.assert(
    fc.property(situations, ({ candidates, shown, seed }) => {
      const chosen = choose(candidates, shown, seed, now)
      expect(choose(candidates, [...shown].reverse(), seed, now)).toEqual(chosen)
      expect(choose([...candidates].reverse(), shown, seed, now)?.id).toBe(chosen?.id)
    }),
  )
})

test('changes neither the candidates nor the history', () => {
  const candidates = Object.freeze(inArea('mod', 3))
  const shown = Object.freeze([Object.freeze({ promptId: 'by/chef/mod/q1', at: ago(1), isSkipped: false })])
  expect(() => choose(candidates, shown, 'ea', now)).not.toThrow()
})

test('colleagues do not all get the same prompt', () => {
  const candidates = [...inArea('mod', 5), ...inArea('kurs', 5)]
  const chosen = Array.from({ length: 50 }, (_, i) => choose(candidates, [], `leader-${i}`, now)?.id)
  expect(new Set(chosen).size).toBeGreaterThan(5)
})

test('a leader who takes one a week meets every prompt of the role before any comes again', () => {
  const prompts = knowledge.library.prompts.filter(({ id }) => id.startsWith('sonderborg/leder-af-ledere/'))
  const shown: Shown[] = []
  for (let week = 0; week < prompts.length; week++) {
    const at = now + week * 7 * dayMs
    const chosen = choose(prompts, shown, 'ea', at)
    if (!chosen) throw new Error('no prompt')
    shown.push({ promptId: chosen.id, at: new Date(at).toISOString(), isSkipped: false })
  }
  const ids = shown.map(({ promptId }) => promptId)
  const inRest = ids.slice(0, Math.min(26, prompts.length))
  expect(new Set(inRest).size).toBe(inRest.length)
  for (let i = 1; i < 5; i++) expect(areaOf({ id: ids[i] ?? '' })).not.toBe(areaOf({ id: ids[i - 1] ?? '' }))
})

test('none begins like the one before while another is left, whatever else speaks for it', () => {
  const words: Record<string, string> = { 'by/chef/mod/q1': 'hvad gør', 'by/chef/kurs/q1': 'hvad gør' }
  const traits = {
    firstWordsOf: (id: string) => words[id] ?? 'hvornår så',
    pairedWith: () => ['by/chef/kurs/q1'],
  }
  const last = [{ promptId: 'by/chef/mod/q1', at: ago(7), isSkipped: true }]
  const candidates = [...inArea('kurs', 1), ...inArea('mod', 2)]
  expect(choose(candidates, last, 'ea', now, traits)?.id).toBe('by/chef/mod/q2')
  expect(choose(inArea('kurs', 1), last, 'ea', now, traits)?.id).toBe('by/chef/kurs/q1')
  expect(choose(candidates, [], 'ea', now, traits)).toBeDefined()
})

describe('pairs', () => {
  // mod/q1 is about what answers the pitfalls of fald/q1 and fald/q2; ro/q1 goes with fald/q3.
  const pairs: Record<string, string[]> = {
    'by/chef/mod/q1': ['by/chef/fald/q1', 'by/chef/fald/q2'],
    'by/chef/ro/q1': ['by/chef/fald/q3'],
    'by/chef/fald/q1': ['by/chef/mod/q1'],
    'by/chef/fald/q2': ['by/chef/mod/q1'],
    'by/chef/fald/q3': ['by/chef/ro/q1'],
  }
  const pairedWith = (id: string) => pairs[id] ?? []
  const candidates = [...inArea('mod', 2), ...inArea('ro', 2), ...inArea('fald', 3)]
  const at = (days: number, id: string, isSkipped = false): Shown => ({
    promptId: `by/chef/${id}`,
    at: ago(days),
    isSkipped,
  })
  const seeds = ['a', 'b', 'c', 'd', 'e', 'f']
  const next = (shown: Shown[]) => [
    ...new Set(seeds.map((seed) => choose(candidates, shown, seed, now, { pairedWith })?.id)),
  ]

  test('a behaviour is followed by a pitfall that it answers', () => {
    const after = next([at(7, 'mod/q1')])
    expect(after.length).toBeGreaterThan(0)
    for (const id of after) expect(pairs['by/chef/mod/q1']).toContain(id)
  })

  test('a pitfall is followed by what answers it', () => {
    expect(next([at(7, 'fald/q3')])).toEqual(['by/chef/ro/q1'])
  })

  test('with the second of a pair it is done, and the area longest unvisited is next', () => {
    for (const id of next([at(14, 'mod/q1'), at(7, 'fald/q2')])) expect(id).toMatch('by/chef/ro/')
  })

  test('what goes with it and is resting, or was skipped, is not waited for', () => {
    for (const id of next([at(80, 'fald/q3'), at(7, 'ro/q1')])) expect(id).not.toBe('by/chef/fald/q3')
    for (const id of next([at(190, 'fald/q3', true), at(7, 'ro/q1')])) expect(id).not.toBe('by/chef/fald/q3')
  })

  test('a prompt that was skipped brings up nothing that goes with it', () => {
    const shown = [at(7, 'mod/q1', true)]
    expect(next(shown)).toEqual([...new Set(seeds.map((seed) => choose(candidates, shown, seed, now)?.id))])
    expect(next(shown).some((id) => id?.startsWith('by/chef/ro/'))).toBe(true)
  })

  test('a leader with pitfalls meets behaviours and pitfalls by turns, and every area', () => {
    const { library } = knowledge
    const prompts = library.prompts.filter(({ id }) => id.startsWith('skanderborg/kontraktholder/'))
    const isPitfall = (id: string) => library.point(library.prompt(id)?.statements[0] ?? '')?.kind === 'pitfall'
    const shown: Shown[] = []
    for (let week = 0; week < 26; week++) {
      const weekMs = now + week * 7 * dayMs
      const chosen = choose(prompts, shown, 'ea', weekMs, promptTraits(library, 'kontraktholder'))
      shown.push({ promptId: chosen?.id ?? '', at: new Date(weekMs).toISOString(), isSkipped: false })
    }
    const ids = shown.map(({ promptId }) => promptId)
    expect(new Set(ids).size).toBe(26)
    expect(new Set(ids.map((id) => id.split('/')[2]))).toEqual(new Set(prompts.map(({ id }) => id.split('/')[2])))
    const pitfalls = ids.flatMap((id, i) => (isPitfall(id) ? [i] : []))
    expect(pitfalls.length).toBeGreaterThan(2)
    for (const i of pitfalls)
      expect([ids[i - 1], ids[i + 1]].some((id) => pairedPrompts(library, ids[i] ?? '').includes(id ?? ''))).toBe(true)
  })
})
