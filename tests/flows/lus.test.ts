import type { Activity } from 'botbuilder'
import { strFromU8, unzipSync } from 'fflate'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, fieldsIn, textOf, titleOf } from '../support/card-text'
import { dayMs } from '../support/fake-clock'
import { createFakeDrive, type FakeDrive } from '../support/fake-drive'
import type { Person } from '../support/person'
import { da, en, saying } from '../support/said'

let app: TestApp
let drive: FakeDrive
beforeAll(async () => {
  app = await startApp({ timeoutMs: 1500 })
  drive = await createFakeDrive()
})
afterEach(() => {
  drive.fail(undefined)
  app.connector.heal()
})
afterAll(async () => {
  await drive.close()
  await app.close()
})

interface Offer {
  readonly contentType: string
  readonly name: string
  readonly content: { sizeInBytes: number; description: string; acceptContext: Context; declineContext: object }
}
type Context = { readonly what: string; readonly keys: readonly string[] }

const answers = ['Jeg uddelegerede budgettet til Mette.', 'Vi holdt sommerfest.', 'Jeg fik sagt, at jeg var i tvivl.']
let count = 0

/** A leader with three answers, each with a word of its own. */
async function writer(): Promise<{ person: Person; mark: string }> {
  count += 1
  const mark = `Kendeord${count}`
  const person = app.person('Åse Bæk')
  await person.chooseProfile('skanderborg', 'kontraktholder')
  for (const text of answers) {
    await person.press(await person.getPrompt(), 'prompt.answer', { text: `${mark} ${text}` })
    app.clock.advance(dayMs)
  }
  return { person, mark }
}

const inputsOf = (card: Card) =>
  Object.fromEntries(
    (card.body as { type: string; id?: string; value?: string }[])
      .filter(({ type }) => type.startsWith('Input.'))
      .map(({ id = '', value = '' }) => [id, value]),
  )

/** Chooses what is chosen beforehand, and asks for the file. */
async function offered(person: Person): Promise<{ offer: Offer; card: Card; choice: Card }> {
  const choice = await person.ask('forbered min LUS')
  const { answer, cards } = await person.press(choice, 'lus.file', inputsOf(choice))
  const [offer] = answer.replies.flatMap(({ attachments = [] }) => attachments)
  return { offer: offer as unknown as Offer, card: cards.at(-1) as Card, choice }
}

let files = 0
function accept(person: Person, context: object, more: object = {}, overrides: object = {}) {
  files += 1
  const uploadInfo = {
    contentUrl: 'https://odder-my.sharepoint.com/personal/ea/Documents/fil.docx',
    name: 'fil.docx',
    uploadUrl: drive.url,
    uniqueId: `fil-${files}`,
    fileType: 'docx',
    ...more,
  }
  const value = { type: 'fileUpload', action: 'accept', context, uploadInfo }
  return person.send('x', {}, { name: 'fileConsent/invoke', value, ...overrides })
}

const documentOf = (bytes: Uint8Array | undefined) =>
  strFromU8(unzipSync(new Uint8Array(bytes ?? []))['word/document.xml'] ?? new Uint8Array())
const info = (replies: readonly Partial<Activity>[]) =>
  replies.flatMap(({ attachments = [] }) => attachments).filter(({ contentType }) => contentType.endsWith('file.info'))
/** What a person was told, in whatever kind of message. */
const told = (replies: readonly Partial<Activity>[]) => JSON.stringify(replies)

