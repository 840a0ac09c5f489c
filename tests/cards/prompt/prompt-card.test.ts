import type { CardContent } from '../../../src/cards/kit/render'
import { noTopicCard } from '../../../src/cards/prompt/no-topic-card'
import { promptCard } from '../../../src/cards/prompt/prompt-card'
import type { PromptView } from '../../../src/cards/prompt/prompt-view'
import { snoozeCard } from '../../../src/cards/prompt/snooze-card'
import type { Prompt } from '../../../src/framework/schema'
import type { Reflection, Share } from '../../../src/records/reflection'
import { type Locale, locales } from '../../../src/texts'
import { texts } from '../../support/kept'
import { lintCard } from '../lint-card'
import { cards, library, readerIn, strings } from '../sample-cards'

const at = '2026-11-20T13:05:00.000Z'
const longest = 'Æ'.repeat(2000)
const [first] = library.prompts
if (!first) throw new Error('no prompt')

const share = (more: Partial<Share> = {}): Share => ({
  channelId: '19:a',
  name: 'Ledelse › Generelt',
  revision: 1,
  delivery: 'sent',
  at,
  attempts: 1,
  cardId: 'c',
  isTakenBack: false,
  ...more,
})
const shared = [share(), share({ delivery: 'unknown' }), share({ delivery: 'failed' }), share({ isTakenBack: true })]

/** Every way a reflection may stand. */
const states: Partial<Reflection>[] = [
  { state: 'shown' },
  { state: 'answered', text: longest, scale: 4, answeredAt: at, revision: 1, shared },
  { state: 'answered', text: undefined, scale: 1, answeredAt: at, revision: 1 },
  { state: 'skipped' },
  { state: 'snoozed', snoozedUntil: at },
  { state: 'withdrawn', revision: 2 },
  { state: 'withdrawn', revision: 2, shared },
]
const forms: PromptView['form'][] = [
  undefined,
  { text: '' },
  { text: longest, scale: 2 },
  { text: longest, isElsewhere: true },
]

function promptView(locale: Locale, prompt: Prompt, more: Partial<Reflection> = {}): PromptView {
  const points = prompt.statements.flatMap((id) => library.point(id) ?? [])
  const stands = { leaderId: 'l', promptId: prompt.id, statementIds: prompt.statements, shownAt: at, createdAt: at }
  return {
    ...readerIn(locale),
    points,
    reflection: { id: `${prompt.id.replaceAll('/', '.')}:2026-11-20`, ...stands, state: 'shown', ...more },
    question: locale === 'en' ? prompt.en : prompt.text,
    hasScale: prompt.scale,
    why: 'role',
  }
}

function faultsOf(contents: readonly CardContent[]): string[] {
  return contents.flatMap((content) => {
    const { card, summary } = cards.render(content)
    return [...lintCard(card), ...(summary.trim() === '' ? ['no summary'] : [])].map(
      (fault) => `${content.name}: ${fault}`,
    )
  })
}

const shown = (content: CardContent) => strings(cards.render(content).card).map(({ text }) => text)
const actionsOf = (content: CardContent) => cards.render(content).card.actions as Record<string, unknown>[]
const verbsOf = (content: CardContent) => actionsOf(content).map(({ verb }) => verb)
const jsonOf = (content: CardContent) => JSON.stringify(cards.render(content).card)

const whose = ['role', 'all', 'other-role', 'any-role', 'elsewhere', 'elsewhere-role'] as const
const reasons = [...whose, 'topic', 'hr', 'snoozed', 'reminder'] as const

test.each(locales)('every prompt is sound in every state in %s', (locale) => {
  const contents = library.prompts.flatMap((prompt) =>
    states.map((state) => promptCard(promptView(locale, prompt, state))),
  )
  expect(faultsOf(contents)).toEqual([])
})

test.each(locales)('every form is sound, whatever stands and whatever was typed, in %s', (locale) => {
  const own = { ...promptView(locale, first), points: [], question: longest.slice(0, 500), hasScale: false }
  const contents = states.flatMap((state) =>
    forms.flatMap((form) =>
      reasons.flatMap((why) => [
        promptCard({ ...promptView(locale, first, state), form, why, typed: { text: longest, scale: 5 } }),
        promptCard({ ...own, reflection: { ...own.reflection, ...state }, form, why }),
      ]),
    ),
  )
  expect(faultsOf(contents)).toEqual([])
})

