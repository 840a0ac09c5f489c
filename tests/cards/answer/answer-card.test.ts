import { answerCard } from '../../../src/cards/answer/answer-card'
import { knowledge } from '../../support/kept'
import { ask, cards, library, readerIn, renderAnswer, strings, support } from '../sample-cards'

const contractHolder = { framework: 'skanderborg', role: 'kontraktholder' }

function shown(card: unknown): string[] {
  return strings(card).map(({ text }) => text)
}

test('the title names the role in a Danish sentence', () => {
  const title = (framework: string, role: string) =>
    shown(renderAnswer(ask('expectations', { framework, role }), 'da').card)
  expect(title('skanderborg', 'kontraktholder')).toContain('Det forventes af dig som kontraktholder')
  expect(title('sonderborg', 'chefer')).toContain('Det forventes af chefer')
  expect(title('sonderborg', 'direktionen')).toContain('Det forventes af direktionen')
  expect(title('odder', 'stabschef')).toContain('Det forventes af jer som ledere')
  expect(title('soro', 'alle-ledere')).toContain('Det forventes af dig som leder')
})

test('points of an area share one source line', () => {
  const texts = shown(renderAnswer(ask('expectations', contractHolder), 'da').card)
  expect(texts).toContain('Kilde: Kontraktholder › Strategisk ledelse, punkt 1–4')
  expect(texts.filter((text) => text.startsWith('Kilde: '))).toHaveLength(11)
})

test('a long list opens on its first area, the others are rows with a count', () => {
  const card = JSON.stringify(renderAnswer(ask('expectations', contractHolder), 'da').card)
  expect(card).toContain('"title":"Vis eller skjul Strategisk ledelse"')
  expect(card).toContain('Strategisk ledelse (4)')
  expect(card).toMatch(/"id":"s0a0","isVisible":true/)
  expect(card).toMatch(/"id":"s0a1","isVisible":false/)
})

test('up to eight points are not folded', () => {
  const answer = ask('expectations', contractHolder)
  const sections = answer.sections.slice(0, 1).map((section) => ({ ...section, points: section.points.slice(0, 8) }))
  expect(JSON.stringify(renderAnswer({ ...answer, sections }, 'da').card)).not.toContain('ToggleVisibility')
})

test('a search shows five points with municipality and place, and the rest behind a row', () => {
  const answer = ask('topic', { framework: 'skanderborg' })
  const texts = shown(renderAnswer(answer, 'da').card)
  expect(answer.statements.length).toBeGreaterThan(5)
  expect(texts).toContain(`Vis ${answer.statements.length - 5} til`)
  for (const text of texts.filter((text) => text.startsWith('Kilde: ')))
    expect(text).toMatch(/^Kilde: Skanderborg › .+, punkt \d+$/)
})

test('pitfalls keep how they sound behind a row', () => {
  const { card } = renderAnswer(ask('pitfalls', contractHolder), 'da')
  expect(shown(card).filter((text) => text === '▸ Sådan kan det lyde')).toHaveLength(3)
})

test('another municipality is offered under its own name only', () => {
  const texts = shown(renderAnswer(ask('pitfalls', { framework: 'sonderborg', role: 'leder-af-ledere' }), 'da').card)
  expect(texts).toContain('Det fandt jeg ikke i Sønderborgs ledelsesgrundlag')
  expect(texts).toContain('Sønderborgs ledelsesgrundlag nævner ingen faldgruber.')
  expect(texts).toContain('Til inspiration: fra Skanderborgs ledelsesgrundlag')
})

test('the official wording is the quotation, our own the gloss; then nothing is said to be retold', () => {
  const answer = ask('expectations', contractHolder)
  const sections = answer.sections.map((section) => ({
    ...section,
    points: section.points.map((point) => ({ ...point, wording: 'Ordret som i dokumentet' })),
  }))
  const texts = shown(renderAnswer({ ...answer, sections }, 'da').card)
  expect(texts).toContain('”Ordret som i dokumentet”')
  expect(texts).toContain(answer.statements[0]?.text)
  expect(texts.join()).not.toContain('Pejlings egne ord')
})

test('in English the frame is English, points and the titles of sources stay Danish, and the card says so', () => {
  const texts = shown(renderAnswer(ask('expectations', contractHolder), 'en').card)
  expect(texts).toContain('What is expected of you in the role “Kontraktholder”')
  expect(texts).toContain('Skanderborg Kommunes Ledelsesgrundlag · The points are in Danish')
  expect(texts).toContain('Source: Kontraktholder › Strategisk ledelse, points 1–4')
})

