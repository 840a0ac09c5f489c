import { enumerate } from '../../texts'
import { button, destructive, withoutInputs } from '../kit/button'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'

/** What the configuration says of the processing: as the municipality has written it, and each text may be empty. */
export interface Processing {
  readonly controller: string
  readonly dpo: string
  readonly legalBasis: string
  readonly contact: string
  /** Who processes for the municipality, and what leaves the EU. */
  readonly processors: string
  /** What has been settled with the archives about destruction. */
  readonly archive: string
  readonly retentionMonths: number
  readonly profileMonths: number
}

export interface PrivacyView extends SheetReader {
  readonly processing: Processing
  /** The buttons lead to what is the reader's own. */
  readonly isPersonal: boolean
  readonly hasHelpDesk: boolean
}

/** What GDPR article 13 asks to be told: who is responsible, purpose, basis, what, who, how long, whom to ask, rights. */
export function privacyCard({ processing, isPersonal, hasHelpDesk, ...reader }: PrivacyView) {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const { controller, dpo, legalBasis, contact, processors, archive, retentionMonths, profileMonths } = processing
  const part = (heading: string, ...lines: readonly string[]) => ({ heading: t(heading), text: lines.join('\n') })
  const withHelp = (key: string) => (hasHelpDesk ? [t(key)] : [])
  return sheetCard(reader, {
    title: t('privacy.title'),
    text: t('privacy.text'),
    sections: [
      // What most come for, also by asking what HR can see.
      part('privacy.readers', t('privacy.readersText'), ...withHelp('privacy.readersHelp'), t('privacy.readersOther')),
      part('privacy.purpose', t('privacy.purposeText')),
      part(
        'privacy.controller',
        controller || t('privacy.noController'),
        dpo === '' ? t('privacy.noDpo') : t('privacy.dpo', { dpo }),
      ),
      part('privacy.basis', legalBasis || t('privacy.noBasis')),
      part('privacy.stored', t('privacy.storedText'), ...withHelp('privacy.storedHelp'), t('privacy.notStored')),
      part('privacy.source', t('privacy.sourceText')),
      part('privacy.processors', processors || t('privacy.noProcessors')),
      part('privacy.time', t('privacy.timeText', { months: retentionMonths, profileMonths })),
      part('privacy.access', t('privacy.accessText'), ...(archive === '' ? [] : [archive])),
      part('privacy.ai', t('privacy.aiText')),
      part('privacy.contact', contact || t('privacy.noContact')),
      part('privacy.rights', t('privacy.rightsText')),
    ],
    buttons: isPersonal
      ? [withoutInputs(button(t('data.show'), 'data.show')), withoutInputs(button(t('data.erase'), 'data.askErase'))]
      : [],
  })
}

export interface EraseView extends SheetReader {
  /** Prompts that were answered. */
  readonly reflections: number
  readonly messages: number
  /** Given in threads. */
  readonly answers: number
}

/** Asks once before everything goes, and says what there is of it. */
export function eraseCard({ reflections, messages, answers, ...reader }: EraseView): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const counted = Object.entries({ reflections, messages, answers })
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => t(`data.ask.${kind}.${n === 1 ? 'one' : 'many'}`, { n }))
  const what = enumerate(reader.locale, [t('data.ask.profile'), t('data.ask.address'), ...counted])
  return sheetCard(reader, {
    title: t('data.ask.title'),
    text: t('data.ask.text', { what }),
    buttons: [button(t('data.ask.keep'), 'data.keep'), destructive(button(t('data.ask.erase'), 'data.erase'))],
  })
}
