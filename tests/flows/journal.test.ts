import { reflections } from '../../src/records/reflection'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, faultsIn, fieldsIn, textOf, titleOf } from '../support/card-text'
import { dayMs } from '../support/fake-clock'
import type { Person } from '../support/person'
import { da, en, saying } from '../support/said'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const verbs = (card: Card | undefined) => buttonsOf(card).map(({ verb }) => verb)
const titles = (card: Card | undefined) => ((card?.actions ?? []) as { title: string }[]).map(({ title }) => title)
const answers = [
  'Jeg uddelegerede budgettet til Mette og greb ikke ind undervejs.',
  'Medarbejdersamtalerne tog mere tid, end jeg havde troet.',
  'Vi holdt sommerfest, og stemningen var god.',
  'Jeg fik sagt, at jeg var i tvivl.',
]

/** A leader with an answer a week. */
async function writer(framework = 'skanderborg', role = 'kontraktholder', texts = answers): Promise<Person> {
  const person = app.person()
  await person.chooseProfile(framework, role)
  for (const text of texts) {
    await person.press(await person.getPrompt(), 'prompt.answer', { text })
    app.clock.advance(7 * dayMs)
  }
  return person
}

const own = (person: Person) =>
  app
    .rows()
    .filter((row) => row.container === 'reflections' && row.partition === person.id && row.body.state === 'answered')

describe('“mine refleksioner”', () => {
  test('leads to search, coverage and the talk, with four buttons at most', async () => {
    const card = await (await writer()).ask('mine refleksioner')
    expect(titles(card)).toEqual([da('journal.find'), da('journal.coverage'), da('journal.lus')])
    const many = await (await writer('odder', 'direktoer', Array(9).fill('Noget jeg har tænkt over.'))).ask(
      'mine refleksioner',
    )
    expect(titles(many)).toEqual([
      da('reflections.older'),
      da('journal.find'),
      da('journal.coverage'),
      da('journal.lus'),
    ])
  })

  test('shows the scale where it was given, and leads back to each card', async () => {
    const person = await writer()
    const [first] = own(person)
    if (!first) throw new Error('no answer')
    app.rewrite(first, { scale: 3 })
    const card = await person.ask('mine refleksioner')
    expect(textOf(card)).toContain(da('journal.scale', { scale: 3 }))
    const ids = buttonsOf(card).flatMap(({ verb, data }) => (verb === 'prompt.show' ? [data.reflectionId] : []))
    expect([...ids].sort()).toEqual(
      own(person)
        .map(({ id }) => id)
        .sort(),
    )
    const seen = await person.press(card, 'prompt.show')
    expect(textOf(seen.cards[0])).toContain(answers.at(-1))
  })

  test('HR’s own questions stand under a heading of their own, and what was withdrawn or put off is not there', async () => {
    const person = await writer()
    const [hr, gone, later] = own(person)
    if (!hr || !gone || !later) throw new Error('no answers')
    app.rewrite(hr, { promptId: 'own', question: 'Hvad har sparerunden lært dig?', statementIds: [] })
    app.rewrite(gone, { state: 'withdrawn' })
    app.rewrite(later, { state: 'snoozed', snoozedUntil: '2027-01-01T00:00:00.000Z' })
    const text = textOf(await person.ask('mine refleksioner'))
    expect(text).toContain(da('journal.own'))
    expect(text).toContain('Hvad har sparerunden lært dig?')
    for (const row of [gone, later]) expect(text).not.toContain(row.body.text)
    expect(textOf(await person.ask('mine refleksioner om HR’s spørgsmål'))).toContain(
      da('journal.areaText', { area: da('journal.own'), total: 1 }),
    )
    const opened = await person.send('prompt.show', { reflectionId: hr.id })
    expect(textOf(opened.cards[0])).toContain('Hvad har sparerunden lært dig?')
  })

  test('“om faglig ledelse” shows the one area, also where it is empty', async () => {
    const person = await writer()
    const [row] = own(person)
    if (!row) throw new Error('no answer')
    const promptId = 'skanderborg/kontraktholder/faglig-ledelse/q1'
    for (const each of own(person)) app.rewrite(each, { promptId: 'skanderborg/kontraktholder/strategisk-ledelse/q1' })
    app.rewrite(row, { promptId })
    const card = await person.ask('mine refleksioner om faglig ledelse')
    expect(textOf(card)).toContain(
      `${da('journal.areaText', { area: 'Faglig ledelse', total: 1 })} ${da('reflections.privateOne')}`,
    )
    expect(textOf(card)).toContain(row.body.text)
    expect(verbs(card).filter((verb) => verb === 'prompt.show')).toHaveLength(1)
    expect(textOf(await person.ask('vis mine refleksioner om personligt lederskab'))).toContain(
      da('journal.emptyArea', { area: 'Personligt lederskab' }),
    )
  })

  test('the older ones of an area stay within it', async () => {
    const person = await writer(
      'odder',
      'direktoer',
      Array.from({ length: 12 }, (_, i) => `Tanke nummer ${i} om det`),
    )
    for (const [i, row] of own(person).entries()) {
      const area = `odder/alle-ledere/${i < 10 ? 'performance' : 'resiliens'}`
      app.rewrite(row, { promptId: `${area}/q1`, statementIds: [`${area}/1`] })
    }
    const first = await person.ask('mine refleksioner om performance')
    expect(textOf(first)).toContain('Performance (10)')
    const second = (await person.press(first, 'reflections.list')).replaced as Card
    expect(verbs(second).filter((verb) => verb === 'prompt.show')).toHaveLength(2)
    expect(titles(second)).toEqual([da('journal.all'), da('journal.find')])
  })
})

