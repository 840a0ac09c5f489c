import type { Locale, Texts } from '../../texts'
import { type Button, button, withoutInputs } from '../kit/button'

/** Offers the other language, named in that language. @param also the card it stands on, where that is to come back */
export function languageButton(texts: Texts, locale: Locale, also: { readonly from?: 'welcome' } = {}): Button {
  const [key, other] = locale === 'da' ? ['button.english', 'en'] : ['button.danish', 'da']
  return withoutInputs(button(texts(locale, key), 'locale.set', { locale: other, ...also }))
}
