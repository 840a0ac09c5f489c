import type { Library } from '../../framework/library'
import { enumerate, type Locale } from '../../texts'

/** The municipalities whose frameworks are here, as a sentence lists them. */
export function namesOf({ frameworks }: Library, locale: Locale): string {
  return enumerate(
    locale,
    frameworks.map(({ name }) => name),
  )
}
