import type { Library } from '../../framework/library'
import type { Locale, Texts } from '../../texts'

export interface Reader {
  readonly library: Library
  readonly texts: Texts
  readonly locale: Locale
}

export function nameOf(library: Library, slug: string): string {
  return library.framework(slug)?.name ?? slug
}
