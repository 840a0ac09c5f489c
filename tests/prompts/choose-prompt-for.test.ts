import { newLeader } from '../../src/people/leader'
import { choosePromptFor, choosePromptForChannel } from '../../src/prompts/choose-prompt-for'
import { fittingChannelPrompts, fittingPrompts } from '../../src/prompts/choosing/fitting-prompts'
import type { PromptPlan } from '../../src/records/campaign'
import { type Channel, channelSchema } from '../../src/records/channel'
import type { Leader } from '../../src/records/leader'
import { type Reflection, reflections } from '../../src/records/reflection'
import { dayMs } from '../support/fake-clock'
import { knowledge } from '../support/kept'
import { createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

const automatic: PromptPlan = { kind: 'automatic' }
const leader = (more: Partial<Leader> = {}): Leader => ({
  ...newLeader(place.ctx()),
  framework: 'sonderborg',
  role: 'leder-af-ledere',
  ...more,
})
const choose = (plan: PromptPlan, number = 0, who = leader()) => choosePromptFor(place.ctx(), who, plan, number)

/** What a worker keeps of a prompt it has sent. */
async function keep(promptId: string, state: Reflection['state'] = 'shown'): Promise<void> {
  const at = new Date(place.clock.now()).toISOString()
  const id = `k1:${at.slice(0, 10)}:ea`
  await place.store.create(reflections, {
    id,
    leaderId: 'ea',
    promptId,
    statementIds: [],
    deliveryId: id,
    state,
    shownAt: at,
    createdAt: at,
  })
}

test('week after week each leader gets one of the role’s own, then of the common part, never the same within 26 weeks', async () => {
  const ids: (string | undefined)[] = []
  for (let week = 0; week < 26; week++) {
    const chosen = await choose(automatic, week)
    ids.push(chosen?.promptId)
    if (chosen) await keep(chosen.promptId, (['shown', 'answered', 'snoozed', 'withdrawn'] as const)[week % 4])
    place.clock.advance(7 * dayMs)
  }
  expect(ids).not.toContain(undefined)
  expect(new Set(ids).size).toBe(26)
  const [ofRole = []] = fittingPrompts(knowledge.library, leader())
  expect(ofRole.length).toBeLessThan(26)
  ids.forEach((id, week) => {
    expect(id).toMatch(week < ofRole.length ? 'sonderborg/leder-af-ledere/' : 'sonderborg/alle-ledere/')
  })
  expect((await choose(automatic, 26))?.promptId).toBe(ids[0])
})

test('what the leader asked for alone is not sent again by a campaign', async () => {
  const first = await choose(automatic)
  await keep(first?.promptId ?? '', 'answered')
  expect((await choose(automatic))?.promptId).not.toBe(first?.promptId)
})

test('choosing reads one list, writes nothing, and gives the same when it is done again', async () => {
  const before = place.writes()
  const [one, other] = [await choose(automatic), await choose(automatic)]
  expect(one).toEqual(other)
  expect(one).toEqual({
    promptId: one?.promptId,
    statementIds: knowledge.library.prompt(one?.promptId ?? '')?.statements,
  })
  expect(place.writes()).toBe(before)
})

test('a plan of areas keeps to them, in the role and else in the common part, or has none', async () => {
  const skanderborg = leader({ framework: 'skanderborg', role: 'kontraktholder' })
  const chosen = await choose({ kind: 'areas', areas: ['typiske-faldgruber'] }, 0, skanderborg)
  expect(chosen?.promptId).toMatch('skanderborg/kontraktholder/typiske-faldgruber/')
  expect(await choose({ kind: 'areas', areas: ['findes-ikke'] }, 0, skanderborg)).toBeUndefined()
})

test('chosen prompts come one an occasion, from the beginning again, and one that is gone gives its turn away', async () => {
  const promptIds = ['soro', 'odder', 'kerteminde'].map(
    (slug) => knowledge.library.prompts.find(({ id }) => id.startsWith(slug))?.id ?? '',
  )
  const at = async (ids: string[], number: number) =>
    (await choose({ kind: 'chosen', promptIds: ids }, number))?.promptId
  expect(await Promise.all([0, 1, 2, 3].map((number) => at(promptIds, number)))).toEqual([...promptIds, promptIds[0]])
  expect(await at(['gone/x/y/q1', ...promptIds], 0)).toBe(promptIds[0])
  expect(await at(['gone/x/y/q1'], 0)).toBeUndefined()
})

test('HR’s own question is what HR wrote', async () => {
  const expected = { promptId: 'own', statementIds: [], question: 'Hvad lærte du i sidste uge?' }
  expect(await choose({ kind: 'own', question: expected.question })).toEqual(expected)
})

test('of a list of HR’s own each comes once, in order and in the leader’s language, and then from the beginning', async () => {
  const plan: PromptPlan = {
    kind: 'own',
    question: 'Hvad lykkedes?',
    en: 'What went well?',
    more: [{ question: 'Hvem har brug for dig?' }],
  }
  const asked = async (number: number, locale: 'da' | 'en') =>
    (await choose(plan, number, leader({ locale })))?.question
  expect([await asked(0, 'da'), await asked(1, 'da'), await asked(2, 'da')]).toEqual([
    'Hvad lykkedes?',
    'Hvem har brug for dig?',
    'Hvad lykkedes?',
  ])
  expect([await asked(0, 'en'), await asked(1, 'en')]).toEqual(['What went well?', 'Hvem har brug for dig?'])
})

test('a plan of pitfalls asks about pitfalls only, until they are all resting', async () => {
  const head = leader({ framework: 'skanderborg', role: 'kontraktholder' })
  const { library } = knowledge
  const seen = new Set<string>()
  for (let week = 0; ; week++) {
    const found = await choose({ kind: 'pitfalls' }, week, head)
    if (!found) break
    expect(library.point(found.statementIds[0] ?? '')?.kind).toBe('pitfall')
    expect(seen).not.toContain(found.promptId)
    seen.add(found.promptId)
    await keep(found.promptId, 'answered')
    place.clock.advance(dayMs)
  }
  expect(seen.size).toBeGreaterThan(3)
})

test('one area at a time stays for as many occasions as said, and then takes the next', async () => {
  const plan: PromptPlan = { kind: 'areas', areas: ['faglig-ledelse', 'strategisk-ledelse'], occasionsEach: 2 }
  const head = leader({ framework: 'skanderborg', role: 'kontraktholder' })
  const areas: string[] = []
  for (let week = 0; week < 5; week++) {
    const found = await choose(plan, week, head)
    areas.push(found?.statementIds[0]?.split('/')[2] ?? 'none')
    await keep(found?.promptId ?? '', 'answered')
    place.clock.advance(7 * dayMs)
  }
  expect(areas).toEqual([
    ...['faglig-ledelse', 'faglig-ledelse', 'strategisk-ledelse', 'strategisk-ledelse', 'faglig-ledelse'],
  ])
})

test('a plan by role brings each role its own the same time, and others nothing', async () => {
  const { library } = knowledge
  const first = (role: string) => library.prompts.find(({ id }) => id.startsWith(`skanderborg/${role}/`))?.id ?? ''
  const turn = { kontraktholder: first('kontraktholder'), direktoer: first('direktoer') }
  const of = async (role: string) =>
    (await choose({ kind: 'byRole', turns: [turn] }, 3, leader({ framework: 'skanderborg', role })))?.promptId
  expect([await of('kontraktholder'), await of('direktoer')]).toEqual(Object.values(turn))
  expect(await of('leder-af-medarbejder')).toBeUndefined()
})

test('a question to every leader is asked about the point of the leader’s own role, and its area is planned by', async () => {
  const promptId = 'skanderborg/alle-ledere/forord/q46'
  const plan: PromptPlan = { kind: 'chosen', promptIds: [promptId] }
  const points = async (role: string | null) =>
    (await choose(plan, 0, leader({ framework: 'skanderborg', role })))?.statementIds
  expect(await points('kontraktholder')).toEqual(['skanderborg/kontraktholder/faglig-ledelse/1'])
  expect(await points('fag-og-stabschef')).toEqual(['skanderborg/fag-og-stabschef/faglig-ledelse/2'])
  expect(await points(null)).toEqual(['skanderborg/alle-ledere/forord/2'])
  const area: PromptPlan = { kind: 'areas', areas: ['faglig-ledelse'] }
  const ids: string[] = []
  for (let week = 0; week < 4; week++) {
    const chosen = await choose(area, week, leader({ framework: 'skanderborg', role: 'kontraktholder' }))
    ids.push(chosen?.promptId ?? 'none')
    await keep(chosen?.promptId ?? '', 'answered')
    place.clock.advance(7 * dayMs)
  }
  expect(ids.sort()[0]).toBe(promptId)
})

test('an employee gets what is for employees, and nothing once that is resting', async () => {
  const employee = leader({ framework: 'skanderborg', role: 'medarbejder' })
  expect((await choose(automatic, 0, employee))?.promptId).toMatch('skanderborg/medarbejder/')
  expect(await choose({ kind: 'areas', areas: ['strategisk-ledelse'] }, 0, employee)).toBeUndefined()
  for (const { id } of fittingPrompts(knowledge.library, employee).flat()) {
    await keep(id, 'answered')
    place.clock.advance(dayMs)
  }
  expect(await choose(automatic, 0, employee)).toBeUndefined()
})

test('a leader without a profile gets what any leader can take up', async () => {
  expect((await choose(automatic, 0, leader({ framework: null, role: null })))?.promptId).toContain('/alle-ledere/')
})

describe('a channel', () => {
  const channel = (shown: Channel['shown'] = []): Channel =>
    channelSchema.parse({
      id: '19:a',
      tenantId: 'tenant',
      teamId: '19:t',
      shown,
      conversation: { conversationId: '19:a', serviceUrl: 'https://eu', botId: '28:bot' },
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    })
  const chooseFor = (of: Channel, frameworks: string[] = ['soro'], plan: PromptPlan = automatic) =>
    choosePromptForChannel(place.ctx(), of, plan, 0, frameworks)

  const roleOf = (id: string | undefined) => id?.split('/').slice(0, 2).join('/')
  const chooseEvery = (days: number, times: number, frameworks: string[], plan: PromptPlan = automatic): string[] => {
    const shown: { promptId: string; at: string }[] = []
    for (let i = 0; i < times; i++) {
      const promptId = chooseFor(channel(shown), frameworks, plan)?.promptId ?? 'none'
      shown.push({ promptId, at: new Date(place.clock.now()).toISOString() })
      place.clock.advance(days * dayMs)
    }
    return shown.map(({ promptId }) => promptId)
  }

  test('gets what is said to every leader of the campaign’s municipalities, never the same within 26 weeks', () => {
    const ids = chooseEvery(7, 27, ['soro'])
    expect(new Set(ids.slice(0, 26)).size).toBe(26)
    for (const id of ids) expect(id).toMatch('soro/alle-ledere/')
    expect(roleOf(chooseFor(channel(), [])?.promptId)).toMatch('/alle-ledere')
  })

  test('gets what groups of leaders share when that is resting, then what is said to single roles', () => {
    const ids = chooseEvery(1, 90, ['skanderborg'])
    const [common = 0, shared = 0] = fittingChannelPrompts(knowledge.library, ['skanderborg']).map(
      (each) => each.length,
    )
    expect([common > 4, shared > 4, common + shared < 90]).toEqual([true, true, true])
    const isGroup = (id: string) => knowledge.library.role('skanderborg', id.split('/')[1] ?? '')?.group
    expect(new Set(ids).size).toBe(90)
    expect(new Set(ids.slice(0, common).map(roleOf))).toEqual(new Set(['skanderborg/alle-ledere']))
    expect(new Set(ids.slice(common, common + shared).map(isGroup))).toEqual(new Set([true]))
    expect(new Set(ids.slice(common + shared).map(isGroup))).toEqual(new Set([false]))
  })

  test('gets of the areas that HR chose also where only roles have them', () => {
    const plan: PromptPlan = { kind: 'areas', areas: ['typiske-faldgruber'] }
    for (const id of chooseEvery(7, 5, ['skanderborg'], plan))
      expect(id).toMatch(/^skanderborg\/.+\/typiske-faldgruber\//)
  })

  test('is not asked what is for one leader alone, neither of itself nor of the areas that HR chose', () => {
    const isPrivate = (id: string) => knowledge.library.prompt(id)?.private
    const areas: PromptPlan = {
      kind: 'areas',
      areas: ['typiske-faldgruber', 'opdyrk-potentialer', 'tillid-og-respekt'],
    }
    for (const ids of [chooseEvery(1, 180, []), chooseEvery(1, 12, [], areas)]) {
      expect(ids).not.toContain('none')
      expect(ids.filter(isPrivate)).toEqual([])
    }
  })

  test('gets what HR chose or wrote, also what is for one leader alone', () => {
    expect(chooseFor(channel(), [], { kind: 'own', question: 'Hvad nu?' })?.question).toBe('Hvad nu?')
    const promptId = knowledge.library.prompts.find((prompt) => prompt.private)?.id ?? ''
    expect(chooseFor(channel(), [], { kind: 'chosen', promptIds: [promptId] })?.promptId).toBe(promptId)
  })
})
