import type { CarePeople } from '../../care/care-people'
import type { Care } from '../../care/care-words'
import type { Locale, Texts } from '../../texts'
import { button } from '../kit/button'
import { inert, paragraphs } from '../kit/plain-text'
import type { CardContent } from '../kit/render'

export interface CareView {
  readonly locale: Locale
  readonly texts: Texts
  /** `calmed`: somebody says afterwards that it is not so bad. */
  readonly care: Care | 'calmed'
  readonly people: CarePeople
  /** HR has a conversation with the bot. */
  readonly isHrReached: boolean
}

/** What somebody in trouble is met with: a few sentences and people to turn to. Nothing of what they wrote. */
export function careCard({ locale, texts, care, people, isHrReached }: CareView): CardContent {
  const lines = paragraphs([textOf(), ...contacts()].join('\n'))
  return {
    name: 'care-card',
    data: {
      lang: locale,
      lines,
      actions: isHrReached && care !== 'calmed' ? [button(texts(locale, 'hr.title'), 'hr.write')] : [],
      fallbackText: lines.join('\n'),
      speak: inert(lines.join(' ')),
    },
    // What a notification shows of it: others may see the screen.
    summary: texts(locale, 'care.summary'),
  }

  function textOf(): string {
    if (care === 'calmed') return texts(locale, 'care.calmed')
    return people.texts[care]?.[locale] ?? texts(locale, `care.${care}`)
  }

  function contacts(): string[] {
    const those = people.contacts.filter(({ for: kinds }) => care !== 'calmed' && kinds.includes(care))
    const reached = those.map(({ name, reach }) => `${name[locale]}: ${reach}`)
    return reached.length > 0 ? [texts(locale, 'care.people'), ...reached] : []
  }
}
