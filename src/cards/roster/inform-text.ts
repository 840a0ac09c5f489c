import type { Config } from '../../config/config'
import { escapeMarkdown } from '../kit/plain-text'
import type { SheetReader } from '../kit/sheet-card'

type Informing = Pick<Config, 'retentionMonths' | 'legalBasis' | 'controller' | 'dpo' | 'contact'>

/** What leaders are to be told when HR brings data about them (GDPR art. 14), as a text to send on. What is not set is left out. */
export function informText({ texts, locale }: SheetReader, config: Informing): string {
  const t = (key: string, params = {}) => texts(locale, `leaders.inform.${key}`, params)
  const set = (key: string, name: string, value: string) =>
    value === '' ? [] : [t(key, { [name]: escapeMarkdown(value) })]
  return [
    t('head'),
    t('what'),
    t('private'),
    t('data'),
    t('kept', { months: config.retentionMonths }),
    t('rights'),
    ...set('controller', 'controller', config.controller),
    ...set('basis', 'basis', config.legalBasis),
    ...set('dpo', 'dpo', config.dpo),
    ...set('contact', 'contact', config.contact),
  ].join('\n\n')
}
