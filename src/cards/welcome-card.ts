import type { Reader } from './answer-title'
import { button, primary, withoutInputs } from './button'
import { languageButton } from './language-button'
import { inert } from './plain-text'
import type { CardContent } from './render'

export interface WelcomeView extends Reader {
  /** The municipality chosen before, as a slug. */
  readonly framework?: string | null
}

/** Who Pejling is, what it keeps, and the choice of municipality. */
export function welcomeCard({ library, texts, locale, framework }: WelcomeView): CardContent {
  const t = (key: string, params = {}) => texts(locale, key, params)
  const choices = library.frameworks.map(({ slug, municipality }) => ({ title: inert(municipality), value: slug }))
  return {
    name: 'welcome-card',
    data: {
      lang: locale,
      title: t('welcome.title'),
      who: t('welcome.who'),
      privacy: t('welcome.privacy'),
      label: t('welcome.framework.label'),
      placeholder: t('welcome.framework.placeholder'),
      error: t('welcome.framework.error'),
      chosen: choices.some(({ value }) => value === framework) ? framework : '',
      choices: choices.toSorted((a, b) => a.title.localeCompare(b.title, 'da')),
      actions: [
        primary(button(t('welcome.continue'), 'profile.choose')),
        withoutInputs(button(t('welcome.skip'), 'profile.skip')),
        languageButton(texts, locale),
        withoutInputs(button(t('privacy.title'), 'privacy.show')),
      ],
      fallbackText: t('card.fallback', { title: t('welcome.title') }),
      speak: `${t('welcome.title')}. ${t('welcome.who')} ${t('welcome.privacy')}`,
    },
    summary: t('welcome.summary'),
  }
}
