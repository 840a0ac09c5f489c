import { jsonPages, markdownPages } from '../../../src/cards/leader/personal-data-text'
import type { PersonalData } from '../../../src/people/export-person'
import { ownedRecords } from '../../../src/people/owned-records'
import { deliveryStates } from '../../../src/records/delivery'
import { type Locale, locales } from '../../../src/texts'
import { library, readerIn } from '../sample-cards'

const at = '2026-03-10T08:00:00.000Z'
const later = '2026-03-12T07:00:00.000Z'
const promptId = 'skanderborg/kontraktholder/strategisk-ledelse/q1'
const question = library.prompt(promptId)?.text ?? ''
const conversation = { conversationId: '19:c;messageid=1', serviceUrl: 'https://eu', botId: '28:bot' }

const leader = {
  id: '1f2e3d4c',
  tenantId: 't',
  name: 'Åse Sørensen',
  framework: 'skanderborg',
  role: 'kontraktholder',
  unit: 'Skovbakkeskolen',
  addresses: ['aase@kommune.dk'],
  locale: 'da',
  timeZone: 'Europe/Copenhagen',
  conversation,
  createdAt: at,
  updatedAt: at,
}
const reflection = (state: string, more: object = {}) => ({
  id: state,
  leaderId: leader.id,
  promptId,
  statementIds: [],
  state,
  shownAt: at,
  createdAt: at,
  ...more,
})
const share = { channelId: '19:c', name: 'Vest › Ledelse', revision: 1, at, attempts: 1, isTakenBack: false }
const delivery = (state: string, response: string | null, more: object = {}) => ({
  id: `c1:2026-03-10:${state}`,
  occasionId: 'c1:2026-03-10',
  campaignId: 'c1',
  tenantId: 't',
  state,
  response,
  recipientId: leader.id,
  recipientKind: 'leader',
  promptId,
  claimedAt: at,
  claimedBy: 'i',
  createdAt: at,
  ...more,
})
const request = {
  id: 'h1',
  tenantId: 't',
  leaderId: leader.id,
  name: 'Åse',
  text: 'Må jeg ringe?',
  state: 'taken',
  delivery: 'sent',
  sendingSince: at,
  createdAt: at,
  answers: [{ at, text: 'Ja, i morgen.', delivery: 'sent' }],
}
const together = { id: 'd', tenantId: 't', placeId: '19:c', conversation, dueAt: null, createdAt: at }
const talk = { ...together, promptId, startedBy: leader.id, startedName: leader.name, state: 'agreed' }
const agreement = {
  ...together,
  leaderId: leader.id,
  name: leader.name,
  text: 'Vi lytter først',
  who: 'Alle',
  lookOn: '2026-04-07',
}
const threadAnswer = {
  id: 'a',
  leaderId: leader.id,
  deliveryId: 'c1:2026-03-10:19:c',
  key: 'k',
  state: 'sent',
  messageId: 'm',
  teamName: 'Vest',
  channelName: 'Ledelse',
  conversation,
  createdAt: at,
}

const row = {
  line: 2,
  objectId: null,
  addresses: ['aase@kommune.dk'],
  name: 'Åse',
  framework: null,
  role: null,
  said: 'Skoleleder',
  unit: 'Skole',
  timeZone: null,
}

/** Something of the leader's in every container that can hold any. */
const data: PersonalData = {
  leaders: [leader],
  reflections: [
    reflection('shown'),
    reflection('answered', {
      text: 'Jeg spørger først.',
      scale: 4,
      answeredAt: later,
      deliveryId: 'c1:2026-03-10:x',
      shared: [
        { ...share, delivery: 'sent' },
        { ...share, name: 'Øst', delivery: 'unknown' },
      ],
    }),
    reflection('skipped'),
    reflection('snoozed', { snoozedUntil: later }),
    reflection('withdrawn'),
  ],
  snoozes: [{ id: 's', tenantId: 't', leaderId: leader.id, reflectionId: 'snoozed', dueAt: later } as { id: string }],
  helpRequests: [request, { id: 'h2', state: 'closed', createdAt: at, handlerName: 'Åse' } as { id: string }],
  campaigns: [
    { id: 'c1', name: 'Ugens spørgsmål', isCreator: false } as { id: string },
    { id: 'c2', name: 'Min egen', isCreator: true } as { id: string },
    { id: 'c3', name: 'Skrevet', isCreator: false, wroteQuestions: true } as { id: string },
    { id: 'c4', name: 'Godkendt', isCreator: false, approvedAt: at } as { id: string },
  ],
  audiencePages: [{ id: 'c1:2026-03-10:p0', dueAt: at } as { id: string }],
  deliveries: [
    delivery('sent', 'answered', { sentAt: at, reminded: 1 }),
    delivery('unknown', 'snoozed'),
    delivery('unreachable', null, { reason: 'paused' }),
  ],
  threadAnswers: [threadAnswer],
  discussions: [talk],
  agreements: [agreement],
  awaitedLeaders: [{ ...row, id: 'w', tenantId: 't', createdAt: at } as { id: string }],
  rosterPages: [
    { id: 'r:p0', lines: [row], faults: [], changes: [] } as { id: string },
    {
      id: 'r:p1',
      lines: [],
      faults: [{ line: 3, name: 'Åse', keys: [], say: { key: 'roster.fault.twice' } }],
      changes: [],
    } as { id: string },
    {
      id: 'r:p2',
      lines: [],
      faults: [],
      changes: [{ container: 'leaders', id: leader.id, before: { unit: null }, after: { unit: 'Skole' } }],
    } as { id: string },
  ],
  rosterDrafts: [],
  rhythms: [
    {
      ...{ id: leader.id, tenantId: 't', weekday: 5, time: '09:00', everyWeeks: 2, topic: 'delegering' },
      ...{ startsOn: '2026-03-13', dueAt: later, nextAt: later, createdAt: at, updatedAt: at },
    } as { id: string },
  ],
  teamRhythms: [
    {
      ...{ id: '19:c', tenantId: 't', weekday: 2, time: '09:00', everyWeeks: 1, topic: 'tillid', setBy: leader.id },
      ...{ setByName: 'Åse', conversation: { conversationId: '19:c', serviceUrl: 's', botId: 'b' } },
      ...{ startsOn: '2026-03-10', dueAt: later, nextAt: later, countedFrom: at, createdAt: at, updatedAt: at },
    } as { id: string },
  ],
  installation: [],
  channels: [],
  occasions: [],
  sending: [],
  feedback: [],
  audit: [],
}
const said = (of: PersonalData, locale: Locale = 'da') => markdownPages(of, readerIn(locale)).join('\n\n')

