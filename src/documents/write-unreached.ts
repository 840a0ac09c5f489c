import type { Unreached } from '../campaigns/verbs/list-unreached'
import { whyUnreached } from '../cards/campaign/campaign-unreached-card'
import { recipientTitle } from '../cards/campaign/campaign-words'
import type { SheetReader } from '../cards/kit/sheet-card'
import { writeWorkbook } from './write-workbook'

/** Whom one time of a campaign did not reach, and why, as an Excel file. Import this module only when used: its library is large. */
export function writeUnreached(reader: SheetReader, { lines, campaign, occasion }: Unreached): Buffer {
  const t = (key: string) => reader.texts(reader.locale, `campaignUnreached.column.${key}`)
  const rows = lines.map((line) => [
    campaign.name,
    occasion.date,
    recipientTitle(reader, line),
    whyUnreached(reader, line),
  ])
  return writeWorkbook([{ name: t('sheet'), head: ['campaign', 'date', 'name', 'why'].map(t), rows }])
}
