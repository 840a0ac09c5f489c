import { answerStanding } from '../../hr-requests/answer-standing'
import type { HrRequest } from '../../records/hr-request'
import { button, primary, withoutInputs } from '../kit/button'
import { dateAndTime } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'

/** Where a leader writes to HR. @param text what was written before */
export function hrFormCard(reader: SheetReader, text = ''): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t('hr.title'),
    text: t('hr.text'),
    field: { label: t('hr.label'), placeholder: t('hr.placeholder'), error: t('hr.error'), value: text },
    buttons: [primary(button(t('hr.show'), 'hr.preview')), withoutInputs(button(t('hr.cancel'), 'hr.cancel'))],
  })
}

/** Exactly what HR will see. */
export function hrPreviewCard(reader: SheetReader, request: { id: string; name: string; text: string }): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  const { id, name, text } = request
  return sheetCard(reader, {
    title: t('hr.preview.title'),
    text: t('hr.preview.text'),
    sections: [
      { heading: t('hr.name'), text: name || t('hr.noName') },
      { heading: t('hr.message'), text },
    ],
    buttons: [
      primary(button(t('hr.send'), 'hr.send', { requestId: id, text })),
      button(t('hr.edit'), 'hr.write', { text }),
      button(t('hr.cancel'), 'hr.cancel'),
    ],
  })
}

/** How a leader's request stands; `sending` shows as on its way. */
export function hrStateCard(reader: SheetReader, request: HrRequest): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const isSent = request.delivery === 'sent'
  const isClosed = isSent && request.state === 'closed'
  const standing = answerStanding(request)
  const isTaken = request.state === 'taken' && request.handlerName !== ''
  const isWaiting = standing === 'unanswered' && !isClosed
  const data = { requestId: request.id }
  return sheetCard(reader, {
    title: t(isSent ? `hr.state.${request.state}` : `hr.delivery.${request.delivery}`),
    text: [
      ...(isSent && isTaken ? [t('hr.state.takenBy', { name: request.handlerName })] : []),
      t(isSent ? (isWaiting ? 'hr.state.text' : `hr.reply.${standing}`) : `hr.delivery.${request.delivery}Text`),
    ].join('\n'),
    sections: [{ heading: t('hr.message'), text: request.text }],
    buttons: [
      ...(isSent ? [] : [primary(button(t('hr.retry'), 'hr.send', data))]),
      ...(isSent && !isClosed ? [button(t('hr.refresh'), 'hr.status', data)] : []),
      ...(isClosed && standing !== 'answered' ? [button(t('hr.again'), 'hr.write')] : []),
    ],
  })
}

/** Tells in the leader's own chat that no reply is to come. Without what they wrote, so that it never needs to be emptied. */
export function hrClosedCard(reader: Reader, request: HrRequest): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const when = dateAndTime(reader.locale, reader.timeZone, request.createdAt)
  return sheetCard(reader, {
    title: t('hr.state.closed'),
    text: [t('hr.reply.which', { when }), t(`hr.reply.${answerStanding(request)}`)].join('\n'),
    buttons: [button(t('hr.again'), 'hr.write')],
  })
}

/** HR's answer, in the leader's own chat. @param answer which one, from 0 */
export function hrAnswerCard(reader: Reader, request: HrRequest, answer: number): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const { at = '', text = '', byName = '' } = request.answers[answer] ?? {}
  return sheetCard(reader, {
    title: t('hr.answer.title'),
    text: at && dateAndTime(reader.locale, reader.timeZone, at),
    sections: [
      { heading: byName === '' ? t('hr.answer.heading') : t('hr.answer.headingBy', { name: byName }), text },
      { heading: t('hr.answer.yours'), text: request.text },
    ],
    buttons: [button(t('hr.again'), 'hr.write')],
  })
}
