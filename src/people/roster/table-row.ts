/** A row of a file, with the number of the line it begins on, from 1. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
  /** The line of a quotation mark that is not closed where its field ends, so that other rows may have been taken for text. */
  readonly misquoted: number | undefined
}
