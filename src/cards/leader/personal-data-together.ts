import { type Agreement, agreementSchema, type Discussion, discussionSchema } from '../../records/discussion'
import { teamRhythmSchema } from '../../records/team-rhythm'
import type { StoredDocument } from '../../store/store'
import { dateAndTime } from '../kit/local-time'
import { escapeMarkdown, paragraphs } from '../kit/plain-text'
import { teamRhythmInWords } from '../prompt/team-rhythm-card'
import { type DataReader, headed, type PersonalDataPart, partOf } from './personal-data-part'

/** What the person has written down for all who were there. */
export function agreementPart(documents: readonly StoredDocument[], reader: DataReader): PersonalDataPart {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const block = ({ createdAt, text, who }: Agreement) =>
    [
      t('data.agreement', { when: timeIn(reader, createdAt) }),
      ...paragraphs(text).map((paragraph) => `> ${escapeMarkdown(paragraph)}`),
      ...(who === '' ? [] : [escapeMarkdown(t('agreement.whoLine', { who }))]),
    ].join('\n\n')
  return headed(
    t('data.agreements'),
    partOf(documents, agreementSchema, (agreement) => [block(agreement)]),
  )
}

/** Questions that the person asked for where others were. */
export function discussionPart(documents: readonly StoredDocument[], reader: DataReader): PersonalDataPart {
  const { library, texts, locale } = reader
  const line = ({ createdAt, promptId }: Discussion) => {
    const question = library.prompt(promptId)?.text ?? texts(locale, 'channelPrompt.noQuestion')
    return `- ${escapeMarkdown(`${timeIn(reader, createdAt)}: ${question}`)}`
  }
  return headed(
    texts(locale, 'data.discussions'),
    partOf(documents, discussionSchema, (discussion) => [line(discussion)]),
  )
}

/** Questions that the person has set for all who are there. */
export function teamRhythmPart(documents: readonly StoredDocument[], reader: DataReader): PersonalDataPart {
  const part = partOf(documents, teamRhythmSchema, (rhythm) => [
    `- ${escapeMarkdown(teamRhythmInWords(reader, rhythm))}`,
  ])
  return headed(reader.texts(reader.locale, 'data.teamRhythms'), part)
}

const timeIn = ({ locale, timeZone }: DataReader, at: string) => dateAndTime(locale, timeZone, at)