test.each(locales)('every reason for a prompt that was asked for is sound, whatever was asked, in %s', (locale) => {
  const topics = ['tillid', '<at>x</at> **fed** [a](https://ond.dk) {{DATE(x)}}', longest.slice(0, 200)]
  const contents = topics.flatMap((topic) => [
    ...library.prompts
      .filter((_, i) => i % 20 === 0)
      .flatMap((prompt) => whose.map((why) => promptCard({ ...promptView(locale, prompt), why, topic }))),
    noTopicCard({ texts, locale }, { topic, near: [topic, 'tillid'], isAtHome: true }),
    noTopicCard({ texts, locale }, { topic, near: [], isAtHome: false }),
  ])
  expect(faultsOf(contents)).toEqual([])
  for (const content of contents) {
    expect(shown(content).join()).not.toMatch(/<at>|\{\{|\{\w+\}/)
    const markdown = strings(cards.render(content).card).filter(({ type }) => type === 'TextBlock')
    expect(markdown.map(({ text }) => text).join()).not.toMatch(/ \*\*fed/)
  }
})

test.each(locales)('the choice of a time is sound, with the longest text typed, in %s', (locale) => {
  const contents = [{}, { text: longest, scale: 5 }].map((typed) =>
    snoozeCard(readerIn(locale), { id: 'r'.repeat(120), promptId: first.id }, typed),
  )
  expect(faultsOf(contents)).toEqual([])
  expect(contents.map((content) => JSON.stringify(actionsOf(content)).includes(longest))).toEqual([false, true])
})

test('an open prompt asks in the reader’s language and takes no more than is stored', () => {
  expect(shown(promptCard(promptView('da', first)))).toContain(first.text)
  expect(shown(promptCard(promptView('en', first)))).toContain(first.en)
  expect(jsonOf(promptCard(promptView('da', first)))).toContain('"maxLength":2000')
})

test('the number is asked for where the prompt has one, and never required', () => {
  const withScale = library.prompts.find(({ scale }) => scale)
  const without = library.prompts.find(({ scale }) => !scale)
  if (!withScale || !without) throw new Error('no such prompts')
  const json = jsonOf(promptCard(promptView('da', withScale)))
  expect(json).toContain('Hvor godt lykkes det?')
  expect(json).not.toContain('isRequired')
  expect(json.match(/"value":"[0-5]"/g)).toEqual(['1', '2', '3', '4', '5'].map((step) => `"value":"${step}"`))
  expect(jsonOf(promptCard(promptView('da', without)))).not.toContain('Hvor godt lykkes det?')
  const edited = promptCard({ ...promptView('da', withScale), form: { scale: 3 } })
  expect(jsonOf(edited)).toContain('Intet tal')
})

test('putting off sends what was typed, skipping does not', () => {
  expect(
    actionsOf(promptCard(promptView('da', first))).map(({ verb, associatedInputs }) => [verb, associatedInputs]),
  ).toEqual([
    ['prompt.answer', 'auto'],
    ['prompt.later', 'auto'],
    ['prompt.skip', 'none'],
  ])
})

test.each<[Partial<Reflection>, PromptView['form'], string[]]>([
  [
    { state: 'answered', text: 'Ja' },
    undefined,
    ['prompt.edit', 'prompt.askWithdraw', 'share.choose', 'reflections.list'],
  ],
  [{ state: 'answered', scale: 2 }, undefined, ['prompt.edit', 'prompt.withdraw', 'reflections.list']],
  [{ state: 'answered', text: 'Ja' }, { text: 'Ja' }, ['prompt.answer', 'prompt.back']],
  [{ state: 'withdrawn' }, { text: '' }, ['prompt.answer', 'prompt.back']],
  [{ state: 'skipped' }, undefined, ['prompt.edit', 'prompt.request', 'reflections.list']],
  [{ state: 'skipped' }, { text: '' }, ['prompt.answer', 'prompt.later', 'prompt.skip']],
  [{ state: 'snoozed', snoozedUntil: at }, undefined, ['prompt.edit', 'prompt.later', 'prompt.skip']],
  [{ state: 'withdrawn', shared }, undefined, ['prompt.edit', 'share.takeBack', 'prompt.request', 'reflections.list']],
])('%j with form %j offers %j', (state, form, verbs) => {
  expect(verbsOf(promptCard({ ...promptView('da', first, state), form }))).toEqual(verbs)
})

test('every form tells which answer it began from', () => {
  const revisions = states.map((state) => {
    const [send] = actionsOf(promptCard({ ...promptView('da', first, state), form: { text: '' } }))
    return (send?.data as { revision?: string } | undefined)?.revision
  })
  expect(revisions).toEqual(states.map(({ revision = 0 }) => String(revision)))
})

test('a receipt says when, in the leader’s own zone, and shows the point that answers beside its pitfall', () => {
  const pitfall = library.points.find((point) => point.answeredBy?.length)
  const answering = pitfall?.answeredBy?.flatMap((id) => library.point(id) ?? []) ?? []
  const prompt = library.promptsFor(pitfall?.id ?? '')[0]
  if (!pitfall || !prompt) throw new Error('no pitfall with a prompt')
  const answered = { state: 'answered' as const, text: 'Ja', scale: 3, answeredAt: '2026-07-20T22:30:00.000Z' }
  const texts = shown(promptCard({ ...promptView('da', prompt, answered), answering, pitfall }))
  expect(texts).toContain('21. juli 2026 kl. 00.30 · Pejling viser det ikke til andre end dig')
  expect(texts).toEqual(expect.arrayContaining(['Ja', '3 – nogenlunde', answering[0]?.text, pitfall.text]))
})

test('a receipt says once whose words the points are in, and labels a pitfall', () => {
  const pitfall = library.points.find(({ kind }) => kind === 'pitfall')
  const [prompt] = library.promptsFor(pitfall?.id ?? '')
  if (!pitfall || !prompt) throw new Error('no pitfall with a prompt')
  const answered = { state: 'answered' as const, text: 'Ja', answeredAt: at }
  const said = (view: Partial<PromptView>, locale: Locale = 'da') =>
    shown(promptCard({ ...promptView(locale, prompt, answered), points: [pitfall], ...view }))
  const ownWords = 'Gengivet med Pejlings egne ord. Den præcise ordlyd står i kilden.'
  for (const view of [{}, { answering: library.points.slice(0, 2), pitfall }]) {
    expect(said(view).filter((text) => text === ownWords)).toHaveLength(1)
    expect(said(view).join()).not.toContain('siger ledelsesgrundlaget selv')
    expect(said(view).filter((text) => text.startsWith('Faldgrube · '))).toHaveLength(1)
    expect(said(view, 'en').join()).toContain('Retold in Pejling’s own words')
  }
  // Quoted word for word, and HR's own question without any point.
  expect(said({ points: [{ ...pitfall, wording: 'Ordret' }] })).not.toContain(ownWords)
  expect(said({ points: [] })).not.toContain(ownWords)
})

test.each<[string, Partial<Share>, string, string]>([
  ['shared', {}, '21. juli 2026 kl. 00.30 · Delt, så andre kan se det', 'Det, du har delt, ændrer sig ikke'],
  ['perhaps shared', { delivery: 'unknown' }, '00.30 · Måske delt og synligt for andre', 'Det, du måske har delt,'],
  ['cut off on its way', { delivery: 'sending' }, '00.30 · Måske delt og synligt for andre', 'Det, du måske har'],
  ['taken back', { isTakenBack: true }, '00.30 · Var delt, men er fjernet fra kanalen', 'Skriv gerne om andre'],
])('nothing says that only the leader sees an answer that is %s', (_how, more, when, hint) => {
  const stands = {
    state: 'answered' as const,
    text: 'Ja',
    answeredAt: '2026-07-20T22:30:00.000Z',
    shared: [share(more)],
  }
  const receipt = shown(promptCard(promptView('da', first, stands)))
  expect(receipt.some((text) => text.endsWith(when))).toBe(true)
  const form = shown(promptCard({ ...promptView('da', first, stands), form: { text: 'Ja' } }))
  expect(form.some((text) => text.startsWith(hint))).toBe(true)
  expect([...receipt, ...form].join()).not.toContain('ikke til andre end dig')
  const fromHr = shown(promptCard({ ...promptView('da', first, stands), why: 'hr', form: { text: 'Ja' } }))
  expect(fromHr.join()).not.toContain('ikke kan se dit svar')
  for (const form of [undefined, { text: 'Yes' }])
    expect(shown(promptCard({ ...promptView('en', first, stands), form })).join()).not.toContain('nobody but you')
})

test('where it was shared is said, and after a withdrawal only what may still stand there', () => {
  const lines = (state: Reflection['state']) =>
    shown(promptCard(promptView('da', first, { state, shared }))).filter((text) => text.includes('Ledelse › Generelt'))
  expect(lines('answered')).toEqual([
    expect.stringContaining('Delt i'),
    expect.stringContaining('Måske delt i'),
    expect.stringContaining('Fjernet fra'),
  ])
  expect(lines('withdrawn')).toEqual([
    expect.stringContaining('kunne jeg ikke fjerne endnu'),
    expect.stringContaining('står der måske'),
  ])
})

test('one that was put off says when it comes, in the leader’s own zone', () => {
  const state = { state: 'snoozed' as const, snoozedUntil: '2026-11-23T07:00:00.000Z' }
  const title = (locale: Locale) => shown(promptCard(promptView(locale, first, state)))
  expect(title('da')).toContain('Jeg spørger igen mandag den 23. november kl. 08.00')
  expect(title('en')).toContain('I will ask again on Monday 23 November at 08:00')
})

test('a second question follows the answer, in the reader’s language, and never where somebody may be in trouble', () => {
  const asked = library.prompts.find(({ then }) => then !== undefined)
  if (!asked) throw new Error('No prompt has a second question.')
  const answered = { state: 'answered' as const, text: 'Ja', answeredAt: at }
  const lines = (locale: 'da' | 'en', view = {}) =>
    shown(promptCard({ ...promptView(locale, asked, answered), ...view }))
  expect(lines('da')).toContain(asked.then)
  expect(lines('en')).toContain(asked.thenEn)
  expect(lines('da', { isInTrouble: true })).not.toContain(asked.then)
  const open = shown(promptCard(promptView('da', asked, { state: 'shown' })))
  expect(open).not.toContain(asked.then)
})