describe('search', () => {
  test.each([
    ['hvad skrev jeg om delegering?', answers[0]],
    ['hvad har jeg skrevet om medarbejdersamtaler', answers[1]],
    ['søg i mine refleksioner efter sommerfest', answers[2]],
    ['what did I write about delegation?', answers[0]],
    ['hvad skrev jeg om delegring', answers[0]],
  ])('“%s” finds it in the leader’s own words', async (question, expected) => {
    const person = await writer()
    const card = await person.ask(question)
    expect(textOf(card)).toContain(expected)
    expect(verbs(card)).toContain('prompt.show')
  })

  test('the form takes words, an area or both, and the answer takes its place', async () => {
    const person = await writer()
    const list = await person.ask('mine refleksioner')
    const form = (await person.press(list, 'reflections.find')).cards[0] as Card
    expect(titleOf(form)).toBe(da('find.title'))
    const found = (await person.press(form, 'reflections.search', { text: 'sommerfest', area: '' })).replaced as Card
    expect(textOf(found)).toContain(answers[2])
    const [choice] = JSON.stringify(form).match(/"value":"skanderborg\/[^"]+"/) ?? []
    const area = choice?.slice(9, -1) ?? ''
    const within = await person.submit(form, 'reflections.search', { text: '', area })
    expect(textOf(within.replaced ?? within.cards[0])).toContain(da('reflections.private'))
    expect(textOf((await person.press(form, 'reflections.search', { text: '', area: '' })).replaced)).toContain(
      answers[0],
    )
  })

  test('characters that nobody sees in the words change nothing of what is found', async () => {
    const person = await writer()
    const unseen = 'som\u00ADmer\u200Bfest'
    expect(textOf(await person.ask(`hvad skrev jeg om ${unseen}?`))).toContain(answers[2])
    const { replaced } = await person.send('reflections.search', { text: unseen, area: '' })
    expect(textOf(replaced)).toContain(answers[2])
    expect(textOf(replaced)).not.toMatch(/[\u00AD\u200B]/)
  })

  test('what is not found is said, with a way to a question on it, and nothing of it is logged', async () => {
    const person = await writer('skanderborg', 'kontraktholder', [])
    const card = await person.ask('hvad skrev jeg om feedback?')
    expect(textOf(card)).toContain(da('find.nothing', { words: 'feedback' }))
    const { cards } = await person.press(card, 'prompt.request')
    expect(textOf(cards[0])).toMatch(/feedback/i)
    expect(textOf(await person.ask('hvad skrev jeg om xyzzy?'))).toMatch(saying('find.nothingPlain'))
  })

  test('many finds come in pages', async () => {
    const person = await writer(
      'odder',
      'direktoer',
      Array.from({ length: 8 }, (_, i) => `Tanke ${i} om feedback`),
    )
    const card = await person.ask('hvad skrev jeg om feedback')
    expect(textOf(card)).toContain(da('find.many', { total: 8 }))
    const second = (await person.press(card, 'reflections.search')).replaced as Card
    expect(verbs(second).filter((verb) => verb === 'prompt.show')).toHaveLength(2)
    expect(titles(second)).toEqual([da('find.again'), da('button.myReflections')])
  })

  test('nobody finds what another has written', async () => {
    await writer()
    const card = await app.person().ask('hvad skrev jeg om sommerfest')
    expect(textOf(card)).toMatch(saying('find.nothingPlain'))
  })

  test('without words there is a form', async () => {
    expect(titleOf(await app.person().ask('søg i mine refleksioner'))).toBe(da('find.title'))
  })
})

