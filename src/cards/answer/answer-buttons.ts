import type { Answer } from '../../answers/answer'
import { askButton, type Button, button, mostButtons } from '../kit/button'
import type { Reader } from '../kit/reader'
import type { AnswerView } from './answer-view'
import { suggestionText } from './suggestion-text'
import { tellsOfTrouble } from './support'

const mostPromptPoints = 5

/** What to do next: the answer's suggestions, or examples for somebody lost, and a prompt about the points shown. */
export function answerButtons(view: AnswerView): Button[] {
  const { answer, library, texts, locale, support, keeping } = view
  const withPrompt = answer.statements.filter((point) => library.promptsFor(point.id).length > 0)
  const statementIds = withPrompt.slice(0, mostPromptPoints).map((point) => point.id)
  const askMe = button(texts(locale, 'answer.askMe'), 'prompt.request', { statementIds })
  const hasPrompt = statementIds.length > 0 || answer.intent === 'help'
  const last = [
    ...(hasPrompt ? [askMe] : []),
    ...(keeping ? [keeping.button] : []),
    ...(support.isHrReached && tellsOfTrouble(answer) ? [button(texts(locale, 'hr.title'), 'hr.write')] : []),
  ]
  return [...questions(answer, view).slice(0, mostButtons - Math.max(1, last.length)), ...last]
}

function questions({ intent, suggestions }: Answer, { texts, locale }: Reader): Button[] {
  if (intent === 'out-of-scope' || intent === 'help') {
    return ['expectations', 'pitfalls', 'situation'].map((key) => askButton(texts(locale, `example.${key}`)))
  }
  return suggestions.map((suggestion) =>
    askButton(suggestionText(texts, locale, suggestion), texts(locale, `${suggestion.key}.title`, suggestion.params)),
  )
}
