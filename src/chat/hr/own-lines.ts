/** Lists are often pasted with their numbers or marks: "1. ", "2) ", "- ", "• ". */
const mark = /^\s*(?:\d{1,2}[.)]|[-–•*])\s+/

/** The questions of a field with one on each line; empty lines are none. */
export function ownLines(written: string): string[] {
  return written
    .split(/\r?\n|\r/)
    .map((line) => line.replace(mark, '').trim())
    .filter((line) => line !== '')
}
