import { strToU8, zipSync } from 'fflate'
import { readTable } from '../../src/documents/read-table'
import { writeWorkbook } from '../../src/documents/write-workbook'
import { startApp, type TestApp } from '../support/app'
import { captured } from '../support/bot-client'
import { buttonsOf, type Card, fieldsIn, textOf, titleOf } from '../support/card-text'
import { createFakeDrive, type FakeDrive } from '../support/fake-drive'
import { createFakeFiles, type FakeFiles } from '../support/fake-files'
import type { Person, Seen } from '../support/person'
import { da, saying } from '../support/said'

const hrId = `10000000-0000-4000-8000-${'1'.padStart(12, '0')}`
let app: TestApp
let files: FakeFiles
let drive: FakeDrive
let hr: Person
beforeAll(async () => {
  // People are numbered in the order they come; the first is HR.
  app = await startApp({ env: { PEJLING_HR_IDS: hrId, PEJLING_MUNICIPALITY: 'skanderborg' }, timeoutMs: 1500 })
  files = await createFakeFiles()
  drive = await createFakeDrive()
  hr = app.person('Bente fra HR')
  await hr.chooseProfile('skanderborg', '')
})
afterAll(async () => {
  await files.close()
  await drive.close()
  await app.close()
})

const info = 'application/vnd.microsoft.teams.file.download.info'
const attached = (...urls: string[]) => ({
  attachments: urls.map((downloadUrl) => ({
    contentType: info,
    name: 'ledere.xlsx',
    contentUrl: 'https://odder-my.sharepoint.com/personal/hr/Documents/ledere.xlsx',
    content: { downloadUrl, uniqueId: 'x', fileType: 'xlsx' },
  })),
})
const send = (person: Person, ...urls: string[]) => person.say('', attached(...urls))
const csv = (text: string) => files.put(Buffer.from(text))
const read = async (text: string) => (await send(hr, csv(text))).cards[0] as Card
const rowsIn = (container: string) => app.rows().filter((row) => row.container === container)
const leaderOf = (person: Person) => rowsIn('leaders').find(({ id }) => id === person.id)?.body
const verbsOf = (card: Card | undefined) => buttonsOf(card).map(({ verb }) => verb)
const notice = ({ cards }: Seen) => textOf(cards[0])

test('the overview tells of an empty list how to send one, and what HR needs for it', async () => {
  const card = await hr.ask('ledere')
  expect(titleOf(card)).toBe(da('leaders.title'))
  expect(verbsOf(card)).toEqual(['leaders.how', 'leaders.template', 'leaders.inform'])
  const how = (await hr.press(card, 'leaders.how')).cards[0]
  expect(textOf(how)).toContain(da('leaders.how.title'))
  expect(titleOf(await hr.ask('importér ledere'))).toBe(da('leaders.how.title'))
  const { answer } = await hr.press(card, 'leaders.inform')
  expect(answer.replies[0]?.text).toContain(da('leaders.inform.data'))
})

test('a list in Excel is tried first, and one press lets it count', async () => {
  const rows = [
    ['Åse Bæk', 'aase@skanderborg.dk', 'Skoleleder', 'Havneskolen', '500.000'],
    ['Bo Holm', 'bo@skanderborg.dk', 'Ceremonimester', 'Havneskolen', ''],
    ['Carl Dam', 'carl hos kommunen', '', '', ''],
  ]
  const file = writeWorkbook([{ name: 'L', head: ['Navn', 'E-mail', 'Titel', 'Enhed', 'Løn'], rows }])
  const review = (await send(hr, files.put(file))).cards[0] as Card
  expect(textOf(review)).toMatch(
    saying('roster.review.counts', { rows: '3', counts: da('roster.counts.created', { n: 2 }) }),
  )
  expect(textOf(review)).toContain(da('roster.review.awaited', { n: 2 }))
  expect(textOf(review)).toContain(da('roster.review.skipped', { columns: 'Løn' }))
  expect(textOf(review)).toContain(da('roster.review.titleLine', { said: 'Skoleleder', role: 'Kontraktholder', n: 1 }))
  expect(textOf(review)).toMatch(/4 \(Carl Dam\)/)
  expect(rowsIn('awaitedLeaders')).toEqual([])
  const [title] = Object.keys(fieldsIn(review)).filter((field) => field.startsWith('title-'))
  const done = await hr.press(review, 'roster.import', { ...fieldsIn(review), [title ?? '']: 'leder-af-leder' })
  expect(titleOf(done.replaced)).toBe(da('roster.done.title'))
  expect(
    rowsIn('awaitedLeaders')
      .map(({ body }) => [body.name, body.role, body.unit])
      .sort(),
  ).toEqual([
    ['Bo Holm', 'leder-af-leder', 'Havneskolen'],
    ['Åse Bæk', 'kontraktholder', 'Havneskolen'],
  ])
  expect(rowsIn('audit').map(({ body }) => [body.what, body.by])).toContainEqual(['roster-imported', hrId])
  const overview = textOf(await hr.ask('ledere'))
  expect(overview).toContain(da('leaders.lineWaiting', { name: 'Havneskolen', n: 2, waiting: 2 }))
  expect(app.leaks()).toEqual([])
  expect(app.logText()).not.toMatch(/hemmelig-noegle|skanderborg\.dk|Ceremonimester/)
})

