import { strFromU8, unzipSync } from 'fflate'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf, titleOf } from '../support/card-text'
import { createFakeDrive, type FakeDrive } from '../support/fake-drive'
import type { Person, Seen } from '../support/person'
import { da, saying } from '../support/said'

const hrId = '10000000-0000-4000-8000-000000000001'
let app: TestApp
let drive: FakeDrive
let hr: Person
beforeAll(async () => {
  app = await startApp({ env: { PEJLING_HR_IDS: hrId } })
  drive = await createFakeDrive()
  hr = app.person('Bente fra HR')
  await hr.chooseProfile('skanderborg', 'direktoer')
})
afterAll(async () => {
  await drive.close()
  await app.close()
})

const offerIn = ({ answer }: Seen) => answer.replies.flatMap(({ attachments = [] }) => attachments)[0]
let files = 0
/** Says yes to a file that was offered. @returns what came to lie there */
async function accepted(offered: Seen, fileType: string, person = hr): Promise<Buffer | undefined> {
  files += 1
  const uploadInfo = { contentUrl: 'https://x', name: `f.${fileType}`, uploadUrl: drive.url, fileType }
  const context = offerIn(offered)?.content?.acceptContext
  const before = drive.uploads.length
  const value = { type: 'fileUpload', action: 'accept', context, uploadInfo: { ...uploadInfo, uniqueId: `${files}` } }
  await person.send('x', {}, { name: 'fileConsent/invoke', value })
  return drive.uploads.length > before ? Buffer.from(drive.uploads.at(-1)?.bytes ?? []) : undefined
}

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
  // Once a month: at the end of each line it would wrap.
  expect(textOf(year).split(da('season.collisionsOn', { days: '26.' }))).toHaveLength(2)
  expect(textOf(year)).not.toContain(da('season.collision'))
  expect(textOf(year)).toMatch(/Torsdag den 26\. marts: Månedens \(kladde\) og Ugens \(kladde\)$/m)
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
  expect(textOf(shown)).toMatch(/26\. marts: Ugens[^\n]*\n– ”[^\n]+”/)
})

test('a month of a role is asked for in words, and nothing else is taken for it', async () => {
  for (const text of [
    'hvad får en kontraktholder i april?',
    'Hvad får kontraktholderne i april',
    'what does a kontraktholder get in april?',
  ]) {
    const year = await hr.ask(text)
    expect([text, titleOf(year), textOf(year).includes('26. marts')]).toEqual([text, da('season.title'), false])
    expect(textOf(year)).toMatch(/7\. april: Ugens/)
  }
  expect(textOf(await hr.ask('hvad får en kontraktholder i december?'))).toContain(da('season.noneIn'))
  for (const text of ['hvad får jeg i løn?', 'hvad får vi ud af det i teamet?', 'hvad får en kontraktholder i løn'])
    expect([text, titleOf(await hr.ask(text)) === da('season.title')]).toEqual([text, false])
})

test('its dates are handed over as a calendar file once that is wanted, to HR alone', async () => {
  const offered = await hr.press(await hr.ask('årshjul'), 'season.file')
  expect(offered.cards.map(titleOf)).toContain(da('seasonOffered.title'))
  const calendar = (await accepted(offered, 'ics'))?.toString() ?? ''
  expect(calendar.match(/^SUMMARY:.*$/gm)).toEqual([
    'SUMMARY:Månedens',
    'SUMMARY:Ugens',
    'SUMMARY:Ugens',
    'SUMMARY:Ugens',
  ])
  // 9 in the morning where HR is, before and after the clocks change; the second one moved past Easter.
  expect(calendar.match(/^DTSTART:.*$/gm)?.slice(1)).toEqual([
    'DTSTART:20260326T080000Z',
    'DTSTART:20260407T070000Z',
    'DTSTART:20260409T070000Z',
  ])
  expect(calendar).toContain('UID:cseason000001:2026-04-07@pejling')
  const leader = app.person()
  expect(textOf((await leader.say('årshjul')).cards[0])).not.toContain('Ugens')
  expect(await accepted(offered, 'ics', leader)).toBeUndefined()
})

describe('the page to print', () => {
  const textIn = (file: Buffer | undefined) => {
    const xml = strFromU8(unzipSync(new Uint8Array(file ?? []))['word/document.xml'] ?? new Uint8Array())
    const rows = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
        [...cell.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, run]) => run).join(' '),
      ),
    )
    return { xml, rows }
  }

  test('has the year by month in a table on its side, with what is moved and what falls on one day', async () => {
    const offered = await hr.press(await hr.ask('årshjul'), 'season.page')
    expect(offerIn(offered)?.name).toBe(da('season.page.fileName', { date: '2026-03-10' }))
    const { xml, rows } = textIn(await accepted(offered, 'docx'))
    expect(xml).toContain('w:orient="landscape"')
    expect(xml).toContain('<w:tblHeader')
    expect(rows[0]?.at(-1)).toBe(da('season.page.notes'))
    expect(xml.match(/>(Marts|April) 2026</g)).toEqual(['>Marts 2026<', '>April 2026<'])
    const [, second] = rows.filter(([day]) => day === 'Torsdag den 26. marts')
    expect(second?.[1]).toBe('09.00')
    expect(second?.[2]).toBe('Ugens')
    expect(second?.[3]).toContain('Skanderborg')
    expect(second?.[4]).toMatch(new RegExp(da('season.collision'), 'i'))
    expect(rows.find(([day]) => day === 'Tirsdag den 7. april')?.[4]).toMatch(/Flyttet fra .*: Skærtorsdag/)
  })

  test('of a role has what it is asked, and no other’s dates', async () => {
    const year = await hr.ask('årshjul')
    const shown = (await hr.press(year, 'season.show', { whom: 'skanderborg/kontraktholder' })).replaced as Card
    const { rows } = textIn(await accepted(await hr.press(shown, 'season.page'), 'docx'))
    expect(rows[0]?.at(-1)).toBe(da('season.page.question'))
    // A table a month, each with its head.
    const dates = rows.filter(([day]) => day !== da('season.page.day'))
    expect(dates.map(([, , campaign]) => campaign)).toEqual(['Ugens', 'Ugens', 'Ugens'])
    for (const row of dates) expect(row[4]).toMatch(/\?/)
  })

  test('is not made for whoever may not plan any more', async () => {
    const offered = await hr.press(await hr.ask('årshjul'), 'season.page')
    expect(await accepted(offered, 'docx', app.person())).toBeUndefined()
  })
})
