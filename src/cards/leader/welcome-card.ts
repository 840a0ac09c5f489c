import { button, primary, withoutInputs } from '../kit/button'
import { escapeMarkdown, inert } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { languageButton } from './language-button'
import { municipalityChoices } from './municipality-card'
import type { Processing } from './privacy-card'
import { roleChoices } from './role-card'

export interface WelcomeView extends Reader {
  /** The municipality chosen before, as a slug. */
  readonly framework?: string | null
  readonly processing: Processing
  /** The one that everybody here works for, as a slug: then only the role is asked for. */
  readonly municipality?: string | null
}

/** Who Pejling is, what it keeps, and the choice of municipality, or of a role where there is but one. */
export function welcomeCard(view: WelcomeView): CardContent {
  const { texts, locale, processing } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const more = processingLine(processing, t)
  const { next, label, ...choice } = roleChoice(view) ?? municipalityChoice(view)
  return {
    name: 'welcome-card',
    data: {
      lang: locale,
      title: t('welcome.title'),
      who: t('welcome.who'),
      privacy: t('welcome.privacy'),
      more: escapeMarkdown(more),
      label,
      ...choice,
      actions: [
        primary(next),
        withoutInputs(button(t('welcome.skip'), 'profile.skip')),
        languageButton(texts, locale, { from: 'welcome' }),
        withoutInputs(button(t('privacy.title'), 'privacy.show')),
      ],
      fallbackText: t('card.fallback', { title: t('welcome.title') }),
      speak: inert(`${t('welcome.title')}. ${t('welcome.who')} ${t('welcome.privacy')} ${more}`),
    },
    summary: t('welcome.summary', { question: label }),
  }
}

function municipalityChoice(view: WelcomeView) {
  const t = (key: string) => view.texts(view.locale, key)
  return {
    ...municipalityChoices(view),
    style: 'compact',
    isRequired: true,
    next: button(t('welcome.continue'), 'profile.choose'),
  }
}

function roleChoice({ library, texts, locale, municipality }: WelcomeView) {
  const framework = library.framework(municipality ?? '')
  if (!framework) return undefined
  const label = texts(locale, 'role.labelIn', { municipality: inert(framework.municipality) })
  return {
    ...roleChoices({ texts, locale, framework }),
    label,
    placeholder: '',
    style: 'expanded',
    isRequired: false,
    next: button(texts(locale, 'role.save'), 'profile.save', { framework: framework.slug }),
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
