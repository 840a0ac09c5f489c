import { containers } from '../../src/records/containers'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, en, saying } from '../support/said'

const hrConversation = '19:hr@thread.tacv2'
let app: TestApp
beforeAll(async () => {
  app = await startApp({
    env: {
      PEJLING_HR_CONVERSATION: hrConversation,
      PEJLING_CONTACT: 'Bo i HR, lokal 1234',
      PEJLING_CONTROLLER: 'Vestby Kommune, Torvet 1',
      PEJLING_DPO: 'dpo@vestby.example',
      PEJLING_LEGAL_BASIS: 'Artikel 6, stk. 1, litra e',
      PEJLING_RETENTION_MONTHS: '14',
    },
  })
})
afterAll(() => app.close())
afterEach(() => app.connector.heal())

let count = 0
/** Somebody with something in every place where a person's words can be stored. */
async function fullPerson() {
  count += 1
  const mark = `Kendeord${count}`
  const person = app.person(`Ida ${mark}`)
  await person.chooseProfile('sonderborg', 'leder-af-ledere')
  for (let i = 0; i < 3; i++) {
    const card = await person.getPrompt()
    await person.press(card, 'prompt.answer', { text: `${mark} svar nummer ${i}` })
  }
  const request = await sendToHr(person, `${mark} besked til HR`)
  const press = { conversation: { id: hrConversation, conversationType: 'channel' } }
  await app.person().send('desk.answer', { requestId: request, answer: 0, text: `${mark} svar fra HR` }, press)
  await person.say('mine data')
  return { person, mark }
}

async function sendToHr(person: Person, text: string): Promise<string> {
  const form = await person.ask('tal med HR')
  const preview = (await person.press(form, 'hr.preview', { text })).replaced as Card
  await person.press(preview, 'hr.send', {}, { replyToId: `card-${text}` })
  return String(buttonsOf(preview).find(({ verb }) => verb === 'hr.send')?.data.requestId)
}

const about = (mark: string, id: string) =>
  app.rows().filter((row) => row.json.includes(mark) || row.json.includes(id) || row.partition === id)
const auditLines = () => app.rows().filter((row) => row.container === 'audit')
const erase = async (person: Person) =>
  (await person.press(await person.ask('slet mine data'), 'data.erase')).replaced as Card

describe('“privatliv”', () => {
  test('says who is responsible, purpose, basis, what is stored, who sees it, how long, whom to ask, and the rights', async () => {
    const card = textOf(await app.person().ask('privatliv'))
    for (const words of [
      `${da('privacy.controller')}\nVestby Kommune, Torvet 1`,
      da('privacy.dpo', { dpo: 'dpo@vestby.example' }),
      da('privacy.purposeText'),
      `${da('privacy.basis')}\nArtikel 6, stk. 1, litra e`,
      da('privacy.storedText'),
      da('privacy.readersText'),
      da('privacy.timeText', { months: 14, profileMonths: 24 }),
      `${da('privacy.contact')}\nBo i HR, lokal 1234`,
      da('privacy.rightsText'),
    ])
      expect(card).toContain(words)
  })

  test('the first card says it in short: purpose, basis, what is kept, who sees it, how long, whom to ask, where there is more', async () => {
    const { cards } = await app.person().event('installation-update-personal')
    const text = textOf(cards[0])
    for (const words of [
      da('welcome.privacy'),
      da('welcome.purpose', { months: 14 }),
      da('welcome.basis', { legalBasis: 'Artikel 6, stk. 1, litra e' }),
      da('welcome.contact', { contact: 'Bo i HR, lokal 1234' }),
      da('welcome.more'),
    ])
      expect(text).toContain(words)
  })

  test('is one press away on the first card, in the language of the reader', async () => {
    const { cards } = await app.person().event('installation-update-personal')
    const seen = await app.person().press(cards[0] as Card, 'privacy.show')
    expect(titleOf(seen.cards[0])).toBe(da('privacy.title'))
    const person = app.person()
    await person.say('english')
    expect(titleOf(await person.ask('privacy'))).toBe(en('privacy.title'))
  })

  test('where nothing is configured, says who states it', async () => {
    const bare = await startApp()
    try {
      const card = textOf(await bare.person().ask('privatliv'))
      expect(card).toContain(da('privacy.noController'))
      expect(card).toContain(da('privacy.noBasis'))
      const { cards } = await bare.person().event('installation-update-personal')
      expect(textOf(cards[0])).toContain(`${da('welcome.purpose', { months: 18 })} ${da('welcome.more')}`)
      for (const key of ['welcome.basis', 'welcome.contact']) expect(textOf(cards[0])).not.toMatch(saying(key))
      expect(card).toContain(da('privacy.noDpo'))
      expect(card).not.toContain(da('privacy.readersHelp'))
    } finally {
      await bare.close()
    }
  })
})

