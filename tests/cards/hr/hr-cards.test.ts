import { hrActs } from '../../../src/caller/audit'
import { actInWords } from '../../../src/cards/hr/act-in-words'
import { choosePersonCard, chooseUnitsCard } from '../../../src/cards/hr/give-access-cards'
import { hrAccessCard } from '../../../src/cards/hr/hr-access-card'
import { hrLogCard } from '../../../src/cards/hr/hr-log-card'
import { requestsCard } from '../../../src/cards/hr/requests-card'
import { mostFound } from '../../../src/hr-access/find-people'
import { unitKey } from '../../../src/hr-access/unit-key'
import { locales } from '../../../src/texts'
import { buttonsOf, choicesOf, fieldsIn, textOf } from '../../support/card-text'
import { lintCard } from '../lint-card'
import { cards, readerIn } from '../sample-cards'
import { access, entries, hrCards, leader, longName, request } from './hr-samples'

const reader = readerIn('da')
const shown = (content: Parameters<typeof cards.render>[0]) => textOf(cards.render(content).card)

test.each(locales)('every card of HR’s desk is sound in %s', (locale) => {
  const faults = Object.entries(hrCards(readerIn(locale))).flatMap(([name, content]) => {
    const { card, summary } = cards.render(content)
    return [...lintCard(card), ...(summary.trim() === '' ? ['no summary'] : [])].map((fault) => `${name}: ${fault}`)
  })
  expect(faults).toEqual([])
})

test('so are the longest, with names that are no names', () => {
  const many = Array.from({ length: 200 }, (_, i) => ({ name: `${longName} ${i}`, leaders: 1 }))
  const right = { kind: 'units' as const, units: many.slice(0, 40).map(({ name }) => name) }
  const people = Array.from({ length: mostFound }, (_, i) => leader({ id: `${i}`, name: longName, unit: longName }))
  const all = Array.from({ length: 8 }, (_, i) => ({ id: `${i}`, name: longName, right, isAdministrator: false }))
  const line = { ...entries[0]?.line, id: 'x', tenantId: 't', at: '2026-12-01T08:00:00.000Z', what: 'campaign-started' }
  const entry = {
    line: { ...line, counts: {}, campaignName: longName },
    by: { kind: 'known' as const, name: longName },
  }
  const contents = [
    chooseUnitsCard(reader, leader({ name: longName }), many),
    choosePersonCard(reader, people, true),
    hrAccessCard({ ...reader, access: all, page: 0, id: 'x', isAdministrator: true, hasAccess: true }),
    hrLogCard({ ...reader, entries: Array(10).fill({ ...entry, about: undefined }), page: 0, pages: 2, months: 18 }),
    requestsCard({ ...reader, requests: [request({ name: longName })], page: 0, pages: 1, isAtDesk: true }),
  ]
  for (const content of contents) {
    expect(lintCard(cards.render(content).card)).toEqual([])
    expect(shown(content)).not.toMatch(/<at>|\*\*Sørensen\*\*(?! )/)
  }
})

test('an administrator may change what was given in the chat, and nobody what stands in the settings', () => {
  const card = (isAdministrator: boolean) =>
    cards.render(hrAccessCard({ ...reader, access, page: 0, id: 'x', isAdministrator, hasAccess: true })).card
  expect(choicesOf(card(true))).toEqual(['Lis Holm', 'Ib Skov'])
  expect(buttonsOf(card(true)).map(({ verb }) => verb)).toEqual(['access.new', 'access.choose', 'access.askTake'])
  expect(buttonsOf(card(false))).toEqual([])
})

test('what somebody plans for is chosen beforehand, however the unit is called', () => {
  const names = ['Dagtilbud, Vest', 'Skoler; Øst', 'A*B']
  const person = leader({ hrRight: { kind: 'units', units: names } })
  const { units } = fieldsIn(
    cards.render(
      chooseUnitsCard(
        reader,
        person,
        [...names, 'Ny'].map((name) => ({ name, leaders: 1 })),
      ),
    ).card,
  )
  expect(String(units).split(',')).toEqual(names.map(unitKey))
  expect(names.map(unitKey).join()).not.toMatch(/[;\s]/)
})

test('in one’s own chat the place where messages are answered is named where it is known', () => {
  const { 'requests-named': named } = hrCards(reader)
  expect(named && shown(named)).toContain('besvares i Ledergruppen – Generelt: Skriv ”@Pejling åbne beskeder” dér')
})

test('the log says who did what in words, and has words for all that is noted', () => {
  const said = shown(hrLogCard({ ...reader, entries, page: 0, pages: 1, months: 18 }))
  expect(said).toContain('Startede kampagnen ”Ugens refleksion” til 132 modtagere')
  expect(said).toContain('Startede kampagnen ”Ny” til 1 leder og 2 kanaler')
  expect(said).toContain('Kaldte spørgsmålet fra tirsdag den 24. november i kampagnen ”Forkert” tilbage')
  expect(said).toContain('Sendte spørgsmålet fra tirsdag den 24. november igen til 2')
  expect(said).toContain('Gav HR-adgang til Lis Holm')
  expect(said).toContain('En, der har slettet sine data')
  expect(said).toContain('Drift, NN (driver Pejling)')
  for (const locale of locales) {
    for (const what of hrActs) {
      const line = { id: 'x', tenantId: 't', at: '2026-12-01T08:00:00.000Z', what, counts: {} }
      const entry = { line, by: undefined, about: undefined }
      expect(actInWords(readerIn(locale), entry)).not.toContain(what)
    }
  }
})
