import { askButton, type Button, button } from '../kit/button'
import { escapeMarkdown, inert } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { languageButton } from './language-button'

export interface ProfileView extends Reader {
  /** Slugs; null where nothing is chosen. */
  readonly framework: string | null
  readonly role: string | null
  /** The one that everybody here works for, as a slug; null where there are several. */
  readonly municipality: string | null
  /** That prompts are kept away, and when, in words. */
  readonly pause?: string | undefined
}

/** What Pejling goes by when it answers, and how to change it. */
export function profileCard(view: ProfileView): CardContent {
  const { library, texts, locale, framework, role, pause } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const name = framework ? library.framework(framework)?.municipality : undefined
  const title = framework && role ? library.role(framework, role)?.title : undefined
  const facts = [
    { title: t('profile.municipality'), value: escapeMarkdown(name ?? t('profile.noMunicipality')) },
    { title: t('profile.role'), value: escapeMarkdown(title ?? t('profile.noRole')) },
    { title: t('profile.language'), value: t('profile.languageName') },
    ...(pause === undefined ? [] : [{ title: t('pause.prompts'), value: pause }]),
  ]
  return {
    name: 'profile-card',
    data: {
      lang: locale,
      title: t('profile.title'),
      text: t('profile.text'),
      facts,
      actions: [askButton(t('profile.ask')), ...changeButtons(view), languageButton(texts, locale)],
      fallbackText: t('card.fallback', { title: t('profile.title') }),
      speak: [t('profile.title'), ...facts.map((fact) => `${fact.title}: ${fact.value}`)].join('. '),
    },
    summary: t('profile.title'),
  }
}

/** Another role in the same municipality, and another municipality: the one everybody works for, where it is not that already. */
function changeButtons({ library, texts, locale, framework, role, municipality }: ProfileView): Button[] {
  const known = library.framework(framework ?? '')
  const home = library.framework(municipality ?? '')
  const roleKey = role === null ? 'profile.chooseRole' : 'profile.changeRole'
  return [
    ...(known ? [button(texts(locale, roleKey), 'profile.choose', { framework: known.slug })] : []),
    ...(home && home !== known
      ? [
          button(texts(locale, 'profile.goHome', { municipality: inert(home.municipality) }), 'profile.choose', {
            framework: home.slug,
          }),
        ]
      : []),
    ...(home ? [] : [button(texts(locale, 'profile.changeMunicipality'), 'profile.show')]),
  ]
}
