import { button } from '../kit/button'
import type { FootLine } from '../kit/foot-line'
import { nameOf, type Reader } from '../kit/reader'

/** Whose leadership framework is meant where all read along, as slugs; null: nobody has said. */
export interface ChannelPlace {
  readonly framework: string | null
  readonly group: string | null
}

/** "I denne kanal: Skanderborg, Direktionen. Skift": one press changes it. */
export function placeLine({ library, texts, locale }: Reader, { framework, group }: ChannelPlace): FootLine {
  if (framework === null) return { text: '', button: button(texts(locale, 'place.line.choose'), 'place.choose') }
  const groupName = group === null ? '' : (library.role(framework, group)?.title ?? '')
  const key = groupName === '' ? 'place.line' : 'place.line.group'
  return {
    text: texts(locale, key, { name: nameOf(library, framework), group: groupName }),
    button: button(texts(locale, 'place.line.change'), 'place.choose'),
  }
}
