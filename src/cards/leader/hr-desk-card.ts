import type { HrRequest } from '../../records/hr-request'
import { button, primary, withoutInputs } from '../kit/button'
import { dateAndTime } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'

/** A leader's request as HR sees it in its own conversation: name, message, what has been answered, and what can be done. */
export function hrDeskCard(reader: Reader, request: HrRequest): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const { id, state, answers, handlerName } = request
  const name = request.name || t('hr.noName')
  const isOpen = state !== 'closed'
  const last = answers.at(-1)
  const hasFailed = last !== undefined && last.delivery !== 'sent'
  const data = { requestId: id, answer: String(answers.length) }
  return sheetCard(reader, {
    title: t('desk.title', { name }),
    text: state !== 'new' && handlerName ? t(`desk.state.${state}By`, { name: handlerName }) : t(`desk.state.${state}`),
    sections: [
      { heading: t('desk.message'), text: request.text },
      ...answers.map((answer) => ({
        heading: t(`desk.answer.${answer.delivery}`, { when: dateAndTime(reader.locale, reader.timeZone, answer.at) }),
        text: answer.text,
      })),
    ],
    ...(isOpen && {
      field: { label: t('desk.label', { name }), placeholder: t('desk.placeholder'), error: t('desk.error') },
    }),
    buttons: [
      ...(isOpen ? [primary(button(t('desk.answer'), 'desk.answer', data))] : []),
      ...(state === 'new' ? [withoutInputs(button(t('desk.take'), 'desk.take', { requestId: id }))] : []),
      ...(hasFailed
        ? [
            withoutInputs(
              button(t('desk.resend'), 'desk.resend', { requestId: id, answer: String(answers.length - 1) }),
            ),
          ]
        : []),
      ...(isOpen ? [withoutInputs(button(t('desk.close'), 'desk.close', { requestId: id }))] : []),
    ],
  })
}
