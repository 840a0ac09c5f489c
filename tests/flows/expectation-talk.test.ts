import { strFromU8, unzipSync } from 'fflate'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, choicesOf, faultsIn, fieldsIn, textOf, titleOf } from '../support/card-text'
import { createFakeDrive, type FakeDrive } from '../support/fake-drive'
import type { Person } from '../support/person'
import { da, en, saying } from '../support/said'

let app: TestApp
let drive: FakeDrive
beforeAll(async () => {
  app = await startApp()
  drive = await createFakeDrive()
})
afterAll(async () => {
  await drive.close()
  await app.close()
})

async function somebody(framework = 'sonderborg', role = 'leder-af-ledere'): Promise<Person> {
  const person = app.person('Åse Bæk')
  await person.chooseProfile(framework, role)
  return person
}
const talksOf = ({ id }: Person) =>
  app.rows().filter((row) => row.container === 'reflections' && row.partition === id && row.body.promptId === 'talk')
const choices = (card: Card | undefined, field: string) =>
  ((card?.body ?? []) as { id?: string; choices?: { value: string }[] }[])
    .find(({ id }) => id === field)
    ?.choices?.map(({ value }) => value) ?? []

/** Chooses some points of each side. */
async function worded(person: Person, pick: Card, mine = 2, theirs = 1): Promise<Card> {
  const mineIds = choices(pick, 'mineIds').slice(0, mine).join(',')
  const theirsIds = choices(pick, 'theirsIds').slice(0, theirs).join(',')
  return (await person.press(pick, 'expect.word', { mineIds, theirsIds })).replaced as Card
}

/** To the page, with one thing said in own words. */
async function made(person: Person, words = 'Jeg siger til, før det brænder på.') {
  const pick = await person.ask('forventningsafstemning med min leder')
  const partnered =
    choices(pick, 'mineIds').length > 0
      ? pick
      : ((await person.press(pick, 'expect.pick', fieldsIn(pick))).replaced as Card)
  const form = await worded(person, partnered)
  const page = (await person.press(form, 'expect.keep', { ...fieldsIn(form), mine0: words })).replaced as Card
  return { form, page }
}

test('the whole way: both sides, own words, a page, what was agreed in the journal', async () => {
  const person = await somebody()
  const ask = await person.ask('forventningsafstemning med min leder')
  // Two roles lie above; the nearest is chosen beforehand.
  expect(fieldsIn(ask)).toEqual({ withRole: 'leader:chefer' })
  const pick = (await person.press(ask, 'expect.pick', fieldsIn(ask))).replaced as Card
  expect(titleOf(pick)).toBe(da('expect.title.leader'))
  for (const [field, role] of [
    ['mineIds', 'leder-af-ledere'],
    ['theirsIds', 'chefer'],
  ] as const) {
    expect(choices(pick, field).length).toBeGreaterThanOrEqual(3)
    for (const id of choices(pick, field)) expect(id).toMatch(new RegExp(`^sonderborg/${role}/`))
  }
  const form = await worded(person, pick)
  expect(fieldsIn(form).mine0).toMatch(/^Jeg /)
  expect(fieldsIn(form).theirs0).toMatch(/^Du /)
  const said = { ...fieldsIn(form), mine0: 'Jeg siger til, før det brænder på.', text: 'Min ferie' }
  const { replaced: page } = await person.press(form, 'expect.keep', said)
  for (const words of ['Jeg siger til, før det brænder på.', 'Min ferie', da('expect.mine'), da('expect.theirs')])
    expect(textOf(page)).toContain(words)
  expect(textOf(page)).toMatch(saying('expect.page.reworded'))
  const [talk] = talksOf(person)
  expect(talk?.body).toMatchObject({ state: 'shown', talk: { whom: 'leader', other: 'chefer', more: 'Min ferie' } })

  const question = (await person.press(page as Card, 'prompt.show')).cards[0] as Card
  expect(textOf(question)).toContain(da('expect.question.leader'))
  const kept = await person.press(question, 'prompt.answer', { text: 'Vi taler om budgettet hver anden fredag.' })
  expect(buttonsOf(kept.replaced).map(({ verb }) => verb)).toEqual(
    expect.arrayContaining(['prompt.askAgain', 'expect.show']),
  )
  const journal = await person.ask('mine refleksioner')
  expect(textOf(journal)).toContain('Vi taler om budgettet hver anden fredag.')
  expect(textOf(journal)).toContain(da('expect.many'))
  expect(textOf(await person.ask('hvad skrev jeg om budgettet?'))).toContain('hver anden')
})