test('offers a prompt about the points shown, at most five', () => {
  const { card } = renderAnswer(ask('expectations', contractHolder), 'da')
  const action = (card.actions as { verb: string; data: { statementIds: string[] } }[]).find(
    ({ verb }) => verb === 'prompt.request',
  )
  expect(action?.data.statementIds).toHaveLength(5)
  for (const id of action?.data.statementIds ?? []) expect(library.promptsFor(id).length).toBeGreaterThan(0)
})

test.each([
  ['da', /”([^”]+)”/g],
  ['en', /“([^”]+)”/g],
] as const)('help in %s says what a leader can do about themselves, in words that do it', (locale, quoted) => {
  const texts = shown(renderAnswer(ask('help'), locale).card)
  const about = texts
    .filter((text) => /^\*\*(Pauser|Dine data|Og ellers|Breaks|Your data|And besides)/.test(text))
    .join()
  const done = [...about.matchAll(quoted)].map(([, words = '']) => knowledge.readCommand(words)?.name)
  const language = locale === 'da' ? 'english' : 'danish'
  expect(new Set(done)).toEqual(
    new Set(['pause', 'stop', 'privacy', 'data', 'erase', 'waiting', 'profile', 'hr', 'meeting', language]),
  )
})

test('whoever tells of a situation is told whom to talk to, with a button to HR, and nobody else is', () => {
  const told = renderAnswer(ask('situation', contractHolder), 'da').card
  expect(shown(told)).toContain(
    'Fylder det mere, end du kan bære alene? Tal med en, du er tryg ved, eller din tillidsrepræsentant.',
  )
  expect(JSON.stringify(told)).toContain('hr.write')
  const list = renderAnswer(ask('expectations', contractHolder), 'da').card
  expect(JSON.stringify(list)).not.toMatch(/Fylder det mere|hr\.write/)
})

test('all of a folded list is opened by one press, and what is open is not closed by it', () => {
  const card = renderAnswer(ask('expectations', contractHolder), 'da').card
  const [first] = card.actions as {
    type: string
    title: string
    targetElements: { elementId: string; isVisible: boolean }[]
  }[]
  expect([first?.type, first?.title]).toEqual(['Action.ToggleVisibility', 'Vis alle punkter'])
  const shows = new Map(first?.targetElements.map(({ elementId, isVisible }) => [elementId, isVisible]))
  expect([shows.get('s0a0'), shows.get('s0a9'), shows.get('s0a9-closed')]).toEqual([true, true, false])
  const short = ask('pitfalls', contractHolder)
  expect(JSON.stringify(renderAnswer(short, 'da').card)).not.toContain('Vis alle punkter')
})

test('asked for all of it, nothing of a list or search is folded away', () => {
  for (const intent of ['expectations', 'topic', 'compare'] as const) {
    const whole = { ...ask(intent, contractHolder), isWhole: true }
    const folded = JSON.stringify(renderAnswer(whole, 'da').card).match(/"id":"s\d[apq]\w*","isVisible":false/g) ?? []
    expect(folded.filter((id) => !/s1/.test(id) && !/s"/.test(id))).toEqual([])
  }
})

test('where the address of the document is known, its name opens it', () => {
  const answer = ask('expectations', contractHolder)
  const sources = { skanderborg: 'https://a.dk/l (1).pdf' }
  const card = answerCard({ ...readerIn('da'), answer, support: { ...support, sources }, isPersonal: true })
  expect(shown(cards.render(card).card)).toContain(
    '[Skanderborg Kommunes Ledelsesgrundlag](https://a.dk/l%20%281%29.pdf)',
  )
  expect(shown(renderAnswer(answer, 'da').card)).toContain('Skanderborg Kommunes Ledelsesgrundlag')
})

test('among others nothing is offered that belongs to the asker’s own chat', () => {
  for (const intent of ['absent', 'situation', 'topic'] as const) {
    const answer = ask(intent, contractHolder)
    const card = answerCard({ ...readerIn('da'), answer, support, isPersonal: false })
    expect(JSON.stringify(cards.render(card).card)).not.toMatch(/miss\.ask|hr\.write/)
  }
})

test('what was not found has ways on: a person of HR, a question to think over, and that it missed', () => {
  const { card } = renderAnswer(ask('absent', contractHolder), 'da')
  const verbs = (card.actions as { verb: string }[]).map(({ verb }) => verb)
  expect(verbs).toEqual(expect.arrayContaining(['prompt.request', 'hr.write', 'miss.ask']))
})
