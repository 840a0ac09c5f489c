import { samplePrompt } from '../../../src/campaigns/verbs/sample-prompt'
import { saveCampaign } from '../../../src/campaigns/verbs/save-campaign'
import { createPlace, type Place } from '../../support/verbs'
import { addLeaders, anotherName, type Form, operator, weekly } from '../place'

let place: Place
beforeEach(() => {
  place = createPlace()
  place.clock.set('2026-12-01T08:00:00.000Z')
})
afterEach(() => place.dispose())

async function sampled(form: Partial<Form>, more: { number?: number; who?: number } = {}) {
  const ctx = operator(place)
  const { id } = await saveCampaign(ctx, { ...weekly, name: anotherName(), ...form })
  const before = place.writes()
  const sample = await samplePrompt(ctx, 'da', { campaignId: id, ...more })
  expect(place.writes()).toBe(before)
  return sample
}

test('a sample is what the first of the roles meets the next time, and nothing is kept of it', async () => {
  const sample = await sampled({ audience: { frameworks: ['skanderborg'], roles: ['kontraktholder'] } })
  expect(sample).toMatchObject({ number: 0, date: '2027-01-05', profiles: 1, profile: { role: 'kontraktholder' } })
  expect(sample.prompt?.promptId).toMatch('skanderborg/kontraktholder/')
  expect(sample.prompt?.statementIds).not.toEqual([])
})

test('each time of the campaign has its own, and so has each role', async () => {
  const form = { audience: { frameworks: ['skanderborg'], roles: ['kontraktholder', 'direktoer'] } }
  const ids = await Promise.all([0, 1, 2].map(async (number) => (await sampled(form, { number })).prompt?.promptId))
  expect(new Set(ids).size).toBe(3)
  const roles = await Promise.all([0, 1, 2].map(async (who) => (await sampled(form, { who })).profile?.role))
  expect(new Set(roles.slice(0, 2))).toEqual(new Set(['kontraktholder', 'direktoer']))
  expect(roles[2]).toBe(roles[0])
})

test('without a word of whose, it is for the first role that somebody who gets it has; where nobody is known, for the first there is', async () => {
  const audience = { frameworks: ['skanderborg'], roles: ['kontraktholder', 'direktoer'] }
  expect((await sampled({ audience })).who).toBe(0)
  const first = (await sampled({ audience })).profile?.role
  const other = first === 'direktoer' ? 'kontraktholder' : 'direktoer'
  await addLeaders(place, ['ea'], { framework: 'skanderborg', role: other })
  expect((await sampled({ audience })).profile?.role).toBe(other)
  expect((await sampled({ audience }, { who: 0 })).profile?.role).toBe(first)
})

test('a list of HR’s own is shown in its order, and past its dates too', async () => {
  const prompts = { kind: 'own' as const, question: 'Hvad nu?', more: [{ question: 'Og nu?' }] }
  const form = { prompts, recurrence: { ...weekly.recurrence, count: 2 } }
  expect((await sampled(form, { number: 1 })).prompt?.question).toBe('Og nu?')
  expect(await sampled(form, { number: 2 })).toMatchObject({ date: null, prompt: { question: 'Hvad nu?' } })
})

test('where a plan has nothing for a role, that is said by there being none', async () => {
  const audience = { frameworks: ['skanderborg'], levels: ['employee' as const] }
  expect(
    (await sampled({ audience, prompts: { kind: 'areas', areas: ['strategisk-ledelse'] } })).prompt,
  ).toBeUndefined()
})
