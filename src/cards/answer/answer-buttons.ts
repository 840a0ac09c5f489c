import type { Answer } from '../../answers/answer'
import { askButton, type Button, button, mostButtons } from '../kit/button'
import type { Reader } from '../kit/reader'
import { suggestionText } from './suggestion-text'
import { type Support, tellsOfTrouble } from './support'

const mostPromptPoints = 5

/** What to do next: the answer's suggestions, or examples for somebody lost, and a prompt about the points shown. */
export function answerButtons(answer: Answer, reader: Reader & { readonly support: Support }): Button[] {
  const { library, texts, locale, support } = reader
  const withPrompt = answer.statements.filter((point) => library.promptsFor(point.id).length > 0)
  const statementIds = withPrompt.slice(0, mostPromptPoints).map((point) => point.id)
  const askMe = button(texts(locale, 'answer.askMe'), 'prompt.request', { statementIds })
  const hasPrompt = statementIds.length > 0 || answer.intent === 'help'
  const last = [
    ...(hasPrompt ? [askMe] : []),
    ...(support.isHrReached && tellsOfTrouble(answer) ? [button(texts(locale, 'hr.title'), 'hr.write')] : []),
  ]
  return [...questions(answer, reader).slice(0, mostButtons - Math.max(1, last.length)), ...last]
}

function questions({ intent, suggestions }: Answer, { texts, locale }: Reader): Button[] {
  if (intent === 'out-of-scope' || intent === 'help') {
    return ['expectations', 'pitfalls', 'situation'].map((key) => askButton(texts(locale, `example.${key}`)))
  }
  return suggestions.map((suggestion) =>
    askButton(suggestionText(texts, locale, suggestion), texts(locale, `${suggestion.key}.title`, suggestion.params)),
  )
}