test('the file holds the same, made when it is wanted', async () => {
  const person = await somebody()
  const { page } = await made(person)
  const { answer } = await person.press(page, 'expect.file')
  const [offer] = answer.replies.flatMap(({ attachments = [] }) => attachments) as unknown as {
    content: { acceptContext: object }
  }[]
  expect(JSON.stringify(offer)).not.toContain('brænder')
  const uploadInfo = {
    contentUrl: 'https://odder-my.sharepoint.com/personal/ea/Documents/fil.docx',
    name: 'fil.docx',
    uploadUrl: drive.url,
    uniqueId: 'talk-1',
    fileType: 'docx',
  }
  const value = { type: 'fileUpload', action: 'accept', context: offer?.content.acceptContext, uploadInfo }
  await person.send('x', {}, { name: 'fileConsent/invoke', value })
  const bytes = new Uint8Array(drive.uploads.at(-1)?.bytes ?? [])
  const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  for (const words of ['Åse Bæk', 'før det brænder på', da('expect.mine'), da('expect.theirs'), da('expect.doc.again')])
    expect(document).toContain(words)
})

test.each([
  ['sonderborg', 'chefer', 'forventningsafstemning med mine ledere', 'expect.title.leaders'],
  ['skanderborg', 'leder-af-leder', 'afstem forventninger med kontraktholderen', 'expect.title.leader'],
  [
    'skanderborg',
    'leder-af-medarbejder',
    'forbered en forventningsafstemning med mine medarbejdere',
    'expect.title.employees',
  ],
  ['odder', 'direktoer', 'afstem forventninger med min leder', 'expect.title.leader'],
  ['soro', '', 'forventningsafstemning med min chef', 'expect.title.leader'],
])('%s %s: “%s” is understood', async (framework, role, text, key) => {
  const person = await somebody(framework, role)
  const card = await person.ask(text)
  const pick =
    choices(card, 'mineIds').length > 0 ? card : (await person.press(card, 'expect.pick', fieldsIn(card))).replaced
  expect(titleOf(pick)).toBe(da(key))
  expect(choices(pick, 'theirsIds').length).toBeGreaterThanOrEqual(3)
})

test.each([
  ['sonderborg', 'direktionen', 'forventningsafstemning med min leder', 'expect.none.leader'],
  ['sonderborg', 'leder-af-medarbejdere', 'forventningsafstemning med mine medarbejdere', 'expect.none.employees'],
  ['sonderborg', 'leder-af-medarbejdere', 'forventningsafstemning med mine ledere', 'expect.none.leaders'],
  ['sonderborg', 'chefer', 'forventningsafstemning med min mentor', 'expect.unknown'],
  ['kerteminde', 'ledere', 'forventningsafstemning med mine medarbejdere', 'expect.none.employees'],
])('%s %s: after “%s” it is said what the framework has', async (framework, role, text, key) => {
  const person = await somebody(framework, role)
  const card = await person.ask(text)
  expect(textOf(card)).toContain(da(key))
  expect(choicesOf(card).length).toBeGreaterThan(0)
})

test('without a role it is asked for, and then the talk goes on', async () => {
  const person = app.person()
  await person.event('installation-update-personal')
  const municipality = await person.ask('forventningsafstemning med min leder')
  expect(textOf(municipality)).toContain(da('expect.roleFirst'))
  const role = (await person.press(municipality, 'profile.choose', { framework: 'sonderborg' })).replaced as Card
  const saved = await person.press(role, 'profile.save', { role: 'leder-af-medarbejdere' })
  expect(titleOf(saved.replaced)).toBe(da('profile.title'))
  expect(fieldsIn(saved.cards[0])).toEqual({ withRole: 'leader:leder-af-ledere' })
})

test('other points come, and what is chosen and written stays on the way', async () => {
  const person = await somebody()
  const ask = await person.ask('forventningsafstemning med chefen')
  const pick =
    choices(ask, 'mineIds').length > 0
      ? ask
      : ((await person.press(ask, 'expect.pick', fieldsIn(ask))).replaced as Card)
  const [first = ''] = choices(pick, 'mineIds')
  const more = (await person.press(pick, 'expect.more', { mineIds: first, theirsIds: '' })).replaced as Card
  expect(choices(more, 'mineIds')[0]).toBe(first)
  expect(choices(more, 'mineIds')[1]).not.toBe(choices(pick, 'mineIds')[1])
  const form = (await person.press(more, 'expect.word', { mineIds: first, theirsIds: '' })).replaced as Card
  const typed = { ...fieldsIn(form), mine0: 'Med mine ord' }
  const back = (await person.press(form, 'expect.more', typed)).replaced as Card
  const again = (await person.press(back, 'expect.word', fieldsIn(back))).replaced as Card
  expect(fieldsIn(again)).toMatchObject({ mine0: 'Med mine ord' })
})

