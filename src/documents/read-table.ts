import { AppError } from '../errors'
import { readCsv } from '../people/roster/read-csv'
import type { TableRow } from '../people/roster/table-row'
import { readWorkbook } from './read-workbook'

/** How an Excel file with a password begins, and one of before 2007. */
const oldOffice = Buffer.from('d0cf11e0', 'hex')

/**
 * The rows of a file that somebody made in a spreadsheet: Excel, or text with commas, semicolons or tabs between, in whatever code
 * Danish spreadsheets save it. What the file is called plays no part.
 * @throws AppError `invalid` with a sentence for what cannot be read
 */
export async function readTable(bytes: Buffer): Promise<readonly TableRow[]> {
  if (bytes.subarray(0, 4).equals(oldOffice))
    throw new AppError('invalid', 'The file is encrypted or an old .xls', { say: { key: 'sheet.fault.locked' } })
  if (bytes.toString('latin1', 0, 2) === 'PK') return readWorkbook(bytes)
  return readCsv(decoded(bytes))
}

function decoded(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = isWide ? new TextDecoder('utf-16le').decode(bytes) : (utf8(bytes) ?? latin(bytes))
  if (text.includes('\0')) throw new AppError('invalid', 'The file is no table', { say: { key: 'sheet.fault.kind' } })
  return text
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What Excel on Windows calls CSV and nothing more. */
const latin = (bytes: Buffer) => new TextDecoder('windows-1252').decode(bytes)
