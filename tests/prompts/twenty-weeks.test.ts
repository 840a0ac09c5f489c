import { chooseFromTiers } from '../../src/prompts/choosing/choose-from-tiers'
import type { Shown } from '../../src/prompts/choosing/choose-prompt'
import { firstWords } from '../../src/prompts/choosing/first-words'
import { fittingChannelPrompts, fittingPrompts } from '../../src/prompts/choosing/fitting-prompts'
import { promptTraits } from '../../src/prompts/choosing/prompt-traits'
import { dayMs } from '../support/fake-clock'
import { knowledge } from '../support/kept'

const { library } = knowledge
const weeks = 20
const seeds = ['ea', 'bo', 'kit']
const start = Date.parse('2026-01-08T08:00:00.000Z')

const roles = library.frameworks.flatMap(({ slug: framework, roles }) =>
  [null, ...roles.map(({ slug }) => slug)].map((role) => ({ framework, role })),
)
const asked = roles
  .map((profile) => ({ ...profile, tiers: fittingPrompts(library, profile) }))
  .filter(({ tiers }) => tiers.flat().length > 0)

function ask(tiers: (typeof asked)[number]['tiers'], role: string | null, seed: string): string[] {
  const traits = promptTraits(library, role)
  const shown: Shown[] = []
  for (let week = 0; week < weeks; week++) {
    const nowMs = start + week * 7 * dayMs
    const prompt = chooseFromTiers(tiers, { shown, seed, nowMs, traits })
    shown.push({ promptId: prompt?.id ?? 'none', at: new Date(nowMs).toISOString(), isSkipped: false })
  }
  return shown.map(({ promptId }) => promptId)
}

const words = (id: string) => firstWords(library.prompt(id)?.text ?? '')
const twiceInARow = (values: readonly string[]) => values.filter((value, i) => i > 0 && value === values[i - 1])

describe.each(asked)('twenty weeks as $framework, $role', ({ role, tiers }) => {
  const runs = seeds.map((seed) => ask(tiers, role, seed))
  const { areaOf } = promptTraits(library, role)
  const areasOf = (ids: readonly string[]) => new Set(ids.map(areaOf))

  test('nothing is asked twice', () => {
    for (const ids of runs) {
      expect(ids).not.toContain('none')
      expect(new Set(ids).size).toBe(weeks)
    }
  })

  test('no two in a row begin alike', () => {
    for (const ids of runs) expect(twiceInARow(ids.map(words))).toEqual([])
  })

  test('the areas take turns: none comes twice in a row while another is left, and every one comes', () => {
    const [own = []] = tiers
    const ownIds = own.map(({ id }) => id)
    for (const ids of runs) {
      const needless = ids.filter((id, i) => {
        const before = ids.slice(0, i)
        const left = ownIds.filter((other) => !before.includes(other))
        return areaOf(id) === areaOf(before.at(-1) ?? '') && left.some((other) => areaOf(other) !== areaOf(id))
      })
      expect(needless).toEqual([])
      if (ids.every((id) => ownIds.includes(id))) expect(areasOf(ids)).toEqual(areasOf(ownIds))
    }
  })
})

test.each([[[]], ...library.frameworks.map(({ slug }) => [[slug]])])(
  'nor do two begin alike in a channel of %j',
  (of) => {
    for (const seed of seeds) {
      const ids = ask(fittingChannelPrompts(library, of), null, seed)
      expect(new Set(ids).size).toBe(weeks)
      expect(twiceInARow(ids.map(words))).toEqual([])
    }
  },
)

test('every framework and role is tried, but those of employees who are asked nothing', () => {
  expect(asked.length).toBeGreaterThan(24)
  const left = roles.filter(
    ({ framework, role }) => !asked.some((each) => each.framework === framework && each.role === role),
  )
  expect(left.filter(({ framework, role }) => library.role(framework, role ?? '')?.level !== 'employee')).toEqual([])
})
