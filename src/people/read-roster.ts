import type { Saying } from '../errors'
import type { Library } from '../framework/library'
import { isTimeZone } from '../time-zone'
import { type CsvRow, readCsv } from './read-csv'

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
const longest = 200

/** The lines of a roster, and every fault in it with the line it is in. */
export function readRoster(
  text: string,
  library: Library,
): { lines: readonly RosterLine[]; faults: readonly Saying[] } {
  const [head, ...rows] = readCsv(text)
  const names = (head?.cells ?? []).map((name) => columns.find((known) => known.toLowerCase() === name.toLowerCase()))
  if (!names.includes('objectId')) {
    return { lines: [], faults: [{ key: 'roster.fault.head', params: { columns: columns.join(';') } }] }
  }
  const unknown = (head?.cells ?? []).filter((name, at) => name !== '' && names[at] === undefined)
  const faults: Saying[] = unknown.map((column) => ({ key: 'roster.fault.column', params: { column } }))
  const seen = new Map<string, number>()
  const lines = rows.map((row) => {
    const line = toLine(row, names)
    faults.push(...lineFaults(line, row, library))
    const before = seen.get(line.objectId)
    if (before !== undefined) faults.push({ key: 'roster.fault.twice', params: { line: row.line, before } })
    seen.set(line.objectId, row.line)
    return line
  })
  if (rows.length === 0) faults.push({ key: 'roster.fault.empty' })
  return { lines, faults }
}

function toLine({ cells }: CsvRow, names: readonly (string | undefined)[]): RosterLine {
  const cell = (name: (typeof columns)[number]) => cells[names.indexOf(name)]?.slice(0, longest) || null
  return {
    objectId: cell('objectId')?.toLowerCase() ?? '',
    name: cell('name') ?? '',
    framework: cell('framework')?.toLowerCase() ?? null,
    role: cell('role')?.toLowerCase() ?? null,
    unit: cell('unit'),
    timeZone: cell('timeZone'),
  }
}

function lineFaults(line: RosterLine, { line: number, cells }: CsvRow, library: Library): Saying[] {
  const { objectId, framework, role, timeZone } = line
  const known = framework === null ? undefined : library.framework(framework)
  const fault = (what: string, value: string | number): Saying => ({
    key: `roster.fault.${what}`,
    params: { line: number, value },
  })
  return [
    ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(objectId) ? [] : [fault('objectId', objectId)]),
    ...(framework !== null && !known ? [fault('framework', framework)] : []),
    ...(role !== null && framework === null ? [fault('roleAlone', role)] : []),
    ...(role !== null && known && !library.role(known.slug, role) ? [fault('role', role)] : []),
    ...(timeZone !== null && !isTimeZone(timeZone) ? [fault('timeZone', timeZone)] : []),
    ...(cells.length > columns.length ? [fault('cells', cells.length)] : []),
  ]
}
