import type { z } from 'zod'
import { requireEveryUnit } from '../../caller/hr-right'
import type { WorkbookSheet } from '../../documents/write-workbook'
import { type ListedLeader, listLeaders } from '../../people/roster/list-leaders'
import { faultsOf } from '../../people/roster/review-roster'
import { rolesOfLeaders } from '../../people/roster/role-of-title'
import { type draftIdInput, everyPage, getDraft } from '../../people/roster/roster-draft'
import { told } from '../../texts'
import { localDate } from '../../time/clock'
import type { FileOffer } from '../reply'
import type { Turn } from '../turn'

/** The columns as HR knows them, and the roles of the municipality on a sheet of their own. */
export function templateFile({ ctx, reader }: Turn): Promise<Buffer> {
  requireEveryUnit(ctx)
  const { library, locale, texts, home } = reader
  const t = (key: string) => texts(locale, key)
  const frameworks = library.frameworks.filter(({ slug }) => home === null || slug === home)
  const roles = frameworks.flatMap(({ slug, municipality }) =>
    rolesOfLeaders(library, slug).map(({ title }) => [municipality, title]),
  )
  return written([
    { name: t('leaders.template.sheet'), head: leaderHead(t), rows: [] },
    { name: t('leaders.template.roles'), head: [t('leaders.column.framework'), t('leaders.column.role')], rows: roles },
  ])
}

/** Those who are on the list and have not yet been in touch. */
export async function waitingFile(turn: Turn): Promise<Buffer> {
  const { texts, locale, library } = turn.reader
  const t = (key: string) => texts(locale, key)
  const rowOf = ({ name, addresses, framework, role, unit }: ListedLeader) => [
    name,
    addresses[0] ?? '',
    framework === null ? '' : (library.framework(framework)?.municipality ?? framework),
    framework === null || role === null ? '' : (library.role(framework, role)?.title ?? role),
    unit ?? '',
  ]
  const waiting = await waitingLeaders(turn)
  return written([{ name: t('leaders.waitingFile.sheet'), head: leaderHead(t), rows: waiting.map(rowOf) }])
}

export async function waitingLeaders({ ctx }: Turn): Promise<readonly ListedLeader[]> {
  return (await listLeaders(ctx)).filter(({ isInTouch }) => !isInTouch)
}

/** Every row of a list that cannot be used, and why. */
export async function faultsFile({ ctx, reader }: Turn, { draftId }: z.infer<typeof draftIdInput>): Promise<Buffer> {
  requireEveryUnit(ctx)
  const { texts, locale } = reader
  const t = (key: string) => texts(locale, key)
  const faults = faultsOf(await everyPage(ctx, await getDraft(ctx, draftId)))
  const rows = faults.map(({ line, name, say }) => [line, name, told(texts, locale, { ...say })])
  const head = [t('leaders.column.row'), t('leaders.column.name'), t('leaders.column.fault')]
  return written([{ name: t('roster.faults.sheet'), head, rows }])
}

/** What a file is called in the offer of it, by the keys of its texts. */
const offerKeys = {
  'leaders-template': { name: 'leaders.template.fileName', description: 'leaders.template.description' },
  'leaders-waiting': { name: 'leaders.waitingFile.fileName', description: 'leaders.waitingFile.description' },
  'hr-log': { name: 'log.fileName', description: 'log.fileText' },
  season: { name: 'season.fileName', description: 'season.fileText' },
  'season-page': { name: 'season.page.fileName', description: 'season.page.fileText' },
  unreached: { name: 'campaignUnreached.fileName', description: 'campaignUnreached.fileText' },
  'roster-faults': { name: 'roster.faults.fileName', description: 'roster.faults.description' },
} as const

interface SheetContext {
  readonly what: keyof typeof offerKeys
  readonly draftId?: string
  readonly occasionId?: string
  readonly whom?: string | undefined
}

/** Asks whether a list may be put in the OneDrive of one of HR. @param n how many are in it */
export function sheetOffer({ ctx, leader, reader }: Turn, context: SheetContext, bytes: Buffer, n = 0): FileOffer {
  const params = { n, date: localDate(ctx.clock.now(), leader.timeZone) }
  const { name, description } = offerKeys[context.what]
  return {
    name: reader.texts(reader.locale, name, params),
    description: reader.texts(reader.locale, description, params),
    sizeInBytes: bytes.length,
    acceptContext: context,
    declineContext: { what: context.what },
  }
}

function leaderHead(t: (key: string) => string): string[] {
  return ['name', 'email', 'framework', 'role', 'unit'].map((column) => t(`leaders.column.${column}`))
}

/** Loaded only when used. */
async function written(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const { writeWorkbook } = await import('../../documents/write-workbook.js')
  return writeWorkbook(sheets)
}
