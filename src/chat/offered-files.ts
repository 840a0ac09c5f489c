import { z } from 'zod'
import { unreachedInput } from '../campaigns/verbs/list-unreached'
import { seasonInput } from '../campaigns/verbs/show-season'
import { talkFileCard } from '../cards/expectations/talk-file-card'
import { lusFailedCard } from '../cards/journal/lus-card'
import { notice } from '../cards/kit/notice-card'
import type { CardContent } from '../cards/kit/render'
import { calendarType } from '../documents/write-calendar'
import { AppError } from '../errors'
import { reflectionIdInput } from '../journal/change-reflection'
import { chosenInput, prepareLus } from '../journal/prepare-lus'
import { showReflection } from '../journal/show-reflection'
import { draftIdInput } from '../people/roster/roster-draft'
import { kitInput, meetingContext, meetingFile } from './channel/prepare-meeting'
import { talkContext, talkFile } from './expectations/talk-file'
import { faultsFile, templateFile, waitingFile } from './hr/leader-files'
import { logFile } from './hr/log'
import { seasonFile, seasonPage, unreachedFile } from './hr/season'
import { lusContext, lusFile } from './journal/lus'
import type { Turn } from './turn'

/** Every file that is offered, by what it is. */
export const offeredNames = [
  lusContext,
  talkContext,
  'leaders-template',
  'leaders-waiting',
  'roster-faults',
  'hr-log',
  'season',
  'season-page',
  'unreached',
  meetingContext,
] as const

/** What an offer is remembered by, while Teams asks whether the file may be put in somebody's OneDrive: ids of ours and nothing else. */
export const offeredSchema = z.discriminatedUnion('what', [
  chosenInput.extend({ what: z.literal(lusContext) }),
  reflectionIdInput.extend({ what: z.literal(talkContext) }),
  z.object({ what: z.literal('leaders-template') }),
  z.object({ what: z.literal('leaders-waiting') }),
  draftIdInput.extend({ what: z.literal('roster-faults') }),
  z.object({ what: z.literal('hr-log') }),
  z.object({ what: z.literal('season') }),
  seasonInput.extend({ what: z.literal('season-page') }),
  unreachedInput.extend({ what: z.literal('unreached') }),
  kitInput.extend({ what: z.literal(meetingContext) }),
])
export type FileContext = z.infer<typeof offeredSchema>

/** A file that is made again now that it may be handed over, as things stand then. */
export interface MadeFile {
  readonly bytes: Buffer
  readonly contentType: string
  /** Shown where it did not get there. */
  readonly failed: CardContent
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** @throws what the verb throws that makes it, such as for somebody who may no longer have it */
export async function makeOffered(turn: Turn, offered: FileContext): Promise<MadeFile> {
  const sheet = (bytes: Buffer): MadeFile => {
    return { bytes, contentType: excelType, failed: notice(turn.reader, 'leaders.file.failed') }
  }
  switch (offered.what) {
    case 'lus': {
      const lus = await prepareLus(turn.ctx, turn.leader, offered)
      return { bytes: await lusFile(turn, lus), contentType: wordType, failed: lusFailedCard(turn.reader, lus.keys) }
    }
    case 'talk': {
      const { talk, id } = await showReflection(turn.ctx, offered)
      if (!talk) throw new AppError('not-found', 'The page of the talk is gone', { say: { key: 'expect.page.gone' } })
      return {
        bytes: await talkFile(turn, talk),
        contentType: wordType,
        failed: talkFileCard(turn.reader, id, 'failed'),
      }
    }
    case 'leaders-template':
      return sheet(await templateFile(turn))
    case 'leaders-waiting':
      return sheet(await waitingFile(turn))
    case 'roster-faults':
      return sheet(await faultsFile(turn, offered))
    case 'hr-log':
      return sheet(await logFile(turn))
    case 'season':
      return { ...sheet(await seasonFile(turn)), contentType: calendarType }
    case 'season-page':
      return { ...sheet(await seasonPage(turn, offered)), contentType: wordType }
    case 'unreached':
      return sheet(await unreachedFile(turn, offered))
    case 'meeting': {
      const failed = notice(turn.reader, 'meeting.failed')
      return { bytes: await meetingFile(turn, offered), contentType: wordType, failed }
    }
  }
}

/** What is said where it was not wanted. */
export function declinedCard({ reader }: Turn, what: FileContext['what'] | undefined): CardContent {
  if (what === talkContext) return notice(reader, 'expect.declined')
  if (what === meetingContext) return notice(reader, 'meeting.declined')
  return notice(reader, what === undefined || what === lusContext ? 'lusDeclined' : 'leaders.file.declined')
}
