import { partnerKey, type TalkPartner } from '../../answers/expectations/talk-partners'
import { button, primary } from '../kit/button'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'

/** Asks whom the talk is with. @param lead what is said first, in place of what the talk is @param chosen chosen beforehand */
export function talkPartnerCard(
  reader: Reader,
  partners: readonly TalkPartner[],
  {
    lead = [],
    chosen = partners[0],
  }: { readonly lead?: readonly string[]; readonly chosen?: TalkPartner | undefined } = {},
): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const name = ({ whom, title }: TalkPartner) =>
    title === undefined ? t(`expect.with.common.${whom}`) : t(`expect.with.${whom}`, { role: title })
  return sheetCard(reader, {
    title: t('expect.with.title'),
    text: (lead.length > 0 ? lead : [t('expect.with.text')]).join('\n'),
    choice: {
      id: 'withRole',
      label: t('expect.with.label'),
      error: t('expect.with.error'),
      value: chosen ? partnerKey(chosen) : '',
      choices: partners.map((partner) => ({ title: name(partner), value: partnerKey(partner) })),
    },
    buttons: [primary(button(t('expect.with.next'), 'expect.pick'))],
  })
}