describe('the choice', () => {
  test('has what was written in the last year, all chosen, by area, and both ways to have it', async () => {
    const { person, mark } = await writer()
    const card = await person.ask('forbered min lederudviklingssamtale')
    expect(titleOf(card)).toBe(da('lus.title'))
    const { months, ...picks } = inputsOf(card)
    expect(months).toBe('12')
    expect(Object.values(picks).join(',').split(',')).toHaveLength(3)
    expect(((card.actions ?? []) as { title: string }[]).map(({ title }) => title)).toEqual([
      da('lus.file'),
      da('lus.show'),
      da('lus.change'),
    ])
    for (const text of answers) expect(textOf(card)).toContain(`– ”${mark} ${text}”`)
  })

  test('another period takes its place', async () => {
    const { person } = await writer()
    app.clock.advance(200 * dayMs)
    const card = await person.ask('forbered min LUS')
    const shorter = (await person.press(card, 'lus.choose', { ...inputsOf(card), months: '3' })).replaced as Card
    expect(textOf(shorter)).toContain(da('lus.empty'))
    expect(buttonsOf(shorter).map(({ verb }) => verb)).toEqual(['lus.choose', 'prompt.request'])
  })

  test('who has written nothing gets a question instead', async () => {
    const person = app.person()
    await person.chooseProfile('skanderborg', 'kontraktholder')
    const card = await person.ask('forbered min LUS')
    expect(textOf(card)).toContain(da('lus.none'))
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([da('answer.askMe')])
    const { cards } = await person.press(card, 'prompt.request')
    expect(titleOf(cards[0])).toBe(da('prompt.title'))
  })

  test.each(['press', 'submit'] as const)(
    'is emptied at an erasure, also where it was forgotten meanwhile and another period took its place by %s',
    async (how) => {
      const { person, mark } = await writer()
      const card = await person.ask('forbered min LUS')
      const leaderRow = () => app.rows().find(({ container, id }) => container === 'leaders' && id === person.id)
      const ids = leaderRow()?.body.cardIds as string[]
      const lusCard = ids.at(-1)
      const row = leaderRow()
      if (!row) throw new Error('no leader')
      app.rewrite(row, { cardIds: [] })
      const seen = await person[how](card, 'lus.choose', { ...inputsOf(card), months: '6' }, { replyToId: lusCard })
      expect(textOf(seen.replaced)).toContain(mark)
      const before = app.connector.count()
      await person.press(await person.ask('slet mine data'), 'data.erase')
      const emptied = app.connector.requests.slice(before).filter(({ kind }) => kind === 'update')
      expect(emptied.map(({ activityId }) => activityId)).toContain(lusCard)
    },
  )

  test('that cannot be replaced comes below, and is emptied at an erasure too', async () => {
    const { person, mark } = await writer()
    const card = await person.ask('forbered min LUS')
    const refused = { replyToId: 'a-card-that-was-deleted' }
    app.connector.fail({ status: 404 }, { kinds: ['update'] })
    const seen = await person.submit(card, 'lus.choose', { ...inputsOf(card), months: '6' }, refused)
    app.connector.heal()
    expect(textOf(seen.cards[0])).toContain(mark)
    const sent = seen.answer.replies.length
    const before = app.connector.count()
    await person.press(await person.ask('slet mine data'), 'data.erase')
    const emptied = app.connector.requests.slice(before).filter(({ kind }) => kind === 'update')
    // Three prompts, the choice that stood, the one that came below, and the one that could not be replaced.
    expect([sent, emptied.length]).toEqual([1, 6])
  })

  test('with nothing chosen says so, and the card stays', async () => {
    const { person } = await writer()
    const card = await person.ask('forbered min LUS')
    const none = Object.fromEntries(Object.keys(inputsOf(card)).map((id) => [id, id === 'months' ? '12' : '']))
    for (const verb of ['lus.file', 'lus.text']) {
      const { notice, replaced } = await person.press(card, verb, none)
      expect(notice).toContain(da('lus.nothing'))
      expect(fieldsIn(replaced)).toMatchObject(none)
    }
  })
})

