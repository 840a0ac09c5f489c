import type { z } from 'zod'
import { requireEveryUnit } from '../../caller/hr-right'
import { localDate } from '../../clock'
import type { WorkbookSheet } from '../../documents/write-workbook'
import { type ListedLeader, listLeaders } from '../../people/roster/list-leaders'
import { faultsOf } from '../../people/roster/review-roster'
import { rolesOfLeaders } from '../../people/roster/role-of-title'
import { type draftIdInput, everyPage, getDraft } from '../../people/roster/roster-draft'
import { told } from '../../texts'
import type { FileOffer } from '../reply'
import type { Turn } from '../turn'

/** The columns as HR knows them, and the roles of the municipality on a sheet of their own. */
export function templateFile({ ctx, reader }: Turn): Promise<Buffer> {
  requireEveryUnit(ctx)
  const { library, locale, texts, home } = reader
  const t = (key: string) => texts(locale, `leaders.${key}`)
  const frameworks = library.frameworks.filter(({ slug }) => home === null || slug === home)
  const roles = frameworks.flatMap(({ slug, municipality }) =>
    rolesOfLeaders(library, slug).map(({ title }) => [municipality, title]),
  )
  return written([
    { name: t('template.sheet'), head: leaderHead(t), rows: [] },
    { name: t('template.roles'), head: [t('column.framework'), t('column.role')], rows: roles },
  ])
}

/** Those who are on the list and have not yet been in touch. */
export async function waitingFile(turn: Turn): Promise<Buffer> {
  const { texts, locale, library } = turn.reader
  const t = (key: string) => texts(locale, `leaders.${key}`)
  const rowOf = ({ name, addresses, framework, role, unit }: ListedLeader) => [
    name,
    addresses[0] ?? '',
    framework === null ? '' : (library.framework(framework)?.municipality ?? framework),
    framework === null || role === null ? '' : (library.role(framework, role)?.title ?? role),
    unit ?? '',
  ]
  const waiting = await waitingLeaders(turn)
  return written([{ name: t('waitingFile.sheet'), head: leaderHead(t), rows: waiting.map(rowOf) }])
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

/** Asks whether a list may be put in the OneDrive of one of HR. @param key of the texts of its name and what it is */
export function sheetOffer(
  { ctx, leader, reader }: Turn,
  key: string,
  bytes: Buffer,
  context: { readonly what: string; readonly draftId?: string },
  n = 0,
): FileOffer {
  const params = { n, date: localDate(ctx.clock.now(), leader.timeZone) }
  return {
    name: reader.texts(reader.locale, `${key}.fileName`, params),
    description: reader.texts(reader.locale, `${key}.description`, params),
    sizeInBytes: bytes.length,
    acceptContext: context,
    declineContext: { what: context.what },
  }
}

function leaderHead(t: (key: string) => string): string[] {
  return ['name', 'email', 'framework', 'role', 'unit'].map((column) => t(`column.${column}`))
}

/** Loaded only when used. */
async function written(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const { writeWorkbook } = await import('../../documents/write-workbook.js')
  return writeWorkbook(sheets)
}
