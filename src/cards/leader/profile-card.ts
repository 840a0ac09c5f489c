import { askButton, button } from '../kit/button'
import { escapeMarkdown } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { languageButton } from './language-button'

export interface ProfileView extends Reader {
  /** Slugs; null where nothing is chosen. */
  readonly framework: string | null
  readonly role: string | null
  /** Whether prompts are kept away, and until when in words. */
  readonly pause?: 'stopped' | { readonly until: string } | undefined
}

/** What Pejling goes by when it answers, and how to change it. */
export function profileCard({ library, texts, locale, framework, role, pause }: ProfileView): CardContent {
  const t = (key: string, params = {}) => texts(locale, key, params)
  const municipality = framework ? library.framework(framework)?.municipality : undefined
  const title = framework && role ? library.role(framework, role)?.title : undefined
  const facts = [
    { title: t('profile.municipality'), value: escapeMarkdown(municipality ?? t('profile.noMunicipality')) },
    { title: t('profile.role'), value: escapeMarkdown(title ?? t('profile.noRole')) },
    { title: t('profile.language'), value: t('profile.languageName') },
    ...(pause
      ? [{ title: t('pause.prompts'), value: pause === 'stopped' ? t('pause.stopped.short') : t('pause.until', pause) }]
      : []),
  ]
  return {
    name: 'profile-card',
    data: {
      lang: locale,
      title: t('profile.title'),
      text: t('profile.text'),
      facts,
      actions: [
        askButton(t('profile.ask')),
        button(t('profile.change'), 'profile.show'),
        languageButton(texts, locale),
      ],
      fallbackText: t('card.fallback', { title: t('profile.title') }),
      speak: [t('profile.title'), ...facts.map((fact) => `${fact.title}: ${fact.value}`)].join('. '),
    },
    summary: t('profile.title'),
  }
}