test('there is a sample of every container that can hold something of a leader’s', () => {
  expect(Object.keys(data).sort()).toEqual(Object.keys(ownedRecords).sort())
})

test.each(locales)('whatever container holds something is in the JSON and in the words, in %s', (locale) => {
  const json = JSON.parse(
    jsonPages(data)
      .map((page) => page.replace(/^```json\n|\n```$/g, ''))
      .join('\n'),
  ) as PersonalData
  const all = said(data, locale)
  for (const [name, documents] of Object.entries(data)) {
    expect([name, json[name]]).toEqual([name, documents])
    if (documents.length === 0) continue
    // Taken away, each document takes words with it.
    for (const [i, document] of documents.entries()) {
      const less = said({ ...data, [name]: documents.toSpliced(i, 1) }, locale)
      expect([name, document.id, less.length < all.length]).toEqual([name, document.id, true])
    }
  }
})

test('what became of each question is said in words', () => {
  const text = said(data)
  for (const words of [
    'Ikke besvaret',
    'Besvaret 12. marts 2026 kl. 08.00',
    'Sprunget over',
    'Udskudt til 12. marts 2026 kl. 08.00',
    'Dit svar er slettet',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('(Ikke besvaret)')
  expect(text).toContain('Måske delt i Øst')
})

test('the profile says unit, id, and a pause as a sentence with a date', () => {
  const text = (more: object) => said({ ...data, leaders: [{ ...leader, ...more }] })
  expect(text({})).toContain('Enhed: Skovbakkeskolen')
  expect(text({ unit: null })).toContain('Enhed: Ikke oplyst')
  expect(text({})).toContain('Id i Teams: 1f2e3d4c')
  expect(text({})).toContain('Spørgsmål fra mig: Ingen pause')
  expect(text({ pausedUntil: '2026-08-01' })).toContain('Spørgsmål fra mig: Pause til lørdag den 1. august 2026')
  expect(text({ stopped: true })).toContain('Spørgsmål fra mig: Stoppet, til du skriver ”start igen”')
  expect(text({ unreachable: { why: 'uninstalled', at } })).toContain('appen blev fjernet 10. marts 2026')
})

test('what campaigns sent, what became of it, and who the leader is to a campaign', () => {
  const text = said(data)
  expect(text).toContain(`${question} Nåede frem. Du har svaret. Påmindelser: 1.`)
  expect(text).toContain(`${question} Nåede måske frem. Du har bedt om det igen senere.`)
  expect(text).toContain('Blev ikke sendt: Der var pause.')
  expect(text).toContain('Du står som modtager i kampagnen ”Ugens spørgsmål”.')
  expect(text).toContain('Du har oprettet kampagnen ”Min egen”.')
})

test.each(deliveryStates)(
  'a delivery that is %s ends in a sentence, without a question where none was chosen',
  (state) => {
    for (const locale of locales) {
      const line = said({ deliveries: [delivery(state, null, { promptId: '' })] }, locale)
      expect(line).toMatch(/(09\.00|09:00): [A-ZÆØÅ][^()]*\.$/)
    }
  },
)

test('of a request to HR it says how it stands, and of one handled for HR no more than that', () => {
  const text = said(data)
  for (const words of ['Må jeg ringe?', 'Ja, i morgen.', 'I gang']) expect(text).toContain(words)
  expect(text).toContain('Besked, som du har taget dig af for HR, 10. marts 2026 kl. 09.00: Afsluttet')
  expect(said({ helpRequests: [{ ...request, delivery: 'failed' } as { id: string }] })).toContain('Ikke sendt til HR')
})

test('a record of a kind that has no words here, or that a newer version wrote, is counted and pointed to', () => {
  expect(said({ ...data, later: [{ id: 'x' }] })).toContain('Én ting mere er gemt')
  expect(said({ ...data, deliveries: [{ id: 'x' }], campaigns: [{ id: 'y' }] })).toContain('2 ting mere er gemt')
})
