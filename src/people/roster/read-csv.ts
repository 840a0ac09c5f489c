import { visibleText } from '../../text/visible-text'
import type { TableRow } from './table-row'

/**
 * Rows of comma-, semicolon- or tab-separated values (RFC 4180, and as Danish spreadsheets write them): fields may be quoted, with
 * quotes doubled, separators and line ends within. A byte order mark, blank lines and Excel's `sep=;` are left out. The first
 * line that says anything tells which separator it is.
 */
export function readCsv(text: string): readonly TableRow[] {
  const { source, separator, firstLine } = begin(visibleText(text.replace(/\r(?!\n)/g, '\n')))
  const rows: TableRow[] = []
  let cells: string[] = []
  let cell = ''
  let field: 'plain' | 'quoted' | 'closed' = 'plain'
  let line = firstLine
  let begunOn = firstLine
  let quotedOn = firstLine
  let misquoted: number | undefined
  const take = (char: string) => {
    if (field === 'closed' && char.trim() !== '') misquoted ??= quotedOn
    cell += char
  }
  const endCell = () => {
    cells.push(cell.trim())
    cell = ''
    field = 'plain'
  }
  const endRow = () => {
    endCell()
    if (cells.some((one) => one !== '')) rows.push({ line: begunOn, cells, misquoted })
    cells = []
    misquoted = undefined
  }
  for (let at = 0; at < source.length; at++) {
    const char = source[at] ?? ''
    if (field === 'quoted') {
      if (char === '"' && source[at + 1] === '"') {
        cell += '"'
        at++
      } else if (char === '"') field = 'closed'
      else cell += char
    } else if (field === 'plain' && char === '"' && cell.trim() === '') {
      field = 'quoted'
      quotedOn = line
      cell = ''
    } else if (char === separator) endCell()
    else if (char === '\n') endRow()
    else take(char)
    if (char === '\n') {
      line++
      if (field !== 'quoted') begunOn = line
    }
  }
  if (field === 'quoted') misquoted ??= quotedOn
  endRow()
  return rows
}

const separators = [';', '\t', ',']

/** Where the table begins, on which line of the file, and what parts its fields. */
function begin(text: string): { source: string; separator: string; firstLine: number } {
  const lines = text.split('\n')
  const isBlank = (line: string) => /^[\s;,]*$/.test(line)
  const first = Math.max(
    0,
    lines.findIndex((line) => !isBlank(line)),
  )
  const told = /^"?sep=(.)"?$/.exec(lines[first]?.trim() ?? '')?.[1]
  const from = told === undefined ? first : first + 1
  const head = lines[from] ?? ''
  return {
    source: lines.slice(from).join('\n'),
    separator: told ?? separators.find((one) => head.includes(one)) ?? ',',
    firstLine: from + 1,
  }
}
