import type { Answer, Section } from '../answers/answer'
import { enumerate } from '../texts'
import { sectionHeading, sectionRole, sectionsData } from './answer-sections'
import { answerTitle, nameOf, type Reader } from './answer-title'
import { askButton, type Button, button, mostButtons } from './button'
import { noteText } from './note-text'
import { escapeMarkdown, inert } from './plain-text'
import type { CardContent } from './render'
import { roleInSentence } from './role-phrase'
import { suggestionText } from './suggestion-text'

export interface AnswerView extends Reader {
  readonly answer: Answer
}

/** JSON characters of points that fit a card of 80 KB in UTF-16 beside everything else (teams-facts §1). */
const mostCharacters = 30_000
/** What a point takes besides its own characters. */
const charactersAPoint = 70
const mostPromptPoints = 5

/** An answer as a card. Longer than Teams takes in one message, it becomes a choice of roles instead. */
export function answerCard(view: AnswerView): CardContent {
  const { answer, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const title = answerTitle(answer, view)
  const notes = answer.notes.map((note) => inert(noteText(texts, locale, note)))
  const isOverview = charactersOf(answer) > mostCharacters
  const hasPoints = answer.sections.length > 0
  const isRetold = answer.sections.some((section) => section.points.some((point) => !point.wording))
  return {
    name: 'answer-card',
    data: {
      lang: locale,
      title: escapeMarkdown(title),
      subtitle: optional(escapeMarkdown(subtitle(view))),
      notes: notes.length > 0 ? [{ lines: notes }] : [],
      lines: plainLines(view),
      sections: isOverview ? [] : sectionsData(answer, view),
      overview: isOverview ? [overviewData(view)] : [],
      footer: hasPoints && !isOverview && isRetold ? [t('answer.ownWords')] : [],
      actions: isOverview ? [overviewButton(view)] : buttonsOf(view),
      fallbackText: t('card.fallback', { title }),
      speak: [title, ...notes].join('. '),
    },
    summary: summaryOf(answer, title, view),
  }
}

function optional(text: string): string[] {
  return text === '' ? [] : [text]
}

/** Which document answers; in English also that the points are not translated. */
function subtitle({ answer, library, texts, locale }: AnswerView): string {
  if (answer.sections.length === 0 || answer.intent === 'absent') return ''
  const shown = [...new Set(answer.sections.map((section) => section.framework))]
  const [only] = shown
  const framework = shown.length === 1 && only ? library.framework(only) : undefined
  const document = framework
    ? [framework.title.includes(framework.name) ? framework.title : `${framework.municipality} · ${framework.title}`, framework.year && `(${framework.year})`]
        .filter(Boolean)
        .join(' ')
    : enumerate(locale, shown.map((slug) => nameOf(library, slug)))
  const isAboutWords = answer.intent === 'topic' || answer.intent === 'situation'
  return [
    document,
    ...(isAboutWords && answer.subject ? [texts(locale, 'answer.searchedFor', { subject: answer.subject })] : []),
    ...(locale === 'da' ? [] : [texts(locale, 'answer.inDanish')]),
  ].join(' · ')
}

/** What a card without points says. Markdown: the texts are ours. */
function plainLines({ answer, texts, locale }: AnswerView): string[] {
  if (answer.intent === 'out-of-scope') return [texts(locale, 'answer.outOfScope.text')]
  if (answer.intent !== 'help') return []
  return ['expectations', 'pitfalls', 'compare', 'prompt', 'how'].map((key) => texts(locale, `answer.help.${key}`))
}

function buttonsOf({ answer, library, texts, locale }: AnswerView): Button[] {
  const isLost = answer.intent === 'out-of-scope' || answer.intent === 'help'
  const asked = isLost
    ? ['expectations', 'pitfalls', 'situation'].map((key) => texts(locale, `example.${key}`))
    : answer.suggestions.map((suggestion) => suggestionText(texts, locale, suggestion))
  const withPrompt = answer.statements.filter((point) => library.promptsFor(point.id).length > 0)
  const statementIds = withPrompt.slice(0, mostPromptPoints).map((point) => point.id)
  const askMe = button(texts(locale, 'answer.askMe'), 'prompt.request', { statementIds })
  const hasPrompt = statementIds.length > 0 || answer.intent === 'help'
  return [...asked.slice(0, mostButtons - 1).map((question) => askButton(inert(question))), ...(hasPrompt ? [askMe] : [])]
}

function charactersOf({ sections }: Answer): number {
  const points = sections.flatMap((section) => section.points)
  return points.reduce(
    (sum, { text, wording = '', signs = [] }) =>
      sum + charactersAPoint + text.length + wording.length + (signs.length > 0 ? 600 + signs.join('').length : 0),
    0,
  )
}

/** A choice of roles whose value is the question to ask. */
function overviewData(view: AnswerView) {
  const { answer, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  return {
    text: t('answer.overview.text'),
    label: t('answer.overview.label'),
    placeholder: t('answer.overview.placeholder'),
    error: t('answer.overview.error'),
    choices: answer.sections.map((section) => ({
      title: t('answer.headingCount', { heading: inert(sectionHeading(section, answer, view)), n: section.points.length }),
      value: questionFor(section, view),
    })),
  }
}

function questionFor(section: Section, view: AnswerView): string {
  const { answer, library, texts, locale } = view
  const wanted = answer.intent === 'pitfalls' ? 'pitfalls' : 'expectations'
  const role = sectionRole(section, view)
  const params = { framework: nameOf(library, section.framework), role: roleInSentence(role?.title ?? '') }
  return suggestionText(texts, locale, { key: role ? `suggest.${wanted}` : `suggest.${wanted}Common`, params })
}

function overviewButton({ texts, locale }: AnswerView): Button {
  return button(texts(locale, 'answer.overview.show'), 'ask')
}

function summaryOf({ statements }: Answer, title: string, { texts, locale }: AnswerView): string {
  if (statements.length === 0) return title
  return texts(locale, `answer.summary.points.${statements.length === 1 ? 'one' : 'many'}`, { title, n: statements.length })
}