describe('coverage and the own scale', () => {
  test('“mit overblik” shows what is visited and what waits, and asks about what waits', async () => {
    const person = await writer()
    const asked = {
      promptId: 'skanderborg/kontraktholder/faglig-ledelse/q1',
      statementIds: ['skanderborg/kontraktholder/faglig-ledelse/1'],
    }
    for (const row of own(person)) app.rewrite(row, asked)
    const card = await person.ask('mit overblik')
    const text = textOf(card)
    expect(text).toContain(da('coverage.many', { area: 'Faglig ledelse', count: 4 }))
    expect(text).toContain(da('coverage.untouched'))
    expect(JSON.stringify(card)).toContain('"Chart.HorizontalBar"')
    expect(text).not.toMatch(/%|procent/)
    const next = titles(card)[0]?.replace(da('coverage.ask', { area: '' }), '')
    const { cards } = await person.press(card, 'prompt.request')
    expect(textOf(cards[0])).toContain(next)
    expect(textOf(cards[0])).toContain(da('prompt.asked.role', { topic: String(next) }))
  })

  test('a pitfall and what answers it are one area, and a foreword is none', async () => {
    const person = await writer()
    const [pitfall, foreword] = own(person)
    if (!pitfall || !foreword) throw new Error('no answers')
    for (const row of own(person)) app.rewrite(row, { promptId: 'own', question: 'Hvad?', statementIds: [] })
    const statementIds = ['skanderborg/kontraktholder/typiske-faldgruber/1']
    app.rewrite(pitfall, { promptId: 'skanderborg/kontraktholder/typiske-faldgruber/q1', question: null, statementIds })
    app.rewrite(foreword, {
      promptId: 'skanderborg/alle-ledere/forord/q1',
      question: null,
      statementIds: ['skanderborg/alle-ledere/forord/1'],
    })
    const text = textOf(await person.ask('min dækning'))
    const [before = '', besides = ''] = text.split(da('coverage.besides'))
    const [, visited = ''] = before.split(da('coverage.untouched'))[0]?.split(da('coverage.visited')) ?? []
    expect(
      ['Strategisk ledelse', 'Det fundamentale ansvar i rollen', 'Personligt lederskab'].map((area) =>
        da('coverage.one', { area }),
      ),
    ).toContain(visited.trim())
    expect(text).toContain(da('coverage.pitfalls'))
    expect(text).not.toContain('Typiske faldgruber')
    expect(besides).toContain(da('coverage.one', { area: 'Forord' }))
  })

  test('who has not chosen a role is asked for it, and gets there', async () => {
    const person = app.person()
    await person.chooseProfile('skanderborg', '')
    const card = await person.ask('min dækning')
    expect(textOf(card)).toContain(da('coverage.roleFirst'))
    expect(textOf(card)).not.toContain('Forord')
    expect(titles(card)[0]).toBe(da('coverage.chooseRole'))
    const { replaced } = await person.press(card, 'profile.choose')
    expect(textOf(replaced)).toContain('Kontraktholder')
    const other = app.person()
    await other.chooseProfile('sonderborg', '')
    expect(titles(await other.ask('min dækning'))).toEqual([
      ...[
        da('coverage.chooseRole'),
        da('coverage.ask', { area: 'Sæt retning' }),
        da('journal.scaleButton'),
        da('button.myReflections'),
      ],
    ])
  })

  test('without a municipality it asks for one', async () => {
    const card = await app.person().ask('hvilke områder har jeg reflekteret over?')
    expect(titles(card)).toEqual([da('coverage.choose')])
  })

  test('the scale is shown from two answers on, overall and by area, and to nobody else', async () => {
    const person = await writer()
    expect(textOf(await person.ask('min skala'))).toContain(da('scale.tooFew'))
    for (const [i, row] of own(person).entries())
      app.rewrite(row, {
        scale: i + 1,
        promptId: `skanderborg/kontraktholder/${i < 2 ? 'faglig-ledelse' : 'strategisk-ledelse'}/q1`,
      })
    const card = await person.ask('min skala over tid')
    expect(JSON.stringify(card)).toContain('"Chart.Line"')
    for (const value of ['1', '4']) expect(textOf(card)).toMatch(saying('scale.point', { value }))
    expect(textOf(card)).toContain(da('scale.text'))
    const area = 'skanderborg/faglig-ledelse'
    const one = (await person.press(card, 'scale.show', { area })).replaced as Card
    expect(textOf(one)).toContain(`${da('scale.answers')}: Faglig ledelse`)
    expect(textOf(one).match(new RegExp(saying('scale.point', { when: '[^\\n]+', value: '\\d' }), 'g'))).toHaveLength(2)
    expect(textOf(await app.person().ask('min skala'))).not.toContain(' af 5')
  })
})

