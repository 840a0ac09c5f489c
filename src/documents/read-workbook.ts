import { setImmediate } from 'node:timers/promises'
import sax from 'sax'
import { AppError } from '../errors'
import type { TableRow } from '../people/roster/table-row'
import { visibleText } from '../text/visible-text'
import { unpackZip } from './unpack-zip'

/** All that is unpacked of a file; 20,000 rows of ten columns are some 10 MB. */
const mostBytes = 30_000_000
/** Read at a time, some 30 ms: others are answered in between. */
const pieceLength = 200_000
const mostRows = 50_000
const mostColumns = 200
/** Longer than any cell that is of use, so that the row is told to be faulty and nothing is cut in silence. */
const longestCell = 1_000

/**
 * The rows of an Excel file's first visible sheet that has any, with their numbers there. A formula counts as what it shows; nothing is
 * calculated, and nothing outside the sheet is followed.
 * @throws AppError `invalid` for what is no Excel file, is broken, or is larger than any list of leaders
 */
export async function readWorkbook(bytes: Buffer): Promise<readonly TableRow[]> {
  const parts = unpackZip(
    bytes,
    (name) => /^xl\/(workbook|sharedStrings|_rels\/workbook|worksheets\/)/.test(name),
    mostBytes,
  )
  const book = parts.get('xl/workbook.xml')
  if (!book) throw new AppError('invalid', 'The ZIP file is no workbook', { say: { key: 'sheet.fault.kind' } })
  try {
    const strings = await readStrings(textOf(parts.get('xl/sharedStrings.xml')))
    const files = await sheetFiles(textOf(book), textOf(parts.get('xl/_rels/workbook.xml.rels')))
    for (const file of files) {
      const rows = await readSheet(textOf(parts.get(file)), strings)
      if (rows.length > 0) return rows
    }
    return []
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('invalid', 'The workbook cannot be read', { cause, say: { key: 'sheet.fault.broken' } })
  }
}

const textOf = (part: Buffer | undefined) => part?.toString('utf8') ?? ''

type Attributes = Readonly<Record<string, string>>

interface Reading {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Names come without what stands before their colon. */
async function readXml(xml: string, { open, text, close }: Reading): Promise<void> {
  if (xml === '') return
  const parser = sax.parser(true, { xmlns: false })
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.onopentag = ({ name, attributes }) => open?.(local(name), attributes as Attributes)
  parser.ontext = (words) => text?.(words)
  parser.oncdata = (words) => text?.(words)
  parser.onclosetag = (name) => close?.(local(name))
  parser.onerror = (error) => {
    throw error
  }
  for (let at = 0; at < xml.length; at += pieceLength) {
    parser.write(xml.slice(at, at + pieceLength))
    await setImmediate()
  }
  parser.close()
}

/** Texts that many cells share; how they are to be spoken (`rPh`) is none of it. */
async function readStrings(xml: string): Promise<readonly string[]> {
  const strings: string[] = []
  let words = ''
  let isText = false
  let isSpoken = false
  await readXml(xml, {
    open(name) {
      if (name === 'si') words = ''
      if (name === 'rPh') isSpoken = true
      isText = name === 't' && !isSpoken
    },
    text(more) {
      if (isText) words += more
    },
    close(name) {
      isText = false
      if (name === 'rPh') isSpoken = false
      if (name === 'si') strings.push(words.slice(0, longestCell))
    },
  })
  return strings
}

/** Where the visible sheets lie, in their order. */
async function sheetFiles(book: string, relations: string): Promise<readonly string[]> {
  const targets = new Map<string, string>()
  await readXml(relations, {
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const files: string[] = []
  await readXml(book, {
    open(name, attributes) {
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      files.push(targets.get(id) ?? '')
    },
  })
  return files
}

async function readSheet(xml: string, strings: readonly string[]): Promise<readonly TableRow[]> {
  const rows: TableRow[] = []
  let line = 0
  let cells: string[] = []
  let column = -1
  let type = ''
  let value = ''
  let isValue = false
  await readXml(xml, {
    open(name, { r = '', t = '' }) {
      if (name === 'row') {
        line = r === '' ? line + 1 : Number(r)
        cells = []
        column = -1
      } else if (name === 'c') {
        column = columnOf(r) ?? column + 1
        type = t
        value = ''
        if (column >= mostColumns) throw large()
      } else isValue = name === 'v' || name === 't'
    },
    text(more) {
      if (isValue) value += more
    },
    close(name) {
      isValue = false
      if (name === 'c') {
        const shown = type === 's' ? (strings[Number(value)] ?? '') : value
        if (shown !== '') put(cells, column, visibleText(shown.slice(0, longestCell)).trim())
      }
      if (name !== 'row' || cells.every((cell) => cell === '')) return
      if (rows.length >= mostRows) throw large()
      rows.push({ line, cells, misquoted: undefined })
    },
  })
  return rows
}

function put(cells: string[], at: number, words: string): void {
  while (cells.length < at) cells.push('')
  cells[at] = words
}

/** "C7" -> 2; undefined where a cell does not say where it is: then it is the next. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function large(): AppError {
  return new AppError('invalid', 'The sheet is larger than any list of leaders', { say: { key: 'sheet.fault.large' } })
}
