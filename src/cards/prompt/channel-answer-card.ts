import { button, primary, withoutInputs } from '../kit/button'
import { noticeCard } from '../kit/notice-card'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'

/** A member's answer, as everybody in the thread sees it. Its writer can edit it or have it deleted. @param name may be empty */
export function channelAnswerCard(
  { texts, locale }: SheetReader,
  { name, answerId, text }: { readonly name: string; readonly answerId: string; readonly text: string },
): CardContent {
  const key = name === '' ? 'channelPrompt.postedNameless' : 'channelPrompt.posted'
  return noticeCard({
    locale,
    title: texts(locale, key, { name }),
    text,
    buttons: [
      button(texts(locale, 'channelAnswer.edit'), 'channel.edit', { answerId, text }),
      button(texts(locale, 'channelAnswer.remove'), 'channel.remove', { answerId }),
    ],
  })
}

/** The same to be edited. */
export function answerFormCard({ texts, locale }: SheetReader, answerId: string, text: string): CardContent {
  const t = (key: string) => texts(locale, key)
  return sheetCard(
    { texts, locale },
    {
      title: t('channelAnswer.form'),
      text: '',
      field: {
        label: t('channelPrompt.label'),
        placeholder: t('channelPrompt.placeholder'),
        error: t('channelPrompt.fault.empty'),
        value: text,
      },
      buttons: [
        primary(button(t('channelAnswer.save'), 'channel.change', { answerId })),
        withoutInputs(button(t('channelAnswer.leave'), 'channel.leave', { answerId, text })),
      ],
    },
  )
}
