import type { Answer } from '../../src/answers/answer'
import { answerQuestion } from '../../src/answers/answer-question'
import { createKnowledge } from '../../src/answers/knowledge'
import type { Profile, Query } from '../../src/answers/query'
import { noteText } from '../../src/cards/answer/note-text'
import { dataDir } from '../../src/paths'
import { loadTexts } from '../../src/texts'

export const knowledge = createKnowledge(dataDir)
export const { library } = knowledge
const texts = loadTexts(dataDir)

export const slugs = library.frameworks.map((framework) => framework.slug)

/** The query of a question, or of a dialog's last turn. */
export function understand(question: string | readonly string[], profile?: Profile): Query {
  const [first = '', ...later] = typeof question === 'string' ? [question] : question
  let query = knowledge.interpret(first, { profile })
  for (const turn of later) query = knowledge.interpret(turn, { profile, previous: query })
  return query
}

export function ask(question: string | readonly string[], profile?: Profile): Answer {
  return answerQuestion(knowledge, understand(question, profile))
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
