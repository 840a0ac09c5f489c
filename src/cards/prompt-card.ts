import type { Point } from '../framework/library'
import type { Prompt } from '../framework/schema'
import { nameOf, type Reader } from './answer-title'
import { button, primary, withoutInputs } from './button'
import { dateAndTime } from './local-time'
import { escapeMarkdown, inert, paragraphs } from './plain-text'
import type { CardContent } from './render'
import { sourceWithName } from './source-line'

export interface PromptView extends Reader {
  readonly state: 'open' | 'answered' | 'skipped'
  readonly reflectionId: string
  readonly prompt: Prompt
  /** The points the prompt asks about. */
  readonly points: readonly Point[]
  /** Why this one: it was just looked at, it belongs to the role, or it applies to every leader. */
  readonly why: 'topic' | 'role' | 'all'
  /** When answered: the framework's own points that answer; without them `points` stand there. */
  readonly answering?: readonly Point[]
  /** When answered: the pitfall that goes with it. */
  readonly pitfall?: Point
  readonly answerText?: string
  /** ISO instant. */
  readonly answeredAt?: string
  /** IANA zone of the leader. */
  readonly timeZone: string
}

/** A reflection prompt: open with room for an answer, answered as a receipt, or skipped. */
export function promptCard(view: PromptView): CardContent {
  const { texts, locale, state, prompt } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const question = inert(locale === 'en' ? prompt.en : prompt.text)
  const title = t(state === 'open' ? 'prompt.title' : `prompt.${state}.title`)
  return {
    name: 'prompt-card',
    data: {
      lang: locale,
      title,
      open: state === 'open' ? [openData(view, question)] : [],
      answered: state === 'answered' ? [answeredData(view, question)] : [],
      skipped: state === 'skipped' ? [{ text: t('prompt.skipped.text'), question }] : [],
      actions: state === 'open' ? openButtons(view) : laterButtons(view),
      fallbackText: t('card.fallback', { title: `${title}: ${question}` }),
      speak: `${title}. ${question}`,
    },
    summary: state === 'open' ? `${title}: ${question}` : title,
  }
}

function openData({ texts, locale, library, points, why }: PromptView, question: string) {
  const t = (key: string) => texts(locale, key)
  return {
    why: t(`prompt.why.${why}`),
    points: points.map((point) => pointData(point, { library, texts, locale })),
    question,
    hint: t('prompt.hint'),
    label: t('prompt.label'),
    placeholder: t('prompt.placeholder'),
    error: t('prompt.error'),
  }
}

function answeredData(view: PromptView, question: string) {
  const { texts, locale, points, answering = [], pitfall, answerText = '', answeredAt, timeZone } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const own = answering.length > 0 ? answering : points
  const part = (heading: string, members: readonly Point[]) =>
    members.length > 0 ? [{ heading, points: members.map((point) => pointData(point, view)) }] : []
  return {
    when: answeredAt ? [t('prompt.answered.when', { when: dateAndTime(locale, timeZone, answeredAt) })] : [],
    questionHeading: t('prompt.answered.question'),
    question,
    answerHeading: t('prompt.answered.answer'),
    answer: paragraphs(answerText),
    parts: [...part(t('prompt.answered.point'), own), ...part(t('prompt.answered.pitfall'), pitfall ? [pitfall] : [])],
  }
}

function pointData(point: Point, { library, texts, locale }: Reader) {
  const source = escapeMarkdown(sourceWithName(nameOf(library, point.framework), point))
  return {
    text: inert(point.wording ? `”${point.wording}”` : point.text),
    source: texts(locale, point.kind === 'pitfall' ? 'answer.pitfallSource' : 'answer.source', { source }),
  }
}

function openButtons({ texts, locale, reflectionId }: PromptView) {
  return [
    primary(button(texts(locale, 'prompt.send'), 'prompt.answer', { reflectionId })),
    withoutInputs(button(texts(locale, 'prompt.skip'), 'prompt.skip', { reflectionId })),
  ]
}

function laterButtons({ texts, locale }: PromptView) {
  return [
    button(texts(locale, 'button.anotherPrompt'), 'prompt.request', { statementIds: [] }),
    button(texts(locale, 'button.myReflections'), 'reflections.list'),
  ]
}
