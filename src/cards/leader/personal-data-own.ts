import { z } from 'zod'
import { placeOf } from '../../journal/reading/journal-entry'
import { type ThreadAnswer, threadAnswerSchema } from '../../records/channel'
import { type HrRequest, hrRequestSchema } from '../../records/hr-request'
import { isNote, type Reflection, reflectionSchema, type Snooze, snoozeSchema } from '../../records/reflection'
import { rhythmSchema } from '../../records/rhythm'
import { readable } from '../../store/as-stored'
import type { StoredDocument } from '../../store/store'
import { talkSections } from '../expectations/talk-in-words'
import { areaTitle } from '../journal/area-title'
import { dateAndTime } from '../kit/local-time'
import { escapeMarkdown, paragraphs } from '../kit/plain-text'
import { reflectionQuestion } from '../prompt/reflection-question'
import { rhythmInWords } from '../prompt/rhythm-card'
import { channelName } from '../prompt/share-card'
import { shareLines } from '../prompt/share-lines'
import { thenQuestion } from '../prompt/then-card'
import { bold, type DataReader, headed, type PersonalDataPart, partOf } from './personal-data-part'

export function reflectionPart(documents: readonly StoredDocument[], reader: DataReader): PersonalDataPart {
  const part = partOf(documents, reflectionSchema, (reflection) => [reflectionBlock(reflection, reader)])
  return headed(reader.texts(reader.locale, 'data.reflections'), part)
}

function reflectionBlock(reflection: Reflection, reader: DataReader): string {
  const { text = '', second, scale, area, shownAt, state, answeredAt, snoozedUntil } = reflection
  const t = sayer(reader)
  const when = state === 'snoozed' ? snoozedUntil : answeredAt
  const number = scale === undefined ? [] : [`${t('prompt.scale.label')} ${t(`prompt.scale.${scale}`)}`]
  return [
    ...(isNote(reflection)
      ? [
          bold(
            t(`data.note.${state === 'withdrawn' ? 'withdrawn' : 'kept'}`, { when: timeIn(reader, when ?? shownAt) }),
          ),
        ]
      : [
          bold(t('data.asked', { when: timeIn(reader, shownAt) })),
          escapeMarkdown(reflectionQuestion(reflection, reader)),
          t(`data.state.${state}`, { when: timeIn(reader, when ?? shownAt) }),
        ]),
    ...(area === undefined ? [] : [escapeMarkdown(t('ownNote.inArea', { area: areaTitle(reader, placeOf(area)) }))]),
    ...paragraphs(text).map(quoted),
    ...talkSections(reader, reflection.talk).flatMap(({ heading, text }) => [heading, ...paragraphs(text).map(quoted)]),
    ...number,
    ...(second === undefined
      ? []
      : [escapeMarkdown(thenQuestion(reflection, reader) ?? ''), ...paragraphs(second).map(quoted)]),
    ...shareLines(reader, reflection).map(escapeMarkdown),
  ].join('\n\n')
}

export function snoozePart(documents: readonly StoredDocument[], reader: DataReader): PersonalDataPart {
  const reflections = readable(reflectionSchema, reader.data.reflections ?? [])
  const line = ({ reflectionId, dueAt, kind }: Snooze) => {
    const reflection = reflections.find(({ id }) => id === reflectionId)
    const question = reflection ? reflectionQuestion(reflection, reader) : sayer(reader)('reflections.promptGone')
    const about = kind === 'again' ? `${sayer(reader)('prompt.again.title')} ${question}` : question
    return `- ${escapeMarkdown(`${timeIn(reader, dueAt)}: ${about}`)}`
  }
  return headed(
    sayer(reader)('data.snoozes'),
    partOf(documents, snoozeSchema, (snooze) => [line(snooze)]),
  )
}

export function rhythmPart(documents: readonly StoredDocument[], reader: DataReader): PersonalDataPart {
  const part = partOf(documents, rhythmSchema, (rhythm) => [escapeMarkdown(rhythmInWords(reader, rhythm))])
  return headed(sayer(reader)('rhythm.title'), part)
}

/** Of those that the person handled for HR there is no text here. */
const handledSchema = z.object({ state: hrRequestSchema.shape.state, createdAt: z.iso.datetime() })

export function hrPart(documents: readonly StoredDocument[], reader: DataReader): PersonalDataPart {
  const t = sayer(reader)
  const isOwn = (document: StoredDocument) => 'text' in document
  const own = partOf(documents.filter(isOwn), hrRequestSchema, (request) => requestBlocks(request, reader))
  const handled = partOf(
    documents.filter((document) => !isOwn(document)),
    handledSchema,
    ({ state, createdAt }) => [
      `${t('data.handled', { when: timeIn(reader, createdAt) })}: ${t(`desk.state.${state}`)}`,
    ],
  )
  return { blocks: [...own.blocks, ...handled.blocks], unread: own.unread + handled.unread }
}

function requestBlocks({ createdAt, text, answers, state, delivery }: HrRequest, reader: DataReader): string[] {
  const t = sayer(reader)
  const block = (key: string, at: string, words: string) =>
    [bold(t(key, { when: timeIn(reader, at) })), ...paragraphs(words).map(quoted)].join('\n\n')
  return [
    [
      block('data.request', createdAt, text),
      t(delivery === 'sent' ? `desk.state.${state}` : `hr.delivery.${delivery}`),
    ].join('\n\n'),
    ...answers.map((answer) => block('data.requestAnswer', answer.at, answer.text)),
  ]
}

/** The words of an answer in a thread stand there alone. */
export function answerPart(documents: readonly StoredDocument[], reader: DataReader): PersonalDataPart {
  const t = sayer(reader)
  const line = (answer: ThreadAnswer) => {
    const channel = escapeMarkdown(channelName(reader, { ...answer, name: answer.channelName }))
    const key = `data.answer.${answer.state === 'sent' ? 'sent' : 'unknown'}`
    return t(key, { channel, when: timeIn(reader, answer.createdAt) })
  }
  return headed(
    t('data.answers'),
    partOf(documents, threadAnswerSchema, (answer) => [line(answer)]),
  )
}

const sayer =
  ({ texts, locale }: DataReader) =>
  (key: string, params = {}) =>
    texts(locale, key, params)
const timeIn = ({ locale, timeZone }: DataReader, at: string) => dateAndTime(locale, timeZone, at)
const quoted = (paragraph: string) => `> ${escapeMarkdown(paragraph)}`
