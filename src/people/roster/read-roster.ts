import type { TitleReader } from '../../answers/reading/read-title'
import { AppError, type Saying } from '../../errors'
import type { Library } from '../../framework/library'
import { isGuid } from '../../guid'
import type { RosterLine, RowFault, ToldColumn } from '../../records/roster'
import { cutText } from '../../text/cut-text'
import { isTimeZone } from '../../time/time-zone'
import { roleOfTitle } from './role-of-title'
import { columnMeant, type RosterColumn } from './roster-columns'
import type { TableRow } from './table-row'

/** What a file says of leaders. */
export interface Roster {
  /** What it tells: of the others it says nothing. */
  readonly columns: readonly ToldColumn[]
  /** Headings of columns that are not used. */
  readonly skipped: readonly string[]
  readonly lines: readonly RosterLine[]
  /** Rows that cannot be used, with every reason. */
  readonly faults: readonly RowFault[]
}

export interface RosterReading {
  readonly library: Library
  readonly readTitle: TitleReader
  /** The municipality of rows that name none. */
  readonly home: string | null
}

const longest = 200
const longestQuoted = 40
/** As many as any municipality has leaders, several times over. */
const mostRows = 20_000

/**
 * What a list says of leaders, row by row. A row that cannot be used costs no other one.
 * @throws AppError `invalid` where the file as a whole cannot be used
 */
export function readRoster(rows: readonly TableRow[], reading: RosterReading): Roster {
  const [head, ...rest] = rows
  if (head?.misquoted !== undefined) throw unusable('quote')
  const places = placesOf(head?.cells ?? [])
  if (!(['objectId', 'email', 'upn'] as const).some((column) => places.has(column))) throw unusable('head')
  if (rest.length === 0) throw unusable('empty')
  if (rest.length > mostRows) throw unusable('many', { most: mostRows })
  const used = new Set(places.values())
  const faults: RowFault[] = []
  const lines = rest.flatMap((row) => {
    const cell = (column: RosterColumn) => row.cells[places.get(column) ?? -1] ?? ''
    const line = toLine(row.line, cell, reading)
    const found =
      row.misquoted === undefined ? rowFaults(row, line, cell, head?.cells ?? [], reading) : [fault('quote')]
    faults.push(...found.map((say) => rowFault({ ...line, name: cutText(line.name, longest) }, say)))
    return found.length > 0 ? [] : [line]
  })
  const twice = namedTwice(lines)
  return {
    columns: toldIn(places),
    skipped: (head?.cells ?? []).filter((name, at) => name !== '' && !used.has(at)),
    lines: lines.filter(({ line }) => !twice.has(line)),
    faults: [...faults, ...lines.flatMap((line) => twice.get(line.line) ?? [])].sort((a, b) => a.line - b.line),
  }
}

/** Column -> its place. Where several headings mean the same, the plainest counts and the others are skipped. */
function placesOf(head: readonly string[]): ReadonlyMap<RosterColumn, number> {
  const found = new Map<RosterColumn, { readonly at: number; readonly rank: number }>()
  head.forEach((heading, at) => {
    const known = columnMeant(heading)
    if (!known) return
    const before = found.get(known.column)
    if (before?.rank === known.rank) throw unusable('columnTwice', { column: heading })
    if (!before || known.rank < before.rank) found.set(known.column, { at, rank: known.rank })
  })
  return new Map([...found].map(([column, { at }]) => [column, at]))
}

function toldIn(places: ReadonlyMap<RosterColumn, number>): readonly ToldColumn[] {
  const has = (...columns: readonly RosterColumn[]) => columns.some((column) => places.has(column))
  return [
    ...(has('name', 'firstName', 'lastName') ? (['name'] as const) : []),
    ...(has('framework') ? (['framework'] as const) : []),
    ...(has('role', 'title') ? (['role'] as const) : []),
    ...(has('unit') ? (['unit'] as const) : []),
    ...(has('timeZone') ? (['timeZone'] as const) : []),
  ]
}

type Cell = (column: RosterColumn) => string

