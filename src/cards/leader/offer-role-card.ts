import { button, primary } from '../kit/button'
import { noticeCard } from '../kit/notice-card'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'

/** Asks whether to remember a role, which makes it the profile. @param told slugs, as the leader said it */
export function offerRoleCard(
  { library, texts, locale }: Reader,
  told: { readonly framework: string; readonly role: string; readonly isNew?: boolean },
): CardContent {
  const t = (key: string, params = {}) => texts(locale, key, params)
  const municipality = library.framework(told.framework)?.municipality ?? told.framework
  const role = library.role(told.framework, told.role)?.title ?? told.role
  return noticeCard({
    locale,
    title: t('offerRole.title'),
    text: t('offerRole.text', { role, municipality }),
    buttons: [
      primary(
        button(t('offerRole.yes'), 'profile.save', {
          framework: told.framework,
          role: told.role,
          ...(told.isNew && { isNew: 'yes' }),
        }),
      ),
      button(t('offerRole.no'), 'profile.skip'),
    ],
  })
}