test('numbers given on one day are shown from the second on, and none is lost as more come', async () => {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  const statementIds = ['skanderborg/kontraktholder/strategisk-ledelse/1']
  const give = async (scale: number) => {
    const { cards } = await person.send('prompt.request', { statementIds })
    await person.press(cards[0] as Card, 'prompt.answer', { text: '', scale: String(scale) })
    return textOf(await person.ask('min skala'))
  }
  expect(await give(2)).toContain(da('scale.tooFew'))
  const [row] = own(person)
  if (!row) throw new Error('no answer')
  for (const [count, hour] of [2, 3, 4].entries()) {
    const at = new Date(app.clock.now() + hour * 60_000).toISOString()
    const again = { ...row.body, id: `own:${hour}`, answeredAt: at, scale: hour }
    await app.store.create(reflections, again as never)
    expect(textOf(await person.ask('min skala')).match(/kl\. \d\d\.\d\d: \d af 5/g)).toHaveLength(count + 2)
  }
})

test('in English all of it is English, and the areas stay as they are', async () => {
  const person = await writer()
  await person.say('english')
  expect(titles(await person.ask('my reflections'))).toEqual([
    en('journal.find'),
    en('journal.coverage'),
    en('journal.lus'),
  ])
  expect(titleOf(await person.ask('my coverage'))).toBe(en('coverage.title'))
  expect(titleOf(await person.ask('my scale'))).toBe(en('scale.title'))
  expect(titleOf(await person.ask('prepare my LUS'))).toBe(en('lus.title'))
  expect(textOf(await person.ask('my reflections on kvantecomputere'))).toMatch(saying('find.nothingPlain', {}, 'en'))
})

test.each(['mine refleksioner om mod', 'min dækning', 'min skala', 'forbered min LUS', 'hvad skrev jeg om mod'])(
  '“%s” in a channel shows nothing of anybody’s',
  async (words) => {
    const person = await writer('soro', '')
    const { answer } = await person.mention(words)
    expect(JSON.stringify(answer)).toContain(da('private.title'))
  },
)

