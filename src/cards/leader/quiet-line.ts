import type { CarePeople } from '../../care/care-people'
import type { Locale, Texts } from '../../texts'

/**
 * Below every answer to somebody who tells of a situation: whom to talk to, where it is more than a point can help with.
 * @param isUneasy something they told may speak of trouble: then 112 is named too
 */
export function quietLine(texts: Texts, locale: Locale, { who }: Pick<CarePeople, 'who'>, isUneasy = false): string {
  const key = isUneasy ? 'care.quiet.uneasy' : 'care.quiet'
  return texts(locale, key, { who: who?.[locale] ?? texts(locale, 'care.who') })
}
