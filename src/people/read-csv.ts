/** A row of a file, with the number of the line it begins on, from 1. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Rows of comma- or semicolon-separated values (RFC 4180, and as Danish spreadsheets write them): fields may be quoted, with
 * quotes doubled, separators and line ends within. A byte order mark and blank lines are left out. The first line tells which
 * separator it is.
 */
export function readCsv(text: string): readonly CsvRow[] {
  const source = text.replace(/^\uFEFF/, '')
  const [head = ''] = source.split(/\r?\n/, 1)
  const separator = head.includes(';') ? ';' : ','
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let begunOn = 1
  const endRow = () => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: begunOn, cells: cells.map((one) => one.trim()) })
    cells = []
    cell = ''
  }
  for (let at = 0; at < source.length; at++) {
    const char = source[at]
    if (isQuoted) {
      if (char === '"' && source[at + 1] === '"') {
        cell += '"'
        at++
      } else if (char === '"') isQuoted = false
      else cell += char
    } else if (char === '"' && cell.trim() === '') {
      isQuoted = true
      cell = ''
    } else if (char === separator) {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') endRow()
    else if (char !== '\r') cell += char
    if (char === '\n') {
      line++
      if (!isQuoted) begunOn = line
    }
  }
  endRow()
  return rows
}