describe('a note', () => {
  const note = 'Mette vil gerne have sparring om byggesagen før mandag.'

  test('typed is kept at once, found by its words, edited into an area, and deleted after being asked', async () => {
    const person = await writer()
    const card = await person.ask(`notat: ${note}`)
    expect([titleOf(card), textOf(card)]).toEqual([da('ownNote.kept'), expect.stringContaining(note)])
    expect(verbs(card)).toEqual(['prompt.edit', 'prompt.askWithdraw', 'share.choose', 'reflections.list'])
    expect(textOf(await person.ask('mine refleksioner'))).toContain(da('ownNote.many'))
    expect(textOf(await person.ask('hvad skrev jeg om byggesagen'))).toContain('byggesagen')
    const form = (await person.press(card, 'prompt.edit')).replaced as Card
    const fields = fieldsIn(form)
    expect(fields).toMatchObject({ text: note, area: 'notes' })
    const area = 'skanderborg/faglig-ledelse'
    const kept = (await person.press(form, 'note.keep', { text: `${note} Gjort.`, area })).replaced as Card
    expect(textOf(kept)).toContain(da('ownNote.inArea', { area: 'Faglig ledelse' }))
    expect(textOf(await person.ask('mine refleksioner om faglig ledelse'))).toContain('Gjort.')
    expect(textOf(await person.ask('mine notater'))).toContain('Gjort.')
    expect(textOf(await person.ask('mit overblik'))).toContain(da('coverage.one', { area: 'Faglig ledelse' }))
    const asked = (await person.press(kept, 'prompt.askWithdraw')).replaced as Card
    expect(titleOf(asked)).toBe(da('ownNote.withdraw.title'))
    const gone = (await person.press(asked, 'prompt.withdraw')).replaced as Card
    expect(titleOf(gone)).toBe(da('ownNote.gone.title'))
    expect(app.rows().filter((row) => row.partition === person.id && row.json.includes('byggesagen'))).toEqual([])
    // The form of before comes late.
    const late = (await person.press(form, 'note.keep', { text: note })).replaced as Card
    expect(textOf(late)).toContain(da('ownNote.elsewhere.deleted'))
    expect(fieldsIn(late).text).toBe(note)
    expect(titleOf((await person.press(late, 'note.keep', { text: note })).replaced)).toBe(da('ownNote.kept'))
  })

  test('is written from the journal, and pressing twice keeps one', async () => {
    const person = await writer('odder', 'direktoer', [])
    const { cards } = await person.press(await person.ask('mine refleksioner'), 'note.write')
    const form = cards[0] as Card
    for (const how of ['press', 'submit'] as const)
      expect(titleOf((await person[how](form, 'note.keep', { text: note })).replaced)).toBe(da('ownNote.kept'))
    expect(own(person)).toMatchObject([{ body: { promptId: 'note', text: note, revision: 1 } }])
    const other = (await person.press(form, 'note.keep', { text: 'Noget helt andet.' })).replaced as Card
    expect(textOf(other)).toContain(da('ownNote.elsewhere.edited'))
    expect(textOf(other)).toContain(note)
    expect(fieldsIn(other).text).toBe('Noget helt andet.')
  })

  test.each([
    ['nothing', '', 'ownNote.fault.empty'],
    ['a link alone', 'https://intra.odder.dk/ledelse?id=7', 'ownNote.fault.link'],
    ['10,000 characters', 'Lang tekst. '.repeat(834).slice(0, 10_000), 'ownNote.fault.tooLong'],
  ])('that cannot be kept comes back as it was, with why: %s', async (_what, text, fault) => {
    const person = app.person()
    const form = (await person.send('note.write', {})).cards[0] as Card
    const { replaced } = await person.press(form, 'note.keep', { text })
    expect(faultsIn(replaced, 'text')).toMatch(saying(fault))
    expect(fieldsIn(replaced).text).toBe(text)
    const typed = await person.ask(`notat: ${text}`)
    expect(verbs(typed)).toEqual(['note.keep'])
    if (text !== '') expect(textOf(typed)).toMatch(saying(fault))
    expect(own(person)).toEqual([])
  })

  test('leaves an open prompt open, and is no answer to it', async () => {
    const person = app.person()
    await person.chooseProfile('odder', 'direktoer')
    await person.getPrompt()
    await person.say(`notat: ${note}`)
    expect(titleOf(await person.ask('Jeg lod dem selv finde løsningen, og det gik fint.'))).toBe(da('offer.title'))
  })

  test('of somebody in trouble is met with people; typed it is not kept, from the form it is', async () => {
    const person = app.person()
    const trouble = 'Jeg kan ikke mere og vil ikke leve længere.'
    const { cards } = await person.say(`notat: ${trouble}`)
    expect(cards.map(titleOf)).not.toContain(da('ownNote.kept'))
    expect(own(person)).toEqual([])
    const form = (await person.send('note.write', {})).cards[0] as Card
    const seen = await person.press(form, 'note.keep', { text: trouble })
    expect([titleOf(seen.replaced), seen.cards.length]).toEqual([da('ownNote.kept'), 1])
  })

  test('is in the talk’s preparation and in one’s own data, goes with an erasure, and is nobody else’s', async () => {
    const person = await writer('odder', 'direktoer', [])
    await person.say(`notat til mig selv: ${note}`)
    const talk = await person.ask('forbered min LUS')
    expect(JSON.stringify(talk)).toContain('Mette vil gerne')
    expect(JSON.stringify((await person.say('mine data')).answer.replies)).toContain(note)
    const [row] = own(person)
    const stranger = await app.person().send('prompt.show', { reflectionId: row?.id })
    expect(stranger.notice ?? '').not.toContain(note)
    expect((await person.mention(`notat: ${note}`)).cards.map(titleOf)).toEqual([da('private.title')])
    const before = app.connector.count()
    await person.send('data.erase', {})
    expect(own(person)).toEqual([])
    // The note’s card, the talk’s list and the two messages of one’s own data.
    expect(app.connector.requests.slice(before).filter(({ kind }) => kind === 'update').length).toBeGreaterThan(3)
  })
})