describe('“mine data”', () => {
  test('shows everything that is stored, as text and as JSON that can be read', async () => {
    const { person, mark } = await fullPerson()
    const { answer } = await person.say('mine data')
    const [text, card] = answer.replies
    for (const words of ['svar nummer 0', 'svar nummer 2', 'besked til HR', 'svar fra HR', 'Sønderborg'])
      expect(text?.text).toContain(words)
    const seen = await person.send('data.show', { form: 'json' })
    const json = seen.answer.replies[0]?.text ?? ''
    const data = JSON.parse(json.replace(/^```json\n|\n```$/g, '')) as Record<string, unknown[]>
    expect(Object.keys(data)).toEqual(containers.map(({ name }) => name))
    const rows = app.rows().filter((row) => row.json.includes(mark))
    const withoutHr = rows.map(({ container, body: { hrCard: _, ...body } }) => [container, body.id])
    expect(
      Object.entries(data)
        .flatMap(([name, own]) => own.map((row) => [name, (row as { id: string }).id]))
        .sort(),
    ).toEqual([...withoutHr].sort())
    expect(card?.attachments).toHaveLength(1)
    // What the words leave out is named, and the JSON leaves out nothing.
    expect(JSON.stringify(card)).toContain(da('data.text.one'))
    expect(JSON.stringify(seen.answer.replies[1])).toContain(da('data.json.one'))
  })

  test('comes in pages that Teams takes, whatever was written, and the JSON pages make one document', async () => {
    const person = app.person()
    await person.chooseProfile('skanderborg', 'kontraktholder')
    const nasty = '<at>Alle</at> ``` *_[x](y) "\\ \u0000 😀'
    for (let i = 0; i < 12; i++) {
      const text = `${i} ${nasty.repeat(100)}`.slice(0, 2000).trim()
      await person.press(await person.getPrompt(), 'prompt.answer', { text })
    }
    for (const form of ['text', 'json'] as const) {
      const pages: string[] = []
      for (let page = 0; ; page++) {
        const { replies } = (await person.send('data.show', { form, page: String(page) })).answer
        for (const activity of replies) expect(JSON.stringify(activity).length * 2).toBeLessThan(80_000)
        pages.push(replies[0]?.text ?? '')
        expect(replies[0]?.text).not.toContain('<at>')
        if (!JSON.stringify(replies[1]).includes(da('data.next'))) break
      }
      expect(pages.length).toBeGreaterThan(1)
      if (form === 'text') continue
      const data = JSON.parse(pages.map((page) => page.replace(/^```json\n|\n```$/g, '')).join('\n')) as {
        reflections: { text: string }[]
      }
      expect(data.reflections.filter(({ text }) => text?.includes('<at>Alle</at> ```'))).toHaveLength(12)
    }
  })

  test('is shown to nobody in a channel', async () => {
    const { person, mark } = await fullPerson()
    const { answer } = await person.mention('mine data')
    expect(JSON.stringify(answer)).not.toContain('svar nummer')
    expect(JSON.stringify(answer)).not.toContain(`${mark} besked`)
  })
})

