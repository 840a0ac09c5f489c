import { askButton } from '../../src/cards/button'
import { noticeCard } from '../../src/cards/notice-card'
import { profileCard } from '../../src/cards/profile-card'
import { type PromptView, promptCard } from '../../src/cards/prompt-card'
import type { CardContent } from '../../src/cards/render'
import { roleCard } from '../../src/cards/role-card'
import { welcomeCard } from '../../src/cards/welcome-card'
import type { Prompt } from '../../src/framework/schema'
import { type Locale, locales } from '../../src/texts'
import { lintCard } from './lint-card'
import { cards, library, strings, texts } from './sample-cards'

const timeZone = 'Europe/Copenhagen'
const readers = locales.map((locale) => ({ library, texts, locale }))

function faultsOf(contents: readonly CardContent[]): string[] {
  return contents.flatMap((content) => {
    const { card, summary } = cards.render(content)
    return [...lintCard(card), ...(summary.trim() === '' ? ['no summary'] : [])].map(
      (fault) => `${content.name}: ${fault}`,
    )
  })
}

function shown(content: CardContent): string[] {
  return strings(cards.render(content).card).map(({ text }) => text)
}

function promptView(locale: Locale, prompt: Prompt, state: PromptView['state']): PromptView {
  const points = prompt.statements.flatMap((id) => library.point(id) ?? [])
  return {
    library,
    texts,
    locale,
    state,
    reflectionId: `${prompt.id}:2026-11-20`,
    prompt,
    points,
    why: 'role',
    timeZone,
  }
}

test('welcome, role and profile are sound for every municipality and role', () => {
  const contents = readers.flatMap((reader) => [
    welcomeCard(reader),
    profileCard({ ...reader, framework: null, role: null }),
    ...library.frameworks.flatMap((framework) => [
      welcomeCard({ ...reader, framework: framework.slug }),
      roleCard({ ...reader, framework }),
      ...framework.roles.flatMap((role) => [
        roleCard({ ...reader, framework, role: role.slug }),
        profileCard({ ...reader, framework: framework.slug, role: role.slug }),
      ]),
    ]),
  ])
  expect(faultsOf(contents)).toEqual([])
})

test('every prompt is sound in every state, in both languages', () => {
  const contents = locales.flatMap((locale) =>
    library.prompts.flatMap((prompt) =>
      (['open', 'answered', 'skipped'] as const).map((state) =>
        promptCard({
          ...promptView(locale, prompt, state),
          answerText: 'x'.repeat(2000),
          answeredAt: '2026-11-20T13:05:00.000Z',
        }),
      ),
    ),
  )
  expect(faultsOf(contents)).toEqual([])
})

test('roles that lead come first, groups and politicians are no choice, the empty value is for anybody else', () => {
  const choices = (slug: string) => {
    const framework = library.framework(slug)
    if (!framework) throw new Error(slug)
    return JSON.stringify(cards.render(roleCard({ library, texts, locale: 'da', framework })).card).match(
      /"value":"[^"]*"/g,
    )
  }
  expect(choices('skanderborg')).toEqual(
    [
      '',
      'direktoer',
      'fag-og-stabschef',
      'kontraktholder',
      'leder-af-leder',
      'leder-af-medarbejder',
      'medarbejder',
      '',
    ].map((slug) => `"value":"${slug}"`),
  )
  expect(choices('kerteminde')).toEqual(['', 'ledere', 'medarbejdere', ''].map((slug) => `"value":"${slug}"`))
})

test('an open prompt asks in the reader’s language and takes no more than is stored', () => {
  const [prompt] = library.prompts
  if (!prompt) throw new Error('no prompt')
  expect(shown(promptCard(promptView('da', prompt, 'open')))).toContain(prompt.text)
  expect(shown(promptCard(promptView('en', prompt, 'open')))).toContain(prompt.en)
  expect(JSON.stringify(cards.render(promptCard(promptView('da', prompt, 'open'))).card)).toContain('"maxLength":2000')
})

test('skipping works with an empty field', () => {
  const [prompt] = library.prompts
  if (!prompt) throw new Error('no prompt')
  const { actions } = cards.render(promptCard(promptView('da', prompt, 'open'))).card as {
    actions: Record<string, unknown>[]
  }
  expect(actions.map(({ verb, associatedInputs }) => [verb, associatedInputs])).toEqual([
    ['prompt.answer', 'auto'],
    ['prompt.skip', 'none'],
  ])
})

test('a receipt says when, in the leader’s own zone, and shows the point that answers beside its pitfall', () => {
  const pitfall = library.points.find((point) => point.answeredBy?.length)
  const answering = pitfall?.answeredBy?.flatMap((id) => library.point(id) ?? []) ?? []
  const prompt = library.promptsFor(pitfall?.id ?? '')[0]
  if (!pitfall || !prompt) throw new Error('no pitfall with a prompt')
  const view = {
    ...promptView('da', prompt, 'answered'),
    answering,
    pitfall,
    answerText: 'Ja',
    answeredAt: '2026-07-20T22:30:00.000Z',
  }
  const texts = shown(promptCard(view))
  expect(texts).toContain('21. juli 2026 kl. 00.30 · Kun du kan se det')
  expect(texts).toEqual(expect.arrayContaining(['Ja', answering[0]?.text, pitfall.text]))
})

test('a notice shows three buttons at most', () => {
  const buttons = ['a', 'b', 'c', 'd'].map((title) => askButton(title))
  const content = noticeCard({ locale: 'da', title: 'Gemt', text: 'To linjer.\nOgså den.', buttons })
  expect(faultsOf([content])).toEqual([])
  expect(cards.render(content).card.actions).toHaveLength(3)
})
