import { inert } from './plain-text'

export interface Choice {
  readonly title: string
  readonly value: string
}

/** A list to choose from, as the templates take it. `value`: what is chosen beforehand, by commas where it is several. */
export interface ChoiceList {
  readonly id: string
  readonly label: string
  readonly error: string
  /** What shows while nothing is chosen, as the name of the empty choice: clients show none for that. */
  readonly placeholder?: string
  readonly value: string
  readonly choices: readonly Choice[]
}

/** The same with everything in it made harmless to show. */
export function choiceList({ label, choices, placeholder = '', ...list }: ChoiceList): Required<ChoiceList> {
  return {
    ...list,
    placeholder: inert(placeholder),
    label: inert(label),
    choices: choices.map(({ title, value }) => ({ title: inert(title), value })),
  }
}