describe('“slet mine data”', () => {
  test('asks once, and “behold” leaves everything', async () => {
    const { person, mark } = await fullPerson()
    const before = about(mark, person.id)
    const card = await person.ask('slet mine data')
    expect(textOf(card)).toContain(
      da('data.ask.text', {
        what: `${da('data.ask.profile')}, ${da('data.ask.address')}, ${da('data.ask.reflections.many', { n: 3 })} og ${da('data.ask.messages.one')}`,
      }),
    )
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([da('data.ask.keep'), da('data.ask.erase')])
    expect(titleOf((await person.press(card, 'data.keep')).replaced)).toBe(da('dataKept.title'))
    expect(about(mark, person.id)).toEqual(before)
  })

  test('leaves no text, name or id of the leader in any container', async () => {
    const [{ person, mark }, other] = [await fullPerson(), await fullPerson()]
    expect(new Set(about(mark, person.id).map(({ container }) => container))).toEqual(
      new Set(['leaders', 'reflections', 'helpRequests']),
    )
    const others = about(other.mark, other.person.id)
    const lines = auditLines().length
    expect(titleOf(await erase(person))).toBe(da('dataErased.title'))
    expect(about(mark, person.id)).toEqual([])
    expect(about(other.mark, other.person.id)).toEqual(others)
    expect(auditLines()).toHaveLength(lines + 1)
    const { ttl, id, ...line } = auditLines().find(({ body }) => body.what === 'erased')?.body ?? {}
    expect(line).toEqual({
      tenantId: expect.any(String),
      at: expect.any(String),
      what: 'erased',
      counts: {
        reflections: 3,
        snoozes: 0,
        deliveries: 0,
        helpRequests: 1,
        threadAnswers: 0,
        discussions: 0,
        teamRhythms: 0,
        agreements: 0,
        audit: 0,
        awaitedLeaders: 0,
        rhythms: 0,
        rosterPages: 0,
      },
      whom: expect.stringMatching(/^[0-9a-f]{8}:[0-9a-f]{64}$/),
    })
    expect(ttl).toBeGreaterThan(0)
    expect(app.leaks()).toEqual([])
  })

  test('empties the cards that stand in the chat and in HR’s conversation', async () => {
    const { person, mark } = await fullPerson()
    const showing = app.connector.requests
      .filter(({ body, kind }) => kind !== 'update' && JSON.stringify(body).includes(mark))
      .map(({ conversationId }) => conversationId)
    expect(new Set(showing)).toEqual(new Set([person.conversationId, hrConversation]))
    const seen = app.connector.count()
    await erase(person)
    const updates = app.connector.requests.slice(seen - app.connector.count()).filter(({ kind }) => kind === 'update')
    // Three prompts, two messages of the export, the state at HR, HR's answer; and HR's own card.
    expect(updates.filter(({ conversationId }) => conversationId === person.conversationId)).toHaveLength(7)
    expect(updates.filter(({ conversationId }) => conversationId === hrConversation)).toHaveLength(1)
    for (const { body } of updates) expect(JSON.stringify(body)).toContain(da('dataEmptied.text'))
  })

  test('says before and after what is left: a line and numbers that point to nobody, and the leader’s own files', async () => {
    const { person } = await fullPerson()
    const asked = textOf(await person.ask('slet mine data'))
    const receipt = textOf(await erase(person))
    expect(asked).toMatch(saying('data.ask.text'))
    expect(receipt).toContain(da('dataErased.text'))
    expect(asked).not.toMatch(saying('data.ask.answers.many'))
  })

  test('goes through when no card can be emptied, and says which kinds, and whom to ask for each', async () => {
    const { person, mark } = await fullPerson()
    app.connector.fail({ status: 404 }, { kinds: ['update'] })
    const receipt = await erase(person)
    expect(titleOf(receipt)).toBe(da('dataErasedMostly.title'))
    expect(textOf(receipt)).toContain(da('data.left.chat'))
    expect(textOf(receipt)).toContain(da('data.left.hr'))
    expect(textOf(receipt)).not.toMatch(/kanal|tråd/)
    expect(about(mark, person.id)).toEqual([])
  })

  test('where HR’s card alone stands, tells of that alone; pressed again there is nothing more to tell', async () => {
    const { person, mark } = await fullPerson()
    app.connector.script(({ kind, conversationId }) =>
      kind === 'update' && conversationId === hrConversation ? { status: 404 } : undefined,
    )
    const asked = await person.ask('slet mine data')
    const receipt = textOf((await person.press(asked, 'data.erase')).replaced)
    expect(receipt).toContain(da('data.left.hr'))
    expect(receipt).not.toContain(da('data.left.chat'))
    expect(about(mark, person.id)).toEqual([])
    expect(app.logLines()).toContainEqual(expect.objectContaining({ chat: 0, hr: 1, channels: 0, threads: 0 }))
    expect(titleOf((await person.press(asked, 'data.erase')).replaced)).toBe(da('dataErased.title'))
  })

  test('pressed again, or delivered twice at once, it is done once', async () => {
    const { person, mark } = await fullPerson()
    const card = await person.ask('slet mine data')
    const lines = auditLines().length
    await Promise.all([person.press(card, 'data.erase'), person.press(card, 'data.erase')])
    await person.submit(card, 'data.erase')
    expect(about(mark, person.id)).toEqual([])
    expect(auditLines()).toHaveLength(lines + 1)
  })

  test('who writes again begins afresh', async () => {
    const { person } = await fullPerson()
    await erase(person)
    const { cards } = await person.say('hjælp')
    expect(cards.map(titleOf)).toContain(da('welcome.title'))
    expect(textOf(await person.ask('mine refleksioner'))).toContain(da('reflections.empty'))
    expect(titleOf(await person.ask('min profil'))).toBe(da('municipality.title'))
  })

  test('in a channel erases nothing', async () => {
    const { person, mark } = await fullPerson()
    const before = about(mark, person.id).length
    await person.send('data.erase', {}, { conversation: { id: '19:x@thread.tacv2', conversationType: 'channel' } })
    expect(about(mark, person.id)).toHaveLength(before)
  })
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
