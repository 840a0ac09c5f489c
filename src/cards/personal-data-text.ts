import type { PersonalData } from '../people/export-person'
import { readable } from '../store/as-stored'
import {
  type HelpRequest,
  helpRequestSchema,
  type Leader,
  leaderSchema,
  type Reflection,
  reflectionSchema,
} from '../store/containers'
import { type ThreadAnswer, threadAnswerSchema } from '../store/delivery-containers'
import { nameOf, type Reader } from './answer-title'
import { dateAndTime } from './local-time'
import { packPages } from './message-pages'
import { escapeMarkdown, paragraphs } from './plain-text'
import { reflectionQuestion } from './reflection-question'
import { channelName } from './share-card'
import { shareLines } from './share-lines'

/** A person's data as messages to read, in Markdown. What they wrote is escaped, so that it shows as written. */
export function markdownPages(data: PersonalData, reader: Reader): string[] {
  const [leader] = readable(leaderSchema, data.leaders ?? [])
  const timeZone = leader?.timeZone ?? 'Europe/Copenhagen'
  const reflections = readable(reflectionSchema, data.reflections ?? [])
  // Of those that the person handled for HR there is no text here.
  const own = (data.helpRequests ?? []).filter((request) => 'text' in request)
  const requests = readable(helpRequestSchema, own)
  const answers = readable(threadAnswerSchema, data.threadAnswers ?? [])
  const stored = [data.reflections ?? [], own, data.threadAnswers ?? []].flat().length
  const unread = stored - reflections.length - requests.length - answers.length
  const blocks = [
    ...(leader ? [profileBlock(leader, reader)] : []),
    ...reflections.map((reflection) => reflectionBlock(reflection, reader, timeZone)),
    ...requests.flatMap((request) => requestBlocks(request, reader, timeZone)),
    ...answers.map((answer) => answerBlock(answer, reader, timeZone)),
    ...(unread > 0
      ? [reader.texts(reader.locale, unread === 1 ? 'data.unreadOne' : 'data.unread', { count: unread })]
      : []),
  ]
  return packPages(blocks, '\n\n')
}

/** The same as JSON, whole, cut between lines: the pages after each other are one document. */
export function jsonPages(data: PersonalData): string[] {
  // Written another way in JSON, these can neither end the block of code nor mention anybody.
  const json = JSON.stringify(data, null, 2).replaceAll('`', '\\u0060').replaceAll('<', '\\u003c')
  return packPages(json.split('\n'), '\n').map((page) => `\`\`\`json\n${page}\n\`\`\``)
}

function profileBlock(leader: Leader, { library, texts, locale }: Reader): string {
  const t = (key: string, params = {}) => texts(locale, key, params)
  const role = leader.framework && leader.role ? library.role(leader.framework, leader.role)?.title : undefined
  const rows = [
    [t('data.name'), leader.name],
    [t('profile.municipality'), leader.framework ? nameOf(library, leader.framework) : t('profile.noMunicipality')],
    [t('profile.role'), role ?? t('profile.noRole')],
    [t('profile.language'), t('profile.languageName')],
    [t('data.timeZone'), leader.timeZone],
    [t('data.pause'), leader.stopped ? t('pause.stopped.title') : (leader.pausedUntil ?? t('data.noPause'))],
    [t('data.since'), dateAndTime(locale, leader.timeZone, leader.createdAt)],
    [t('data.chat'), t(leader.conversation ? 'data.chatKnown' : 'data.chatUnknown')],
  ]
  return [
    bold(t('data.profile')),
    rows.map(([name, value]) => `- ${name}: ${escapeMarkdown(value ?? '')}`).join('\n'),
  ].join('\n\n')
}

function reflectionBlock(reflection: Reflection, reader: Reader, timeZone: string): string {
  const { text, scale, shownAt, answeredAt } = reflection
  const { texts, locale } = reader
  const when = dateAndTime(locale, timeZone, answeredAt ?? shownAt)
  const number =
    scale === undefined ? [] : [`${texts(locale, 'prompt.scale.label')} ${texts(locale, `prompt.scale.${scale}`)}`]
  const words = paragraphs(text ?? '').map(quoted)
  const answer = words.length + number.length > 0 ? [...words, ...number] : [texts(locale, 'data.unanswered')]
  const shared = shareLines({ texts, locale, timeZone }, reflection).map(escapeMarkdown)
  return [bold(when), escapeMarkdown(reflectionQuestion(reflection, reader)), ...answer, ...shared].join('\n\n')
}

function requestBlocks({ createdAt, text, answers, state }: HelpRequest, { texts, locale }: Reader, timeZone: string) {
  const block = (key: string, at: string, words: string) =>
    [bold(texts(locale, key, { when: dateAndTime(locale, timeZone, at) })), ...paragraphs(words).map(quoted)].join(
      '\n\n',
    )
  return [
    [block('data.request', createdAt, text), texts(locale, `desk.state.${state}`)].join('\n\n'),
    ...answers.map((answer) => block('data.requestAnswer', answer.at, answer.text)),
  ]
}

/** The words of an answer in a thread stand there alone. */
function answerBlock(answer: ThreadAnswer, { texts, locale }: Reader, timeZone: string): string {
  const channel = escapeMarkdown(channelName({ texts, locale }, { ...answer, name: answer.channelName }))
  const when = dateAndTime(locale, timeZone, answer.createdAt)
  return texts(locale, `data.answer.${answer.state === 'sent' ? 'sent' : 'unknown'}`, { channel, when })
}

/** Texts of our own. */
const bold = (words: string) => `**${words}**`
const quoted = (paragraph: string) => `> ${escapeMarkdown(paragraph)}`
