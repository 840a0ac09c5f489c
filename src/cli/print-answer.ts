import type { Answer, Section } from '../answers/answer'
import type { Knowledge } from '../answers/knowledge'
import { noteText } from '../cards/answer/note-text'
import type { Locale, Texts } from '../texts'

export interface PrintInput {
  readonly question: string
  readonly answer: Answer
  readonly knowledge: Knowledge
  readonly texts: Texts
  readonly locale: Locale
}

/** An answer as plain text for a terminal, each point with where the official wording stands. */
export function printAnswer({ question, answer, knowledge, texts, locale }: PrintInput): string {
  const { library } = knowledge
  const heading = (section: Section) => {
    const framework = library.framework(section.framework)
    const role = section.role ? (library.role(section.framework, section.role)?.title ?? '') : ''
    return [framework?.municipality ?? section.framework, role].filter((part) => part !== '').join(' · ')
  }
  const lines = [`\n${question}`, `[${answer.intent}]`]
  for (const note of answer.notes) lines.push(noteText(texts, locale, note))
  for (const section of answer.sections) {
    lines.push('', `${heading(section)} (${section.heading})`)
    for (const point of section.points) lines.push(`- ${point.text}`, `    ${point.source}`)
  }
  return `${lines.join('\n')}\n`
}
