import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

const hrId = '10000000-0000-4000-8000-000000000001'
let app: TestApp
let hr: Person
beforeAll(async () => {
  app = await startApp({ env: { PEJLING_HR_IDS: hrId } })
  hr = app.person('Bente fra HR')
  await hr.chooseProfile('skanderborg', 'direktoer')
})
afterAll(() => app.close())

const form = {
  step: 'when',
  plan: 'automatic',
  framework: 'skanderborg',
  rolesOf: 'skanderborg',
  weekday: 'TH',
  time: '09:00',
  first: '2026-03-26',
  every: '1',
  weeks: '3',
  closed: 'holidays,weekends',
  reminder: '0',
}
const save = (more: object) => hr.send('campaign.preview', { ...form, ...more })

test('without campaigns the year says so, and offers no file', async () => {
  const year = await hr.ask('årshjul')
  expect(textOf(year)).toContain(da('season.none'))
  expect(buttonsOf(year).map(({ verb }) => verb)).toEqual(['season.show', 'campaign.list'])
})

test('“årshjul” shows month by month what is sent, what closed days move and what falls on one day', async () => {
  await save({ campaignId: 'cseason000001', name: 'Ugens' })
  await save({ campaignId: 'cseason000002', name: 'Månedens', roles: 'direktoer', weeks: '1' })
  const year = await hr.ask('årshjul')
  expect(textOf(year)).toContain(da('season.collisions'))
  expect(textOf(year)).toContain('April 2026')
  expect(textOf(year)).toMatch(/Torsdag den 26\. marts: Månedens \(kladde\) og Ugens \(kladde\) · flere samme dag/)
  expect(textOf(year)).toMatch(
    /Tirsdag den 7\. april: Ugens \(kladde, flyttet fra torsdag den 2\. april: Skærtorsdag\)/,
  )
})

test('for a role it shows only what that role gets, with the questions', async () => {
  const year = await hr.ask('årshjul')
  const shown = (await hr.press(year, 'season.show', { whom: 'skanderborg/kontraktholder' })).replaced as Card
  expect(textOf(shown)).toMatch(saying('season.forWhom', { role: 'Kontraktholder' }))
  expect(textOf(shown)).toContain('Ugens')
  expect(textOf(shown)).not.toContain('Månedens')
  expect(textOf(shown)).toMatch(/26\. marts: Ugens[^\n]*\n[^\n]+/)
})

test('its dates are offered as a calendar file, in HR’s own chat', async () => {
  const { cards } = await hr.press(await hr.ask('årshjul'), 'season.file')
  expect(cards.map(titleOf)).toContain(da('seasonOffered.title'))
  const leader = app.person()
  expect(textOf((await leader.say('årshjul')).cards[0])).not.toContain('Ugens')
})
