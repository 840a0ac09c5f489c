import { nameOf, type Reader } from '../kit/reader'
import { roleInSentence } from './role-phrase'
import { suggestionText } from './suggestion-text'

/** The question that brings a role's list in a framework, as if it were typed. Without a role of its own, that of all leaders. */
export function listQuestion(
  { library, texts, locale }: Reader,
  { framework, role }: { readonly framework: string; readonly role: string | null },
  wanted: 'expectations' | 'pitfalls',
): string {
  const known = role ? library.role(framework, role) : undefined
  const title = known && known.level !== null ? roleInSentence(known.title) : ''
  const params = { framework: nameOf(library, framework), role: title }
  return suggestionText(texts, locale, { key: `suggest.${wanted}${title === '' ? 'Common' : ''}`, params })
}
