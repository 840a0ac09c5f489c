import { nameOf, type Reader } from '../kit/reader'
import { isOneLeader, roleInSentence } from './role-phrase'
import { suggestionText } from './suggestion-text'

/** Whose list it is, as slugs; without a role of its own, that of all leaders. */
interface ListOf {
  readonly framework: string
  readonly role: string | null
}

/** The question that brings a role's list in a framework, as if its leader had typed it. */
export function listQuestion(reader: Reader, of: ListOf, wanted: 'expectations' | 'pitfalls'): string {
  const { texts, locale } = reader
  const params = paramsOf(reader, of)
  return suggestionText(texts, locale, { key: `suggest.${wanted}${params.role === '' ? 'Common' : ''}`, params })
}

/** The same asked by somebody else: "en direktør", and not "mig som direktør", which tells Pejling who is asking. */
export function listQuestionOf(reader: Reader, of: ListOf, wanted: 'expectations' | 'pitfalls'): string {
  const params = paramsOf(reader, of)
  const isOne = params.role !== '' && isOneLeader({ title: params.role, group: false })
  return isOne ? reader.texts(reader.locale, `change.ask.${wanted}`, params) : listQuestion(reader, of, wanted)
}

function paramsOf({ library }: Reader, { framework, role }: ListOf) {
  const known = role ? library.role(framework, role) : undefined
  const title = known && known.level !== null ? roleInSentence(known.title) : ''
  return { framework: nameOf(library, framework), role: title }
}
