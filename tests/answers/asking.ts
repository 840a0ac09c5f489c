import type { Answer } from '../../src/answers/answer'
import { answerQuestion } from '../../src/answers/answer-question'
import type { Intent } from '../../src/answers/intent'
import { intentOf, intentOfTalk } from '../../src/answers/intent-of'
import type { Profile } from '../../src/answers/profile'
import type { Question } from '../../src/answers/question'
import type { Reading } from '../../src/answers/reading'
import { noteText } from '../../src/cards/answer/note-text'
import { knowledge, texts } from '../support/kept'

export const { library } = knowledge

export const slugs = library.frameworks.map((framework) => framework.slug)

export function read(question: string | readonly string[], profile?: Profile): Reading {
  const [first = '', ...later] = typeof question === 'string' ? [question] : question
  let reading = knowledge.interpret(first, { profile })
  for (const turn of later) reading = knowledge.interpret(turn, { profile, previous: reading.context })
  return reading
}

/** The question that a text, or a dialog's last turn, is read as, and its intent; for small talk one that asks nothing. */
export function understand(question: string | readonly string[], profile?: Profile): Question & { intent: Intent } {
  const reading = read(question, profile)
  if (reading.kind !== 'talk') return { ...reading.question, intent: intentOf(reading.question) }
  const nothing = knowledge.readQuestion('')
  return { ...nothing, intent: intentOfTalk(reading.about) }
}

export function ask(question: string | readonly string[], profile?: Profile): Answer {
  return answerQuestion(knowledge, read(question, profile))
}

/** What the notes say in Danish, as `ask --json` gives it. */
export function note(answer: Answer, locale: 'da' | 'en' = 'da'): string {
  return answer.notes.map((each) => noteText(texts, locale, each)).join(' ')
}

export function idsOf(points: readonly { readonly id: string }[]): string[] {
  return points.map(({ id }) => id)
}

/** `framework/role` of the points, each once, in the order met. */
export function profilesOf(answer: Answer): string[] {
  return [...new Set(answer.statements.map((point) => `${point.framework}/${point.role}`))]
}