describe('the file', () => {
  test('is offered with ids alone, and made when it is wanted, from what stands there then', async () => {
    const { person, mark } = await writer()
    const { offer, card } = await offered(person)
    expect(offer.contentType).toBe('application/vnd.microsoft.teams.card.file.consent')
    expect(offer.name).toMatch(saying('lus.fileName', { date: '\\d{4}-\\d\\d-\\d\\d' }))
    expect(offer.content.sizeInBytes).toBeGreaterThan(5_000)
    expect(offer.content.acceptContext.keys).toHaveLength(3)
    expect(JSON.stringify(offer)).not.toContain(mark)
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([da('lus.show')])

    const [row] = app.rows().filter(({ json }) => json.includes(`${mark} Vi holdt`))
    if (!row) throw new Error('no answer')
    app.rewrite(row, { text: `${mark} Vi holdt julefrokost.` })
    const seen = await accept(person, offer.content.acceptContext)
    expect([seen.status, seen.answer.body]).toEqual([200, {}])
    const upload = drive.uploads.at(-1)
    expect(upload?.headers['content-range']).toBe(`bytes 0-${(upload?.bytes.length ?? 0) - 1}/${upload?.bytes.length}`)
    const document = documentOf(upload?.bytes)
    for (const words of [
      'Åse Bæk',
      'Kontraktholder',
      `${mark} Jeg uddelegerede`,
      `${mark} Vi holdt julefrokost.`,
      da('answer.source', { source: 'Skanderborg' }),
    ])
      expect(document).toContain(words)
    expect(document).not.toContain('sommerfest')
    expect(info(seen.answer.replies)).toMatchObject([{ name: 'fil.docx', content: { fileType: 'docx' } }])
  })

  test('holds what was chosen and nothing else', async () => {
    const { person, mark } = await writer()
    const { offer } = await offered(person)
    const [key] = offer.content.acceptContext.keys
    await accept(person, { what: 'lus', keys: [key] })
    expect(documentOf(drive.uploads.at(-1)?.bytes).match(new RegExp(mark, 'g'))).toHaveLength(1)
  })

  test('is not made when it is declined, which is said kindly', async () => {
    const { person } = await writer()
    const { offer } = await offered(person)
    const before = drive.uploads.length
    const value = { type: 'fileUpload', action: 'decline', context: offer.content.declineContext }
    const seen = await person.send('x', {}, { name: 'fileConsent/invoke', value })
    expect([seen.status, titleOf(seen.cards[0]), drive.uploads.length]).toEqual([200, da('lusDeclined.title'), before])
  })

  test('is handed over once when the consent comes twice, one after the other or at once', async () => {
    const { person } = await writer()
    const { offer } = await offered(person)
    const before = drive.uploads.length
    const once = { uniqueId: `samme-${before}` }
    const both = await Promise.all([1, 2].map(() => accept(person, offer.content.acceptContext, once)))
    const again = await accept(person, offer.content.acceptContext, once)
    expect([...both, again].map(({ status }) => status)).toEqual([200, 200, 200])
    expect([...both, again].flatMap(({ answer }) => info(answer.replies))).toHaveLength(1)
    expect(drive.uploads.length).toBe(before + 1)
  })

  test.each([[{ status: 500 }], [{ status: 404 }], ['hang'], ['reset']] as const)(
    'that OneDrive does not take (%j) leads to the other way',
    async (fault) => {
      const { person, mark } = await writer()
      const { offer } = await offered(person)
      drive.fail(fault)
      const seen = await accept(person, offer.content.acceptContext)
      expect([seen.status, titleOf(seen.cards[0])]).toEqual([200, da('lus.failed.title')])
      const shown = await person.press(seen.cards[0] as Card, 'lus.text')
      expect(shown.answer.replies[0]?.text).toContain(mark)
    },
  )

  test.each([
    'https://ond.dk/upload',
    'http://odder.sharepoint.com/upload',
    'https://odder.sharepoint.com.ond.dk/x',
    'file:///etc/passwd',
    'x',
  ])('goes nowhere but to OneDrive: %s', async (uploadUrl) => {
    const { person } = await writer()
    const { offer } = await offered(person)
    const seen = await accept(person, offer.content.acceptContext, { uploadUrl })
    expect([seen.status, titleOf(seen.cards[0])]).toEqual([200, da('lus.failed.title')])
  })

  test('follows no redirect', async () => {
    const other = await createFakeDrive()
    const { person } = await writer()
    const { offer } = await offered(person)
    drive.fail({ status: 308, location: other.url })
    const seen = await accept(person, offer.content.acceptContext)
    expect(titleOf(seen.cards[0])).toBe(da('lus.failed.title'))
    expect(other.uploads).toEqual([])
    await other.close()
  })

  test('asked for with another’s keys finds nothing of theirs', async () => {
    const { person, mark } = await writer()
    const { offer } = await offered(person)
    const [other, nobody] = [(await writer()).person, app.person()]
    const before = drive.uploads.length
    for (const thief of [other, nobody]) {
      const seen = await accept(thief, offer.content.acceptContext)
      expect(seen.status).toBe(200)
      expect(told(seen.answer.replies)).not.toContain(mark)
      for (const verb of ['lus.file', 'lus.text']) {
        const pressed = await thief.send(verb, { keys: offer.content.acceptContext.keys })
        expect(pressed.notice).toContain(da('lus.nothing'))
      }
    }
    expect(drive.uploads.length).toBe(before)
  })

  test('is made for nobody in a channel', async () => {
    const { person, mark } = await writer()
    const { offer } = await offered(person)
    const before = drive.uploads.length
    const conversation = {
      id: '19:x@thread.tacv2',
      conversationType: 'channel',
      tenantId: '00000000-0000-0000-0000-0000000000001',
    }
    const seen = await accept(person, offer.content.acceptContext, {}, { conversation })
    expect([seen.status, drive.uploads.length]).toEqual([200, before])
    expect(told(seen.answer.replies)).not.toContain(mark)
  })

  test('can still be had after it was withdrawn in part, and not when all is gone', async () => {
    const { person, mark } = await writer()
    const { offer } = await offered(person)
    const rows = app.rows().filter(({ json }) => json.includes(mark))
    for (const row of rows.slice(1)) app.rewrite(row, { state: 'withdrawn', text: null })
    await accept(person, offer.content.acceptContext)
    expect(documentOf(drive.uploads.at(-1)?.bytes).match(new RegExp(mark, 'g'))).toHaveLength(1)
    for (const row of rows) app.rewrite(row, { state: 'withdrawn', text: null })
    const seen = await accept(person, offer.content.acceptContext)
    expect(textOf(seen.cards[0])).toContain(da('lus.nothing'))
  })
})