function toLine(line: number, cell: Cell, { library, readTitle, home }: RosterReading): RosterLine {
  const said = cell('role') || cell('title')
  const named = cell('framework')
  const framework = named === '' ? (said === '' ? null : home) : (frameworkNamed(library, named) ?? named)
  return {
    line,
    objectId: cell('objectId').toLowerCase() || null,
    addresses: [...new Set([cell('email'), cell('upn')].map((address) => address.toLowerCase()))].filter(Boolean),
    name: cell('name') || [cell('firstName'), cell('lastName')].filter(Boolean).join(' '),
    framework,
    role: framework === null || said === '' ? null : (roleOfTitle(library, readTitle, framework, said) ?? null),
    said,
    unit: cell('unit') || null,
    timeZone: cell('timeZone') || null,
  }
}

/** "Skanderborg Kommune", "Skanderborg" and "skanderborg" are the same. */
function frameworkNamed({ frameworks }: Library, named: string): string | undefined {
  const wanted = plain(named)
  return frameworks.find(({ slug, name, municipality }) =>
    [slug, name, municipality].some((one) => plain(one) === wanted),
  )?.slug
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/\s*kommune$/, '')
    .trim()

const address = /^[^\s@/\\?#<>"]{1,64}@[^\s@/\\?#<>"]{1,190}$/

function rowFaults(
  row: TableRow,
  { objectId, addresses, framework, said, timeZone }: RosterLine,
  cell: Cell,
  head: readonly string[],
  { library }: RosterReading,
): readonly Saying[] {
  const wrong = addresses.find((one) => !address.test(one))
  return [
    ...(objectId === null && addresses.length === 0 ? [fault('nobody')] : []),
    ...(objectId !== null && !isGuid(objectId) ? [fault('objectId', quoted(objectId))] : []),
    ...(wrong === undefined ? [] : [fault('email', quoted(wrong))]),
    ...(framework !== null && !library.framework(framework) ? [fault('framework', quoted(cell('framework')))] : []),
    ...(said !== '' && framework === null ? [fault('roleAlone', quoted(said))] : []),
    ...(timeZone !== null && !isTimeZone(timeZone) ? [fault('timeZone', quoted(timeZone))] : []),
    ...cellFaults(row, head),
  ]
}

/** A character that stands for another, or two that stand for one Danish letter: the file was saved or read in another code. */
const garbled = /\uFFFD|Ã[\u0080-\u00BF¦¸¥†˜…]|[\p{L}][¾¿Œ]|[¾¿Œ][\p{L}]/u

/** What would be lost, or kept as something else than HR has written: cut, or with letters that nobody knows. */
function cellFaults({ cells }: TableRow, head: readonly string[]): Saying[] {
  const stray = cells.find((cell, at) => cell !== '' && !head[at])
  const spoilt = cells.find((cell) => garbled.test(cell))
  const long = cells.find((cell) => cell.length > longest)
  return [
    ...(stray === undefined ? [] : [fault('cells', quoted(stray))]),
    ...(spoilt === undefined ? [] : [fault('letters', quoted(spoilt))]),
    ...(long === undefined ? [] : [fault('long', { ...quoted(long), most: longest })]),
  ]
}

/** Whoever stands in several rows is taken from none of them: nobody here knows which one is right. */
function namedTwice(lines: readonly RosterLine[]): ReadonlyMap<number, RowFault> {
  const faults = new Map<number, RowFault>()
  const seen = new Map<string, RosterLine>()
  for (const line of lines) {
    for (const key of [...(line.objectId === null ? [] : [line.objectId]), ...line.addresses]) {
      const before = seen.get(key)
      if (!before) seen.set(key, line)
      else {
        const what = key === line.objectId ? 'twice' : 'sameAddress'
        faults.set(line.line, rowFault(line, fault(what, { other: before.line })))
        if (!faults.has(before.line)) faults.set(before.line, rowFault(before, fault(what, { other: line.line })))
      }
    }
  }
  return faults
}

function rowFault({ line, name, objectId, addresses }: RosterLine, say: Saying): RowFault {
  const keys = [...(objectId === null ? [] : [objectId]), ...addresses].map((key) => cutText(key, longest))
  // A quotation mark that is not closed makes the rest of the file a name.
  return { line, name: name.split('\n')[0] ?? '', keys, say: { ...say } }
}

const fault = (what: string, params: NonNullable<Saying['params']> = {}): Saying => ({
  key: `roster.fault.${what}`,
  params,
})
const quoted = (text: string) => ({ value: text.length > longestQuoted ? `${cutText(text, longestQuoted)} …` : text })

function unusable(what: string, params: NonNullable<Saying['params']> = {}): AppError {
  return new AppError('invalid', `The roster cannot be used: ${what}`, { say: fault(what, params) })
}
