import { readTable } from '../../src/documents/read-table'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf, titleOf } from '../support/card-text'
import { createFakeDrive, type FakeDrive } from '../support/fake-drive'
import type { Person, Seen } from '../support/person'
import { da } from '../support/said'

const hrId = '10000000-0000-4000-8000-000000000001'
let app: TestApp
let drive: FakeDrive
let hr: Person
beforeAll(async () => {
  app = await startApp({ env: { PEJLING_HR_IDS: hrId } })
  drive = await createFakeDrive()
  hr = app.person('Bente fra HR')
  await hr.chooseProfile('odder', 'stabschef')
})
afterAll(async () => {
  await drive.close()
  await app.close()
})

const contextIn = ({ answer }: Seen) =>
  answer.replies.flatMap(({ attachments = [] }) => attachments)[0]?.content?.acceptContext as object
const accept = (person: Person, context: object, uniqueId: string) => {
  const uploadInfo = { contentUrl: 'https://x', name: 'f.xlsx', uploadUrl: drive.url, uniqueId, fileType: 'xlsx' }
  const value = { type: 'fileUpload', action: 'accept', context, uploadInfo }
  return person.send('x', {}, { name: 'fileConsent/invoke', value })
}
const verbsOf = (card: Card | undefined) => buttonsOf(card).map(({ verb }) => verb)

test('an empty log says so', async () => {
  const card = await hr.ask('log')
  expect([titleOf(card), verbsOf(card)]).toEqual([da('log.title'), []])
  expect(textOf(card)).toContain(da('log.none'))
})

test('who did what stands in a table with pages, and whole in an Excel file where no name is a formula', async () => {
  const names = ['=HYPERLINK("x")', 'Lis Holm', ...Array.from({ length: 9 }, (_, n) => `Person ${n} Lund`)]
  for (const name of names) {
    const person = app.person(name)
    await person.chooseProfile('odder', 'stabschef')
    app.clock.advance(60_000)
    await hr.send('access.give', { personId: person.id, units: '*' })
  }
  const card = await hr.ask('log')
  expect(textOf(card)).toContain(da('log.act.right-given', { about: 'Person 8 Lund' }))
  expect(verbsOf(card)).toEqual(['log.file', 'log.list'])
  const second = (await hr.press(card, 'log.list')).replaced as Card
  expect(textOf(second)).toContain('HYPERLINK')
  expect(textOf(second)).not.toContain('Lis Holm')
  const offered = await hr.press(card, 'log.file')
  expect(offered.cards.map(titleOf)).toContain(da('logOffered.title'))
  await accept(hr, contextIn(offered), 'log-1')
  const rows = (await readTable(Buffer.from(drive.uploads.at(-1)?.bytes ?? []))).map(({ cells }) => cells)
  expect(rows).toHaveLength(12)
  expect(rows[1]).toEqual([
    expect.stringMatching(/^2026-03-10 \d\d:\d\d$/),
    'Bente fra HR',
    da('log.act.right-given', { about: 'Person 8 Lund' }),
  ])
})

test('nobody else gets it, however they ask', async () => {
  const leader = app.person()
  expect(titleOf(await leader.ask('log'))).toBe(da('access.refused.title'))
  expect(titleOf((await leader.send('log.file', {})).replaced)).toBe(da('access.refused.title'))
  const before = drive.uploads.length
  await accept(leader, { what: 'hr-log' }, 'log-2')
  expect(drive.uploads).toHaveLength(before)
})
