/** A row of a file, with the number of the line it begins on, from 1. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
  /** The line of a quotation mark that is not closed where its field ends, so that other rows may have been taken for text. */
  readonly misquoted: number | undefined
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
  let field: 'plain' | 'quoted' | 'closed' = 'plain'
  let line = 1
  let begunOn = 1
  let quotedOn = 1
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
