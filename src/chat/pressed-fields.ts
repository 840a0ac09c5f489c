/** What came with a press: texts, from the button and from the fields. */
export type PressedFields = Readonly<Record<string, string>>

/** Whether something of the person's own came: words, or how well it goes. */
export function isTyped({ text = '', scale = '' }: PressedFields): boolean {
  return text !== '' || (scale !== '' && scale !== '0')
}
