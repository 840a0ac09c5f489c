import type { CarePeople } from '../../care/care-people'
import type { Locale, Texts } from '../../texts'

/** Below every answer to somebody who tells of a situation: whom to talk to, where it is more than a point can help with. */
export function quietLine(texts: Texts, locale: Locale, { who }: Pick<CarePeople, 'who'>): string {
  return texts(locale, 'care.quiet', { who: who?.[locale] ?? texts(locale, 'care.who') })
}
