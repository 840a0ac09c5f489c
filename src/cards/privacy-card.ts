import { button, withoutInputs } from './button'
import type { CardContent } from './render'
import { type SheetReader, sheetCard } from './sheet-card'

export interface PrivacyView extends SheetReader {
  /** As the municipality has written them; may be empty. */
  readonly legalBasis: string
  readonly contact: string
  readonly retentionMonths: number
  /** The buttons lead to what is the reader's own. */
  readonly isPersonal: boolean
  readonly hasHelpDesk: boolean
}

/** What GDPR article 13 asks to be told: purpose, basis, what, who, how long, whom to ask, rights. */
export function privacyCard({ legalBasis, contact, retentionMonths, isPersonal, hasHelpDesk, ...reader }: PrivacyView) {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  return sheetCard(reader, {
    title: t('privacy.title'),
    text: t('privacy.text'),
    sections: [
      { heading: t('privacy.purpose'), text: t('privacy.purposeText') },
      { heading: t('privacy.basis'), text: legalBasis || t('privacy.noBasis') },
      { heading: t('privacy.stored'), text: t(hasHelpDesk ? 'privacy.storedWithHelp' : 'privacy.storedText') },
      { heading: t('privacy.readers'), text: t(hasHelpDesk ? 'privacy.readersWithHelp' : 'privacy.readersText') },
      { heading: t('privacy.time'), text: t('privacy.timeText', { months: retentionMonths }) },
      { heading: t('privacy.contact'), text: contact || t('privacy.noContact') },
      { heading: t('privacy.rights'), text: t('privacy.rightsText') },
    ],
    buttons: isPersonal
      ? [withoutInputs(button(t('data.show'), 'data.show')), withoutInputs(button(t('data.erase'), 'data.askErase'))]
      : [],
  })
}

export interface EraseView extends SheetReader {
  readonly reflections: number
  readonly helpRequests: number
  /** Given in threads. */
  readonly answers: number
}

/** Asks once before everything goes. */
export function eraseCard({ reflections, helpRequests, answers, ...reader }: EraseView): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  return sheetCard(reader, {
    title: t('data.ask.title'),
    text: t('data.ask.text', { reflections, helpRequests, answers }),
    buttons: [button(t('data.ask.erase'), 'data.erase'), button(t('data.ask.keep'), 'data.keep')],
  })
}
