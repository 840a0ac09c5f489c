import type { Button } from './button'
import { escapeMarkdown } from './plain-text'

/** A button as a line in the card, which leaves the row of buttons to what the card is for. */
export function pressRow({ title, verb, data, submitData }: Button) {
  return { title, verb, data, submitData, text: escapeMarkdown(`${title} ›`) }
}
