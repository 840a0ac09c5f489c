import { cutText } from '../../cut-text'
import type { Saying } from '../../errors'
import type { Library } from '../../framework/library'
import { isGuid } from '../../guid'
import { isTimeZone } from '../../time-zone'
import { readCsv } from './read-csv'
import type { TableRow } from './table-row'

/** What HR knows of one leader. */
export interface RosterLine {
  readonly objectId: string
  readonly name: string
  readonly framework: string | null
  readonly role: string | null
  readonly unit: string | null
  readonly timeZone: string | null
}

const columns = ['objectId', 'name', 'framework', 'role', 'unit', 'timeZone'] as const
export type RosterColumn = (typeof columns)[number]
const longest = 200
const longestQuoted = 40

export interface Roster {
  /** The columns in its head: of the others it says nothing. */
  readonly columns: ReadonlySet<RosterColumn>
  readonly lines: readonly RosterLine[]
  /** Every fault, with the line it is in. */
  readonly faults: readonly Saying[]
}

/** What a file says of leaders. With faults, its lines are not to be used. */
export function readRoster(text: string, library: Library): Roster {
  const [head, ...rows] = readCsv(text)
  const names = (head?.cells ?? []).map((name) => columns.find((known) => known.toLowerCase() === name.toLowerCase()))
  const told = new Set(names.filter((name) => name !== undefined))
  if (head?.misquoted !== undefined) return { columns: told, lines: [], faults: [quoteFault(head.misquoted)] }
  if (!told.has('objectId')) {
    return { columns: told, lines: [], faults: [{ key: 'roster.fault.head', params: { columns: columns.join(';') } }] }
  }
  const twice = names.find((name, at) => name !== undefined && names.indexOf(name) !== at)
  if (twice !== undefined) {
    return { columns: told, lines: [], faults: [{ key: 'roster.fault.columnTwice', params: { column: twice } }] }
  }
  const unknown = (head?.cells ?? []).filter((name, at) => name !== '' && names[at] === undefined)
  const faults: Saying[] = unknown.map((column) => ({ key: 'roster.fault.column', params: { column } }))
  const seen = new Map<string, number>()
  const lines = rows.flatMap((row) => {
    // What else is wrong with such a row comes of the quotation mark.
    if (row.misquoted !== undefined) {
      faults.push(quoteFault(row.misquoted))
      return []
    }
    const line = toLine(row, names)
    faults.push(...lineFaults(line, row, library), ...cellFaults(row, head?.cells ?? []), ...textFaults(row))
    const before = seen.get(line.objectId)
    if (before !== undefined) faults.push({ key: 'roster.fault.twice', params: { line: row.line, before } })
    seen.set(line.objectId, row.line)
    return line
  })
  if (rows.length === 0) faults.push({ key: 'roster.fault.empty' })
  return { columns: told, lines, faults }
}

function toLine({ cells }: TableRow, names: readonly (string | undefined)[]): RosterLine {
  const cell = (name: (typeof columns)[number]) => cells[names.indexOf(name)] || null
  return {
    objectId: cell('objectId')?.toLowerCase() ?? '',
    name: cell('name') ?? '',
    framework: cell('framework')?.toLowerCase() ?? null,
    role: cell('role')?.toLowerCase() ?? null,
    unit: cell('unit'),
    timeZone: cell('timeZone'),
  }
}

function lineFaults(line: RosterLine, { line: number }: TableRow, library: Library): Saying[] {
  const { objectId, framework, role, timeZone } = line
  const known = framework === null ? undefined : library.framework(framework)
  const fault = (what: string, value: string | number): Saying => ({
    key: `roster.fault.${what}`,
    params: { line: number, value },
  })
  return [
    ...(isGuid(objectId) ? [] : [fault('objectId', objectId)]),
    ...(framework !== null && !known ? [fault('framework', framework)] : []),
    ...(role !== null && framework === null ? [fault('roleAlone', role)] : []),
    ...(role !== null && known && !library.role(known.slug, role) ? [fault('role', role)] : []),
    ...(timeZone !== null && !isTimeZone(timeZone) ? [fault('timeZone', timeZone)] : []),
  ]
}

/** What stands in no column would be lost. */
function cellFaults({ line, cells }: TableRow, head: readonly string[]): Saying[] {
  const stray = cells.find((cell, at) => cell !== '' && !head[at])
  return stray === undefined ? [] : [{ key: 'roster.fault.cells', params: { line, value: cutText(stray, longest) } }]
}

/** A character that stands for another, or two that stand for one Danish letter: the file was saved or read in another code. */
const garbled = /\uFFFD|Ã[\u0080-\u00BF¦¸¥†˜…]/

/** What would be kept as something else than HR has written: cut, or with letters that nobody knows. */
function textFaults({ line, cells }: TableRow): Saying[] {
  const spoilt = cells.find((cell) => garbled.test(cell))
  const long = cells.find((cell) => cell.length > longest)
  return [
    ...(spoilt === undefined
      ? []
      : [{ key: 'roster.fault.letters', params: { line, value: cutText(spoilt, longest) } }]),
    ...(long === undefined
      ? []
      : [{ key: 'roster.fault.long', params: { line, value: cutText(long, longestQuoted), most: longest } }]),
  ]
}

function quoteFault(line: number): Saying {
  return { key: 'roster.fault.quote', params: { line } }
}
