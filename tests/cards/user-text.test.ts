import MarkdownIt from 'markdown-it'
import { journalFindCard, journalFindsCard } from '../../src/cards/journal/journal-find-card'
import { reflectionsCard } from '../../src/cards/journal/reflections-card'
import { waitingCard } from '../../src/cards/journal/waiting-card'
import { noticeCard } from '../../src/cards/kit/notice-card'
import { escapeMarkdown, inert, inertEitherWay } from '../../src/cards/kit/plain-text'
import { promptCard } from '../../src/cards/prompt/prompt-card'
import { idParts } from '../../src/framework/schema'
import { lintCard } from './lint-card'
import { ask, cards, library, readerIn, renderAnswer, strings } from './sample-cards'

/** What a leader may write that a renderer would take for something else. */
const hostile = [
  `\${1+1}`,
  `\${$root.title}`,
  '**x**',
  '_x_ og __x__',
  '~~x~~ `x`',
  '[a](http://evil)',
  '![a](http://evil/a.png)',
  '<http://evil>',
  'http://evil.example/path',
  '<at>x</at>',
  '</at><AT id="0">x</AT>',
  '<img src=x onerror=alert(1)>',
  '{{DATE(2026-01-01T00:00:00Z)}}',
  '{{{{TIME(2026-01-01T00:00:00Z)}}}}',
  '- punkt',
  '+ punkt',
  '1. punkt',
  '1) punkt',
  '# overskrift',
  '> citat',
  '&lt;b&gt;',
  '\\*x\\*',
  '| a | b |',
  'Rødgrød med fløde – “æøå” 🙂',
]
const everything = hostile.join('\n')
const markdown = new MarkdownIt({ linkify: true })
const prompt = library.prompts[0]
if (!prompt) throw new Error('no prompt')
const points = prompt.statements.flatMap((id) => library.point(id) ?? [])
const at = '2026-11-20T13:05:00.000Z'
const reader = readerIn('da')

const reflection = {
  id: 'r',
  leaderId: 'l',
  promptId: prompt.id,
  statementIds: [],
  state: 'answered' as const,
  shownAt: at,
  answeredAt: at,
  createdAt: at,
}
const answered = cards.render(
  promptCard({
    ...reader,
    reflection: { ...reflection, text: everything },
    question: prompt.text,
    hasScale: true,
    points,
    why: 'role',
  }),
)
const entry = { place: idParts(prompt.id), question: prompt.text, statementIds: [], at, scale: 3 }
const entries = [
  ...hostile.map((text, i) => ({ ...entry, id: `r${i}`, text })),
  { ...entry, id: 'long', text: everything.repeat(3) },
]
const listed = cards.render(
  reflectionsCard({ ...reader, entries, isFirstPage: true, area: '', total: entries.length, waiting: 1 }),
)
const waiting = cards.render(
  waitingCard(reader, {
    reflections: hostile.map((question, i) => ({ ...reflection, id: `w${i}`, promptId: 'own', question })),
    cursor: undefined,
    total: hostile.length,
  }),
)
const hits = entries.map((each) => ({ entry: each, marks: [{ from: 0, to: each.text.length }] }))
const found = cards.render(
  journalFindsCard({
    ...reader,
    text: everything,
    area: '',
    hits,
    total: 40,
    page: 0,
    isLast: false,
    canAsk: false,
  }),
)
const notFound = cards.render(
  journalFindsCard({
    ...reader,
    text: everything,
    area: '',
    hits: [],
    total: 0,
    page: 0,
    isLast: true,
    canAsk: false,
  }),
)
const sought = cards.render(journalFindCard(reader, [], { text: everything, area: '' }))
const noticed = cards.render(noticeCard({ locale: 'da', title: everything, text: everything }))
const searched = renderAnswer({ ...ask('topic', { framework: 'odder' }), subject: everything }, 'da')
const defined = renderAnswer({ ...ask('definition', { framework: 'odder' }), subject: everything }, 'da')
const rendered = { answered, listed, waiting, found, notFound, sought, noticed, searched, defined }

test.each(Object.entries(rendered))('%s: the card is sound whatever the text holds', (_, { card }) => {
  expect(lintCard(card, { userTexts: hostile.slice(0, 2) })).toEqual([])
})

test.each(Object.entries(rendered))('%s: no command of a client survives', (_, { card }) => {
  for (const { text } of strings(card)) expect(text).not.toMatch(/\{\{|<\/?at\b/i)
})

test.each(Object.entries(rendered))('%s: Markdown in the text stays text', (_, { card }) => {
  const blocks = strings(card).filter(({ type }) => type === 'TextBlock')
  for (const { text } of blocks)
    expect(markdown.render(text)).not.toMatch(/<(a|strong|em|s|code|ul|ol|img|h\d|blockquote)\b/)
})

test('an answer is shown letter for letter, paragraph by paragraph', () => {
  const runs = strings(answered.card)
    .filter(({ type }) => type === 'RichTextBlock')
    .map(({ text }) => text.replaceAll('\u2060', ''))
  for (const line of hostile) expect(runs).toContain(line)
})

test('what is escaped for Markdown reads as it was written', () => {
  for (const text of hostile.filter((line) => !line.startsWith('&'))) {
    const html = markdown.renderInline(escapeMarkdown(text)).replaceAll('\u2060', '')
    const read = html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    expect(read).toBe(text)
  }
})

test('where only some clients read Markdown, a line reads the same in either', () => {
  const read = (text: string) => text.replace(/[\u2060\u200A]/g, '').replaceAll('\u02CB', '`')
  for (const text of [
    ...hostile,
    '20. marts: *x*y*z* og a_b_c',
    '[a][b] ***x***',
    '~~~x~~~',
    '`` x `y` ``',
    '\\[x](y)',
  ]) {
    const line = inertEitherWay(text)
    expect(read(line)).toBe(text)
    const html = markdown.render(line)
    expect([text, html.replace(/<\/?p>/g, '')]).toEqual([text, expect.not.stringMatching(/<(?!\u2060)/)])
    const shown = html
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
    expect(read(shown).trim()).toBe(`<p>${text}</p>`)
  }
})

test('ordinary text is left alone', () => {
  const text = 'Vi nåede 75 % (næsten) – og {alle} var med, fx Åse-Marie & co. < 10'
  expect(inert(text)).toBe(text)
})