describe('somebody whom the list names by address', () => {
  const known = (person: Person, email: string) =>
    app.connector.setMembers(person.conversationId, [
      { ...(person.from.from as { id: string; name: string }), email } as { id: string; name: string },
    ])

  test('is found when they write, once Teams tells who they are', async () => {
    const aase = app.person('Åse Bæk')
    known(aase, 'AASE@skanderborg.dk')
    await aase.say('hvad siger grundlaget om tillid?')
    expect(leaderOf(aase)).toMatchObject({
      role: 'kontraktholder',
      unit: 'Havneskolen',
      addresses: ['aase@skanderborg.dk'],
    })
    expect(rowsIn('awaitedLeaders').map(({ body }) => body.name)).toEqual(['Bo Holm'])
    await aase.say('mine data')
  })

  test('is met with their role when the app is installed', async () => {
    const bo = app.person('Bo Holm')
    known(bo, 'bo@skanderborg.dk')
    await bo.event('installation-update-personal')
    expect(leaderOf(bo)).toMatchObject({ role: 'leder-af-leder', isProfileChosen: false })
  })

  test('is found in the teams that Pejling is in, at a press', async () => {
    await app.client.post(captured('installation-update-channel'))
    const done = (
      await hr.press(await read('e-mail;enhed\ndorthe@skanderborg.dk;Vej\nerik@skanderborg.dk;Vej'), 'roster.import')
    ).replaced
    expect(verbsOf(done)).toContain('roster.find')
    const teamId = String(rowsIn('channels')[0]?.body.teamId)
    const dorthe = '20000000-0000-4000-8000-000000000000'
    const member = { id: '29:d', name: 'Dorthe', aadObjectId: dorthe, userPrincipalName: 'Dorthe@skanderborg.dk' }
    app.connector.setMembers(teamId, [member, { id: '29:g', name: 'Gæst' }])
    const found = (await hr.press(done as Card, 'roster.find')).replaced
    expect(textOf(found)).toContain(da('roster.found.text', { n: 1 }))
    expect(rowsIn('leaders').find(({ id }) => id === dorthe)?.body).toMatchObject({ unit: 'Vej', conversation: null })
    expect(rowsIn('awaitedLeaders')).toHaveLength(1)
  })

  test('is asked for nothing where Teams fails, and answered all the same', async () => {
    const someone = app.person('Frederik Lund')
    app.connector.fail({ status: 500 }, { kinds: ['read'] })
    const { cards } = await someone.say('hvad siger grundlaget om tillid?')
    expect(cards.length).toBeGreaterThan(0)
    app.connector.heal()
  })
})

test('an import is undone at a press', async () => {
  const done = (await hr.press(await read('e-mail;enhed\nuli@skanderborg.dk;Park'), 'roster.import')).replaced as Card
  expect(rowsIn('awaitedLeaders').some(({ body }) => body.unit === 'Park')).toBe(true)
  const undone = (await hr.press(done, 'roster.undo')).replaced
  expect(titleOf(undone)).toBe(da('roster.undone.title'))
  expect(rowsIn('awaitedLeaders').some(({ body }) => body.unit === 'Park')).toBe(false)
})

test('a list that is not to be used is used by no older card', async () => {
  const review = await read('e-mail;enhed\nuli@skanderborg.dk;Park')
  expect(titleOf((await hr.press(review, 'roster.drop')).replaced)).toBe(da('rosterDropped.title'))
  expect((await hr.press(review, 'roster.import')).notice).toContain(da('roster.dropped'))
  expect(rowsIn('awaitedLeaders').some(({ body }) => body.unit === 'Park')).toBe(false)
})

