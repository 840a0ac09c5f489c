export const intents = [
  'expectations',
  'pitfalls',
  'definition',
  'values',
  'compare',
  'transition',
  'topic',
  'situation',
  'absent',
  'out-of-scope',
  'help',
] as const

/** What an answer is, in the words of `ask --json`. */
export type Intent = (typeof intents)[number]
