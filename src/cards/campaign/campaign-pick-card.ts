import { button, primary, type Verb, withoutInputs } from '../kit/button'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'
import { shortened } from '../kit/shortened'

export interface CampaignPick {
  /** What is asked for, as its texts are called. */
  readonly name: string
  /** What is done with the one that is chosen. */
  readonly verb: Verb
  /** The newest first, by their ids. */
  readonly choices: readonly { readonly title: string; readonly value: string }[]
}

/** Older ones are found in the list. */
const mostChoices = 50
const mostNameCharacters = 60

/** Which of several campaigns is meant; one press does what was asked for. */
export function campaignPickCard(reader: SheetReader, { name, verb, choices }: CampaignPick): CardContent {
  const { texts, locale } = reader
  const t = (key: string) => texts(locale, key)
  return sheetCard(reader, {
    title: t('campaignPick.title'),
    text: t(`campaignPick.${name}.text`),
    choice: {
      id: 'campaignId',
      label: t('campaigns.choose'),
      error: t('campaigns.chooseError'),
      value: choices[0]?.value ?? '',
      choices: choices
        .slice(0, mostChoices)
        .map(({ title, value }) => ({ title: shortened(title, mostNameCharacters), value })),
    },
    buttons: [
      primary(button(t(`campaignPick.${name}.press`), verb)),
      withoutInputs(button(t('campaignReport.show'), 'campaign.list')),
    ],
  })
}