test('whoever is not on the list is sent no more prompts only where HR says so', async () => {
  const ids = [3, 4].map((n) => `${n}0000000-0000-4000-8000-000000000000`)
  await hr.press(await read(`object id;navn\n${ids.map((id, n) => `${id};Nr. ${n}`).join('\n')}`), 'roster.import')
  const since = () => rowsIn('leaders').find(({ id }) => id === ids[1])?.body.leavingSince
  const everybody = rowsIn('leaders').flatMap(({ id }) => (id === ids[1] ? [] : [id]))
  const without = `object id\n${everybody.join('\n')}`
  const review = await read(without)
  expect(textOf(review)).toContain('Nr. 1')
  await hr.press(review, 'roster.import', fieldsIn(review))
  expect(since()).toBeUndefined()
  const again = await read(without)
  const done = (await hr.press(again, 'roster.import', { ...fieldsIn(again), leaving: 'yes' })).replaced
  expect(textOf(done)).toMatch(saying('roster.done.leaving', { n: '\\d+' }))
  expect(since()).toBeDefined()
})

describe('files for HR', () => {
  const accept = (context: object, n: number) =>
    hr.send(
      'x',
      {},
      {
        name: 'fileConsent/invoke',
        value: {
          type: 'fileUpload',
          action: 'accept',
          context,
          uploadInfo: {
            contentUrl: 'https://x',
            name: 'f.xlsx',
            uploadUrl: drive.url,
            uniqueId: `l-${n}`,
            fileType: 'xlsx',
          },
        },
      },
    )
  const contextIn = ({ answer }: Seen) =>
    answer.replies.flatMap(({ attachments = [] }) => attachments)[0]?.content?.acceptContext as object
  const uploaded = async () =>
    (await readTable(Buffer.from(drive.uploads.at(-1)?.bytes ?? []))).map(({ cells }) => cells)

  test('the template has columns that are understood, and the roles of the municipality', async () => {
    const card = await hr.ask('ledere')
    await accept(contextIn(await hr.press(card, 'leaders.template')), 1)
    const [head] = await uploaded()
    expect(head).toEqual(['name', 'email', 'framework', 'role', 'unit'].map((column) => da(`leaders.column.${column}`)))
    const review = await read(`${head?.join(';')}\nNy Leder;ny@skanderborg.dk;Skanderborg Kommune;Kontraktholder;Skole`)
    expect(textOf(review)).toMatch(saying('roster.review.counts1', { counts: da('roster.counts.created1') }))
  })

  test('those who are not yet in touch are in one', async () => {
    const card = await hr.ask('ledere')
    await accept(contextIn(await hr.press(card, 'leaders.waiting')), 2)
    const names = (await uploaded()).map(([name]) => name)
    expect(names).toContain('Nr. 0')
    expect(names).not.toContain('Åse Bæk')
  })

  test('five thousand rows with three hundred faults: twenty are shown, and all are in the file, formulas as text', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => (n < 300 ? `=nr${n};=HYPERLINK("x")` : `n${n}@k.dk;Nr. ${n}`))
    const review = await read(`e-mail;navn\n${rows.join('\n')}`)
    const shown = textOf(review).match(/^Række \d+/gm)
    expect(shown).toHaveLength(20)
    expect(textOf(review)).toContain(da('roster.review.faultsMore', { n: 280 }))
    expect(JSON.stringify(review).length).toBeLessThan(25_000)
    await accept(contextIn(await hr.press(review, 'roster.faults')), 3)
    const faults = await uploaded()
    expect(faults).toHaveLength(301)
    expect(faults[1]?.[1]).toBe('=HYPERLINK("x")')
    await hr.press(review, 'roster.drop')
  })

  test('are made for nobody else', async () => {
    const leader = app.person('En Leder')
    const value = {
      type: 'fileUpload',
      action: 'accept',
      context: { what: 'leaders-waiting' },
      uploadInfo: { contentUrl: 'https://x', name: 'f.xlsx', uploadUrl: drive.url, uniqueId: 'l-9', fileType: 'xlsx' },
    }
    const before = drive.uploads.length
    await leader.send('x', {}, { name: 'fileConsent/invoke', value })
    expect(drive.uploads).toHaveLength(before)
  })
})