describe('in the chat', () => {
  test('the same stands there, a page at a time, and is emptied at an erasure', async () => {
    const { person, mark } = await writer()
    const choice = await person.ask('forbered min LUS')
    const { answer, cards } = await person.press(choice, 'lus.text', inputsOf(choice))
    const [text] = answer.replies
    for (const words of [
      da('lus.doc.points'),
      da('lus.doc.ownWords'),
      `${mark} Vi holdt sommerfest`,
      da('answer.source', { source: 'Skanderborg' }),
    ])
      expect(text?.text).toContain(words)
    expect(textOf(cards.at(-1))).toContain(da('lus.onePage'))
    const before = app.connector.count()
    await person.press(await person.ask('slet mine data'), 'data.erase')
    const emptied = app.connector.requests.slice(before).filter(({ kind }) => kind === 'update')
    // Three prompts, the choice, the page and the card below it.
    expect(emptied).toHaveLength(6)
  })

  test('long answers come in pages that Teams takes', async () => {
    const { person } = await writer()
    for (let i = 0; i < 12; i++)
      await person.press(await person.getPrompt(), 'prompt.answer', {
        text: `Side ${i} <at>x</at> ${'*æ '.repeat(600)}`.slice(0, 2000),
      })
    const choice = await person.ask('forbered min LUS')
    let { answer, cards } = await person.press(choice, 'lus.text', inputsOf(choice))
    const pages: string[] = []
    for (let i = 0; i < 9; i++) {
      for (const reply of answer.replies) expect(JSON.stringify(reply).length * 2).toBeLessThan(80_000)
      pages.push(answer.replies[0]?.text ?? '')
      if (!textOf(cards.at(-1)).includes(da('lus.next'))) break
      ;({ answer, cards } = await person.press(cards.at(-1) as Card, 'lus.text'))
    }
    expect(pages.length).toBeGreaterThan(1)
    for (let i = 0; i < 12; i++) expect(pages.filter((page) => page.includes(`Side ${i} `))).toHaveLength(1)
    expect(pages.join()).not.toContain('<at>')
  })
})

test('in English offer, file and pages are English', async () => {
  const { person } = await writer()
  await person.say('english')
  const choice = await person.ask('prepare my LUS')
  const { answer } = await person.press(choice, 'lus.file', inputsOf(choice))
  const [offer] = answer.replies.flatMap(({ attachments = [] }) => attachments) as unknown as Offer[]
  expect(offer?.name).toMatch(saying('lus.fileName', {}, 'en'))
  await accept(person, offer?.content.acceptContext ?? {})
  expect(documentOf(drive.uploads.at(-1)?.bytes)).toContain(en('lus.doc.title'))
})

test('nothing that anybody said, no name and no address of a file is in the log of the whole run', () => {
  expect(app.leaks()).toEqual([])
  expect(app.logText()).not.toMatch(/hemmelig-noegle|Kendeord|sharepoint/)
})
