import type { Point } from '../../framework/library'
import { sharedStanding } from '../../journal/share-standing'
import { button } from '../kit/button'
import { dateAndTime, dayAndTime, longDate } from '../kit/local-time'
import { inert, paragraphs } from '../kit/plain-text'
import { isRetold, promptPoint } from '../kit/point'
import { pressRow } from '../kit/press-row'
import type { CardContent } from '../kit/render'
import { promptButtons } from './prompt-buttons'
import { promptForm } from './prompt-form'
import { type PromptView, promptState } from './prompt-view'
import { shareLines } from './share-lines'
import { thenQuestion } from './then-card'

/** A reflection prompt: open with room for an answer, or how it stands: answered as a receipt, skipped, put off, withdrawn. */
export function promptCard(view: PromptView): CardContent {
  const { texts, locale, reflection, timeZone } = view
  const state = promptState(view)
  const when = dayAndTime(locale, timeZone, reflection.snoozedUntil ?? reflection.shownAt)
  const t = (key: string) => texts(locale, key, { when })
  const question = inert(view.question)
  const openTitle = reflection.goesOnFrom === undefined ? 'prompt.title' : 'prompt.again.title'
  const title = t(state === 'open' ? openTitle : `prompt.${state}.title`)
  const isForm = state === 'open' || state === 'edit'
  const isAside = state === 'skipped' || state === 'calledBack' || state === 'snoozed' || state === 'withdrawn'
  return {
    name: 'prompt-card',
    data: {
      lang: locale,
      title,
      open: isForm ? [promptForm(view, question)] : [],
      answered: state === 'answered' ? [answeredData(view, question)] : [],
      aside: isAside ? [{ lines: [t(`prompt.${state}.text`), ...shareLines(view, reflection)], question }] : [],
      actions: promptButtons(view, state),
      fallbackText:
        state === 'open'
          ? texts(locale, 'prompt.fallback', { title, question })
          : texts(locale, 'card.fallback', { title: `${title}: ${question}` }),
      speak: `${title}. ${question}`,
    },
    summary: isForm ? `${title}: ${question}` : title,
  }
}

function answeredData(view: PromptView, question: string) {
  const { texts, locale, points, answering = [], pitfall, reflection, timeZone } = view
  const { text = '', scale, answeredAt } = reflection
  const t = (key: string, params = {}) => texts(locale, key, params)
  const standing = sharedStanding(reflection)
  const whenKey = `prompt.answered.${standing ?? 'private'}`
  const own = view.isInTrouble ? [] : answering.length > 0 ? answering : points
  const pitfalls = pitfall && !view.isInTrouble ? [pitfall] : []
  const part = (heading: string, members: readonly Point[]) =>
    members.length > 0 ? [{ heading, points: members.map((point) => promptPoint(point, view)) }] : []
  return {
    when: [
      ...(reflection.calledBackAt === undefined ? [] : [t('prompt.calledBack.answered')]),
      ...(answeredAt ? [t(whenKey, { when: dateAndTime(locale, timeZone, answeredAt) })] : []),
    ],
    questionHeading: t('prompt.answered.question'),
    question,
    answerHeading: t('prompt.answered.answer'),
    answer: paragraphs(text),
    scale: scale === undefined ? [] : [{ label: t('prompt.scale.label'), step: t(`prompt.scale.${scale}`) }],
    shared: shareLines(view, reflection),
    next: nextQuestion(view),
    going: goingOn(view),
    parts: [...part(t('prompt.answered.point'), own), ...part(t('prompt.answered.pitfall'), pitfalls)],
    footer: isRetold([...own, ...pitfalls]) ? [t('answer.ownWords')] : [],
  }
}

/** Whether it is to be asked about again. Whoever may be in trouble is asked nothing more. */
function goingOn({ texts, locale, timeZone, reflection, isInTrouble }: PromptView) {
  const { id: reflectionId, againAt } = reflection
  if (againAt === undefined) {
    const ask = button(texts(locale, 'again.ask'), 'prompt.askAgain', { reflectionId })
    return isInTrouble ? [] : [{ lines: [], rows: [pressRow(ask)] }]
  }
  const when = longDate(locale, timeZone, againAt)
  const stop = button(texts(locale, 'again.stop'), 'prompt.stopAsking', { reflectionId })
  return [{ lines: [texts(locale, 'again.stands', { when })], rows: [pressRow(stop)] }]
}

/** The prompt's second question, for after the first is answered, and what was written to it. Whoever may be in trouble is asked nothing more. */
function nextQuestion(view: PromptView) {
  const { texts, locale, reflection, isInTrouble } = view
  const { id: reflectionId, second } = reflection
  const question = thenQuestion(reflection, view)
  if (second === undefined && (!question || isInTrouble)) return []
  const key = second === undefined ? 'prompt.then.answer' : 'prompt.then.edit'
  return [
    {
      heading: texts(locale, second === undefined ? 'prompt.answered.then' : 'prompt.answered.second'),
      question: inert(question ?? texts(locale, 'reflections.promptGone')),
      answers: second === undefined ? [] : [{ lines: paragraphs(second) }],
      rows: question === undefined ? [] : [pressRow(button(texts(locale, key), 'prompt.then', { reflectionId }))],
    },
  ]
}