test('erasing empties the lists and finds that stand in the chat', async () => {
  const person = await writer()
  await person.ask('mine refleksioner')
  const found = await person.ask('hvad skrev jeg om sommerfest')
  await person.press(found, 'prompt.show')
  const before = app.connector.count()
  await person.press(await person.ask('slet mine data'), 'data.erase')
  const emptied = app.connector.requests.slice(before).filter(({ kind }) => kind === 'update')
  // Four prompts, one of them shown again, the list and the finds.
  expect(emptied).toHaveLength(7)
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))

describe('the journal of a time', () => {
  // Four answers, a week apart, the last a week ago.
  test.each([
    ['mine refleksioner fra i år', [0, 1, 2, 3]],
    ['hvad skrev jeg i de sidste to uger?', [2, 3]],
    ['mine svar siden i går', []],
    ['hvad har jeg skrevet om budgettet i år', [0]],
    ['hvad har jeg skrevet om budgettet i den sidste uge', []],
  ] as const)('“%s”', async (text, expected) => {
    const card = textOf(await (await writer()).ask(text))
    expect(answers.flatMap((answer, at) => (card.includes(answer.slice(0, 25)) ? [at] : []))).toEqual(expected)
  })

  test('is told with its dates, and pages within them', async () => {
    app.clock.set('2026-03-02T08:00:00.000Z')
    const person = await writer('odder', 'direktoer', Array(11).fill('Noget jeg har tænkt over.'))
    const card = await person.ask('mine refleksioner fra marts til april')
    expect(textOf(card)).toContain('fra 1. marts 2026 til 30. april 2026: 9.')
    const { replaced } = await person.press(card, 'reflections.list')
    expect(textOf(replaced)).toContain('fra 1. marts 2026 til 30. april 2026: 9.')
    expect(verbs(replaced).filter((verb) => verb === 'prompt.show')).toHaveLength(1)
    expect(textOf(await person.ask('mine refleksioner fra i går'))).toMatch(saying('journal.emptyTime'))
  })

  test('in a channel nothing is shown, and what only names a time is a question', async () => {
    const person = await writer()
    const { cards } = await person.mention('mine refleksioner fra i år')
    expect(textOf(cards[0])).not.toContain('budgettet')
    expect(titleOf(await person.ask('hvad forventes der af mig i år'))).not.toBe(da('reflections.title'))
  })
})