describe('what is sent and is no list of leaders', () => {
  const bomb = () => {
    const huge = `<row>${'<c t="inlineStr"><is><t>x</t></is></c>'.repeat(100)}</row>`.repeat(20_000)
    const parts = {
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/s.xml"/></Relationships>',
      'xl/worksheets/s.xml': `<worksheet><sheetData>${huge}</sheetData></worksheet>`,
    }
    return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { level: 1 })
  }
  const cases: [string, () => string, string][] = [
    ['a file of 50 MB', () => files.put(Buffer.alloc(50_000_000, 'x')), 'file.fault.large'],
    ['a file that grows when it is unpacked', () => files.put(bomb()), 'sheet.fault.large'],
    ['a file with a password', () => files.put(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'sheet.fault.locked'],
    ['a broken file', () => files.put(Buffer.from('PK\u0003\u0004 nothing')), 'sheet.fault.broken'],
    ['a picture', () => files.put(Buffer.from('89504e470d0a1a0a0000', 'hex')), 'sheet.fault.kind'],
    ['a list without addresses', () => csv('navn;rolle\nEa;leder'), 'roster.fault.head'],
    ['a list of nobody', () => csv('e-mail;navn'), 'roster.fault.empty'],
    ['an address on another host', () => 'https://example.com/ledere.xlsx', 'file.fault.address'],
    ['an address that only looks like Teams’', () => 'http://127.0.0.1@example.com/x', 'file.fault.address'],
    [
      'an address that leads on to another',
      () =>
        files.serve((res) => {
          res.writeHead(302, { location: files.put(Buffer.from('e-mail\na@k.dk')) })
          res.end()
        }),
      'file.fault.address',
    ],
    [
      'an address where nothing is any more',
      () =>
        files.serve((res) => {
          res.writeHead(404)
          res.end()
        }),
      'file.fault.gone',
    ],
    ['an address that breaks off', () => files.serve((res) => res.socket?.destroy()), 'file.fault.gone'],
  ]

  test.each(cases)('%s gets one sentence, and nothing is kept', async (_what, url, key) => {
    const before = rowsIn('rosterDrafts').length
    const seen = await send(hr, url())
    expect(seen.cards).toHaveLength(1)
    expect(notice(seen)).toContain(da(key))
    expect(rowsIn('rosterDrafts')).toHaveLength(before)
  })

  test('two files at once are refused, and none of them is fetched', async () => {
    const before = files.count()
    expect(notice(await send(hr, csv('e-mail\na@k.dk'), csv('e-mail\nb@k.dk')))).toContain(da('file.fault.many'))
    expect(files.count()).toBe(before)
  })

  test('a leader’s file is not fetched, nor their list imported', async () => {
    const leader = app.person('En Leder Til')
    const before = files.count()
    expect(notice(await send(leader, csv('e-mail\na@k.dk')))).toContain(da('file.notHr.text'))
    expect(files.count()).toBe(before)
    const draftId = rowsIn('rosterDrafts')[0]?.id
    for (const verb of ['roster.import', 'roster.show', 'roster.undo', 'roster.drop', 'roster.faults', 'roster.find']) {
      const { replaced, cards } = await leader.send(verb, { draftId })
      expect([verb, titleOf(replaced ?? cards[0])]).toEqual([verb, da('access.refused.title')])
    }
    const { cards } = await leader.say('ledere')
    expect(titleOf(cards[0])).not.toBe(da('leaders.title'))
  })

  test('words of somebody in trouble beside a file are met first', async () => {
    const { cards } = await hr.say('jeg vil ikke leve mere', attached(csv('e-mail\na@k.dk')))
    expect(textOf(cards[0])).toContain('112')
  })
})

test('a list that takes long is gone on with by the server, and the card tells how far it is', async () => {
  const rows = Array.from({ length: 900 }, (_, n) => `m${n}@k.dk;Mange`)
  const review = await read(`e-mail;enhed\n${rows.join('\n')}`)
  const draftId = buttonsOf(review)[0]?.data.draftId
  // The time of a turn is over at once.
  const now = app.clock.now
  let asked = 0
  app.clock.now = () => now() + (asked++ > 3 ? 10_000 * asked : 0)
  const under = (await hr.press(review, 'roster.import', fieldsIn(review))).replaced
  app.clock.now = now
  app.clock.advance(3600_000)
  expect(titleOf(under)).toBe(da('roster.importing.title'))
  await app.deliver()
  const done = (await hr.send('roster.show', { draftId })).replaced
  expect(titleOf(done)).toBe(da('roster.done.title'))
  expect(rowsIn('awaitedLeaders').filter(({ body }) => body.unit === 'Mange')).toHaveLength(900)
})
