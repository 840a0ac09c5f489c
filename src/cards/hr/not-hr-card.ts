import { button } from '../kit/button'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { type HrAccessView, howToGetAccess } from './hr-access-card'

/** Tells somebody without access what HR can do, what HR cannot see, and who can give it to them. */
export function notHrCard(view: Pick<HrAccessView, 'access' | 'id' | 'texts' | 'locale'>): CardContent {
  const t = (key: string) => view.texts(view.locale, key)
  return sheetCard(view, {
    title: t('access.refused.title'),
    text: [t('access.refused.text'), howToGetAccess(view)].join('\n'),
    buttons: [button(t('access.refused.privacy'), 'privacy.show')],
  })
}
