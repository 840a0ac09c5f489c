import { button, primary, withoutInputs } from '../kit/button'
import { escapeMarkdown, inert } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { languageButton } from './language-button'
import type { Processing } from './privacy-card'

export interface WelcomeView extends Reader {
  /** The municipality chosen before, as a slug. */
  readonly framework?: string | null
  readonly processing: Processing
}

/** Who Pejling is, what it keeps, and the choice of municipality. */
export function welcomeCard({ library, texts, locale, framework, processing }: WelcomeView): CardContent {
  const t = (key: string, params = {}) => texts(locale, key, params)
  const more = processingLine(processing, t)
  const choices = library.frameworks.map(({ slug, municipality }) => ({ title: inert(municipality), value: slug }))
  return {
    name: 'welcome-card',
    data: {
      lang: locale,
      title: t('welcome.title'),
      who: t('welcome.who'),
      privacy: t('welcome.privacy'),
      more: escapeMarkdown(more),
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
      speak: inert(`${t('welcome.title')}. ${t('welcome.who')} ${t('welcome.privacy')} ${more}`),
    },
    summary: t('welcome.summary'),
  }
}

/** In short what the privacy card tells at length: what for, how long, on what basis, whom to ask. */
function processingLine(
  { legalBasis, contact, retentionMonths }: Processing,
  t: (key: string, params?: Record<string, string | number>) => string,
): string {
  const sentences = [
    t('welcome.purpose', { months: retentionMonths }),
    ...(legalBasis === '' ? [] : [ended(t('welcome.basis', { legalBasis }))]),
    ...(contact === '' ? [] : [ended(t('welcome.contact', { contact }))]),
    t('welcome.more'),
  ]
  return sentences.join(' ')
}

/** What somebody else has written may end in a full stop or not. */
function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
