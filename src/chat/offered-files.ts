import { z } from 'zod'
import { unreachedInput } from '../campaigns/verbs/list-unreached'
import { lusFailedCard } from '../cards/journal/lus-card'
import { notice } from '../cards/kit/notice-card'
import type { CardContent } from '../cards/kit/render'
import { calendarType } from '../documents/write-calendar'
import { chosenInput, prepareLus } from '../journal/prepare-lus'
import { draftIdInput } from '../people/roster/roster-draft'
import { faultsFile, templateFile, waitingFile } from './hr/leader-files'
import { logFile } from './hr/log'
import { seasonFile, unreachedFile } from './hr/season'
import { lusContext, lusFile } from './journal/lus'
import type { Turn } from './turn'

/** Every file that is offered, by what it is. */
export const offeredNames = [
  lusContext,
  'leaders-template',
  'leaders-waiting',
  'roster-faults',
  'hr-log',
  'season',
  'unreached',
] as const

/** What an offer is remembered by, while Teams asks whether the file may be put in somebody's OneDrive: ids of ours and nothing else. */
export const offeredSchema = z.discriminatedUnion('what', [
  chosenInput.extend({ what: z.literal(lusContext) }),
  z.object({ what: z.literal('leaders-template') }),
  z.object({ what: z.literal('leaders-waiting') }),
  draftIdInput.extend({ what: z.literal('roster-faults') }),
  z.object({ what: z.literal('hr-log') }),
  z.object({ what: z.literal('season') }),
  unreachedInput.extend({ what: z.literal('unreached') }),
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
    case 'unreached':
      return sheet(await unreachedFile(turn, offered))
  }
}

/** What is said where it was not wanted. */
export function declinedCard({ reader }: Turn, what: FileContext['what'] | undefined): CardContent {
  return notice(reader, what === undefined || what === lusContext ? 'lusDeclined' : 'leaders.file.declined')
}