test('nothing chosen, too many, and 10,000 characters are said at their field, and the card comes back', async () => {
  const person = await somebody()
  const ask = await person.ask('forventningsafstemning med min leder')
  const pick = (await person.press(ask, 'expect.pick', fieldsIn(ask))).replaced as Card
  const none = await person.press(pick, 'expect.word', { mineIds: '', theirsIds: '' })
  expect(none.notice).toContain(da('expect.fault.choose'))
  const all = choices(pick, 'mineIds').join(',')
  const many = (await person.press(pick, 'expect.word', { mineIds: all, theirsIds: '' })).replaced
  expect(faultsIn(many, 'mineIds')).toBe(da('expect.fault.tooMany', { most: 4, count: 5 }))
  expect(fieldsIn(many).mineIds).toBe(all)
  const form = await worded(person, pick)
  const long = 'æ'.repeat(10_000)
  const { replaced } = await person.press(form, 'expect.keep', { ...fieldsIn(form), mine1: long })
  expect(faultsIn(replaced, 'mine1')).toBe(da('expect.fault.tooLong', { most: 500, length: 10_000 }))
  expect(fieldsIn(replaced)).toMatchObject({ mine1: long, mine0: fieldsIn(form).mine0 })
  expect(talksOf(person)).toEqual([])
  const empty = Object.fromEntries(Object.keys(fieldsIn(form)).map((field) => [field, '']))
  expect((await person.press(form, 'expect.keep', empty)).notice).toContain(da('expect.fault.nothing'))
})

test('pressed twice it is one page; it is edited, and deleted with its words after a question', async () => {
  const person = await somebody()
  const { form, page } = await made(person)
  await person.press(form, 'expect.keep', { ...fieldsIn(form), mine0: 'Noget andet' })
  expect(talksOf(person)).toHaveLength(1)
  const edit = (await person.press(page, 'expect.edit')).replaced as Card
  expect(fieldsIn(edit).mine0).toBe('Noget andet')
  const ask = (await person.press(page, 'prompt.askWithdraw')).replaced as Card
  expect(textOf(ask)).toContain('Noget andet')
  await person.press(ask, 'prompt.withdraw')
  expect(talksOf(person)[0]?.json).not.toContain('Noget andet')
  // An old card of it brings nothing back, and says that it is gone.
  const late = await person.press(form, 'expect.keep', fieldsIn(form))
  expect(titleOf(late.replaced)).toBe(da('prompt.withdrawn.title'))
  for (const verb of ['expect.show', 'expect.edit', 'expect.file']) {
    const { cards, replaced } = await person.send(verb, { reflectionId: talksOf(person)[0]?.id })
    expect(titleOf(replaced ?? cards[0])).toBe(da('prompt.withdrawn.title'))
  }
})

test('it is in one’s own data, and gone with them; an old card asks for the role then', async () => {
  const person = await somebody()
  const { form, page } = await made(person, 'Et særligt ord: kolibri')
  expect(JSON.stringify((await person.say('mine data')).answer.replies)).toContain('kolibri')
  await person.send('data.erase', {})
  expect(talksOf(person)).toEqual([])
  const late = await person.press(form, 'expect.keep', fieldsIn(form))
  expect(textOf(late.cards[0])).toContain(da('expect.roleFirst'))
  expect((await person.press(page, 'expect.edit')).notice).toContain(da('error.not-found'))
  expect(talksOf(person)).toEqual([])
})

test('another’s page opens for nobody, and in a channel nothing of it shows', async () => {
  const [person, thief] = [await somebody(), await somebody()]
  await made(person, 'Kun mit: kolibri')
  for (const verb of ['expect.show', 'expect.edit', 'expect.file']) {
    const seen = await thief.send(verb, { reflectionId: talksOf(person)[0]?.id })
    expect(JSON.stringify([seen.replaced, seen.cards])).not.toContain('kolibri')
  }
  const { cards } = await person.mention('forventningsafstemning med min leder')
  expect(cards.map(titleOf)).toEqual([da('private.title')])
})

test('words of trouble in any field are met with people to turn to', async () => {
  const person = await somebody()
  const { form } = await made(person)
  const seen = await person.press(form, 'expect.keep', { ...fieldsIn(form), theirs0: 'Jeg har lyst til at dø' })
  expect(textOf(seen.cards.at(-1))).toContain(da('care.life').split('\n')[0])
})

test('what only tells of such a talk is answered as before, and English works', async () => {
  const person = await somebody()
  for (const text of [
    'forventningsafstemning med min leder er svært',
    'hvad siger grundlaget om forventningsafstemning?',
  ])
    expect(buttonsOf(await person.ask(text)).map(({ verb }) => verb)).not.toContain('expect.pick')
  await person.say('english')
  expect(titleOf(await person.ask('expectations talk with my manager'))).toBe(en('expect.with.title'))
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
