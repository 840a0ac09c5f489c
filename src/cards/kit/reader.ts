import type { Library } from '../../framework/library'
import type { Locale, Texts } from '../../texts'

/** Who reads a card. */
export interface Reader {
  readonly library: Library
  readonly texts: Texts
  readonly locale: Locale
  /** IANA zone in which dates and times are told. */
  readonly timeZone: string
  /** The slug of the municipality whose name the reader need not be told; null where none is known. */
  readonly home: string | null
}

/** What depends on the person and not on the program. */
export interface ReadingPerson {
  readonly locale: Locale
  readonly timeZone: string
  readonly framework?: string | null
  /** The one that everybody here works for, as the configuration says. */
  readonly municipality?: string | null
}

/** A reader in the same program: another leader, or everybody in a channel, who read in the configuration's language and zone. */
export function readerFor({ library, texts }: Pick<Reader, 'library' | 'texts'>, person: ReadingPerson): Reader {
  const { locale, timeZone, framework, municipality } = person
  return { library, texts, locale, timeZone, home: framework ?? municipality ?? null }
}

export function nameOf(library: Library, slug: string): string {
  return library.framework(slug)?.name ?? slug
}
