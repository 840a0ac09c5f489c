/** What a button can ask the bot to do. The bot's table of actions has a row for each. */
export type Verb =
  | 'ask'
  | 'prompt.request'
  | 'prompt.answer'
  | 'prompt.skip'
  | 'profile.show'
  | 'profile.choose'
  | 'profile.skip'
  | 'profile.save'
  | 'locale.set'
  | 'reflections.list'

export type ActionData = Readonly<Record<string, string | readonly string[]>>

/** A button as the templates take it. */
export interface Button {
  readonly title: string
  readonly verb: Verb
  readonly data: ActionData
  /** For clients without Action.Execute: their Action.Submit carries the verb inside, so that both arrive alike. */
  readonly submitData: ActionData
}

/** Teams folds what comes after into a menu on narrow screens (teams-facts §1). */
export const mostButtons = 4

export function button(title: string, verb: Verb, data: ActionData = {}): Button {
  return { title, verb, data, submitData: { ...data, verb } }
}

/** A button that asks a question as if the leader had typed it. */
export function askButton(question: string): Button {
  return button(question, 'ask', { text: question })
}
