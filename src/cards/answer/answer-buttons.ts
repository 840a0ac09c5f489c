import { askButton, type Button, button, mostButtons, withoutInputs } from '../kit/button'
import { aboutAnswer } from './about-answer'
import type { AnswerView } from './answer-view'
import { suggestionText } from './suggestion-text'
import { tellsOfTrouble } from './support'
import { talkButtons } from './talk-buttons'

const mostPromptPoints = 5

/** What to do next, in the order of the card. What answers what was said goes before what only goes on. @param most buttons there is room for */
export function answerButtons(view: AnswerView, most = mostButtons): Button[] {
  const { answer, keeping } = view
  const onlyHere = [...(keeping ? [keeping.button] : []), ...changeButton(view), ...hrButton(view), ...missButton(view)]
  const room = Math.max(0, most - onlyHere.length)
  if (answer.talk !== null) return [...talkButtons(view).slice(0, room), ...onlyHere]
  const askMe = promptButton(view).slice(0, room)
  // Where nothing was found, what may have been meant goes before a question to think over.
  const rest = answer.intent === 'absent' ? room : room - askMe.length
  return [...[...suggestions(view).slice(0, rest), ...askMe].slice(0, room), ...onlyHere].slice(0, most)
}

/** Says what was wrong. Not below the list of what Pejling can do, which answers nothing. */
export function missButton({ answer, texts, locale, isPersonal }: AnswerView): Button[] {
  if (!isPersonal || answer.talk === 'about-use') return []
  return [withoutInputs(button(texts(locale, 'miss.button'), 'miss.ask', { ...aboutAnswer(answer) }))]
}

function suggestions({ answer, texts, locale }: AnswerView): Button[] {
  return answer.suggestions.map((suggestion) =>
    askButton(suggestionText(texts, locale, suggestion), texts(locale, `${suggestion.key}.title`, suggestion.params)),
  )
}

/** A question to think over: on the points shown, or any where nothing was found. */
function promptButton({ answer, library, texts, locale, isPersonal }: AnswerView): Button[] {
  const withPrompt = answer.statements.filter((point) => library.promptsFor(point.id).length > 0)
  const statementIds = withPrompt.slice(0, mostPromptPoints).map((point) => point.id)
  if (statementIds.length === 0 && answer.intent !== 'absent') return []
  return [button(texts(locale, isPersonal ? 'answer.askMe' : 'answer.askUs'), 'prompt.request', { statementIds })]
}

/** Where something was taken for granted, a way to say what was meant. */
function changeButton({ answer: { readAs, sections }, texts, locale }: AnswerView): Button[] {
  if (!readAs || sections.length === 0) return []
  const [framework = ''] = readAs.frameworks
  const [role = ''] = readAs.roles
  return [button(texts(locale, 'change.button'), 'ask.change', { framework, role, kind: readAs.kind ?? '' })]
}

/** A person, for somebody in trouble and for what no framework answers. */
function hrButton({ answer, support, texts, locale, isPersonal }: AnswerView): Button[] {
  const isSought = tellsOfTrouble(answer) || answer.intent === 'absent'
  return support.isHrReached && isPersonal && isSought ? [button(texts(locale, 'hr.title'), 'hr.write')] : []
}
