import type { PersonalData } from '../../people/export-person'
import { type Leader, leaderSchema } from '../../records/leader'
import { readable } from '../../store/as-stored'
import type { StoredDocument } from '../../store/store'
import { denmarksTimeZone } from '../../time/time-zone'
import { rightInWords } from '../hr/right-in-words'
import { dateAndTime } from '../kit/local-time'
import { packPages } from '../kit/message-pages'
import { escapeMarkdown } from '../kit/plain-text'
import { nameOf, type Reader } from '../kit/reader'
import { pauseInWords } from './pause-card'
import { auditPart, campaignPart, deliveryPart, pagePart } from './personal-data-campaigns'
import { answerPart, hrPart, reflectionPart, rhythmPart, snoozePart } from './personal-data-own'
import { bold, type DataReader, type PersonalDataPart, partOf } from './personal-data-part'
import { awaitedPart, rosterPart } from './personal-data-roster'
import { agreementPart, discussionPart, teamRhythmPart } from './personal-data-together'

/** In this order. What stands in a container without a part, or cannot be read, is counted, and the JSON shows it. */
const parts: readonly (readonly [
  container: string,
  part: (documents: readonly StoredDocument[], reader: DataReader) => PersonalDataPart,
])[] = [
  ['leaders', profilePart],
  ['reflections', reflectionPart],
  ['snoozes', snoozePart],
  ['helpRequests', hrPart],
  ['threadAnswers', answerPart],
  ['discussions', discussionPart],
  ['agreements', agreementPart],
  ['teamRhythms', teamRhythmPart],
  ['campaigns', campaignPart],
  ['deliveries', deliveryPart],
  ['audiencePages', pagePart],
  ['audit', auditPart],
  ['rhythms', rhythmPart],
  ['awaitedLeaders', awaitedPart],
  ['rosterPages', rosterPart],
]

/** A person's data as messages to read, in Markdown. What they wrote is escaped, so that it shows as written. */
export function markdownPages(data: PersonalData, reader: Reader): string[] {
  const [leader] = readable(leaderSchema, data.leaders ?? [])
  const view: DataReader = { ...reader, data, timeZone: leader?.timeZone ?? denmarksTimeZone }
  const told = parts.map(([container, part]) => part(data[container] ?? [], view))
  const others = Object.entries(data).filter(([name]) => parts.every(([container]) => container !== name))
  const count =
    told.reduce((sum, { unread }) => sum + unread, 0) + others.reduce((sum, [, documents]) => sum + documents.length, 0)
  const blocks = told.flatMap((part) => part.blocks)
  const unread =
    count > 0 ? [reader.texts(reader.locale, count === 1 ? 'data.unreadOne' : 'data.unread', { count })] : []
  return packPages([...blocks, ...unread], '\n\n')
}

/** The same as JSON, whole, cut between lines: the pages after each other are one document. */
export function jsonPages(data: PersonalData): string[] {
  // Written another way in JSON, these can neither end the block of code nor mention anybody.
  const json = JSON.stringify(data, null, 2).replaceAll('`', '\\u0060').replaceAll('<', '\\u003c')
  return packPages(json.split('\n'), '\n').map((page) => `\`\`\`json\n${page}\n\`\`\``)
}

function profilePart(documents: readonly StoredDocument[], reader: DataReader): PersonalDataPart {
  return partOf(documents, leaderSchema, (leader) => [profileBlock(leader, reader)])
}

function profileBlock(leader: Leader, reader: Reader): string {
  const { library, texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const when = (at: string) => dateAndTime(locale, leader.timeZone, at)
  const { framework, role, unreachable, conversation } = leader
  const chat = unreachable
    ? t(`data.unreachable.${unreachable.why}`, { when: when(unreachable.at) })
    : t(conversation ? 'data.chatKnown' : 'data.chatUnknown')
  const rows = [
    [t('data.name'), leader.name],
    [t('data.id'), leader.id],
    [t('profile.municipality'), framework ? nameOf(library, framework) : t('profile.noMunicipality')],
    [t('profile.role'), (framework && role && library.role(framework, role)?.title) || t('profile.noRole')],
    [t('data.unit'), leader.unit ?? t('data.noUnit')],
    ...(leader.hrRight
      ? [[t('access.title'), rightInWords(reader, { right: leader.hrRight, isAdministrator: false })]]
      : []),
    ...(leader.addresses ? [[t('data.addresses'), leader.addresses.join(', ')]] : []),
    [t('profile.language'), t('profile.languageName')],
    [t('data.timeZone'), leader.timeZone],
    [t('pause.prompts'), pauseInWords(reader, leader) ?? t('pause.none')],
    ...(leader.heldSince === undefined ? [] : [[t('hold.held.title'), when(leader.heldSince)]]),
    [t('data.since'), when(leader.createdAt)],
    [t('data.changed'), when(leader.updatedAt)],
    [t('data.chat'), chat],
  ]
  const list = rows.map(([name, value]) => `- ${name}: ${escapeMarkdown(value ?? '')}`)
  return [bold(t('data.profile')), list.join('\n')].join('\n\n')
}
