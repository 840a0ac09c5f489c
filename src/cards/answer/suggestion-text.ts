import type { Suggestion } from '../../answers/answer'
import type { Locale, Texts } from '../../texts'
import { isOneLeader } from './role-phrase'

/** Says a suggestion in the reader's language: a question as the leader could have typed it. */
export function suggestionText(texts: Texts, locale: Locale, { key, params }: Suggestion): string {
  const role = String(params.role ?? '')
  // "Som chefer" is no Danish: a group's title is asked about, not spoken as.
  const isSpokenAs = role === '' || isOneLeader({ title: role, group: false })
  return texts(locale, isSpokenAs ? key : `${key}Of`, params)
}
