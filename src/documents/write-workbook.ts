import { strToU8, zipSync } from 'fflate'
import { xmlText } from './xml-text'

export interface WorkbookSheet {
  /** At most 31 characters are shown of it. */
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** One instant for all files, so that the same content makes the same bytes. */
const mtime = '2020-01-01'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const widest = 60
/** The styles of the cells, by their place in `styles`. */
const style = { plain: 0, head: 1, quoted: 2 } as const

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * An Excel file. A text is a text, whatever it begins with: one that would be a formula is marked so that it stays a text when
 * somebody edits the cell, too.
 */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): Buffer {
  const ids = sheets.map((_, at) => at + 1)
  const files: Record<string, string> = {
    '[Content_Types].xml': tag('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
      tag('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      tag('Override', { PartName: '/xl/workbook.xml', ContentType: `${workbookType}.main+xml` }),
      tag('Override', { PartName: '/xl/styles.xml', ContentType: workbookType.replace('.sheet', '.styles+xml') }),
      ...ids.map((id) =>
        tag('Override', {
          PartName: `/xl/worksheets/sheet${id}.xml`,
          ContentType: workbookType.replace('.sheet', '.worksheet+xml'),
        }),
      ),
    ]),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': tag('workbook', { xmlns: main, 'xmlns:r': relation }, [
      tag(
        'sheets',
        {},
        sheets.map(({ name }, at) => tag('sheet', { name: sheetName(name), sheetId: at + 1, 'r:id': `rId${at + 1}` })),
      ),
    ]),
    'xl/_rels/workbook.xml.rels': relations([
      ...ids.map((id) => [`rId${id}`, 'worksheet', `worksheets/sheet${id}.xml`] as const),
      [`rId${ids.length + 1}`, 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
  }
  sheets.forEach((sheet, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet)
  })
  const parts = Object.entries(files).map(([name, xml]) => [
    name,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  ])
  return Buffer.from(zipSync(Object.fromEntries(parts), { mtime }))
}

function sheetXml({ head, rows }: WorkbookSheet): string {
  const all = [head, ...rows]
  const columns = head.map((_, at) => Math.min(widest, Math.max(...all.map((row) => String(row[at] ?? '').length)) + 2))
  return tag('worksheet', { xmlns: main }, [
    // The headings stay in sight.
    tag('sheetViews', {}, [
      tag('sheetView', { workbookViewId: 0 }, [
        tag('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' }),
      ]),
    ]),
    tag(
      'cols',
      {},
      columns.map((width, at) => tag('col', { min: at + 1, max: at + 1, width, customWidth: 1 })),
    ),
    tag(
      'sheetData',
      {},
      all.map((row, at) =>
        tag(
          'row',
          { r: at + 1 },
          row.map((value, column) => cell(value, `${letters(column)}${at + 1}`, at === 0)),
        ),
      ),
    ),
  ])
}

function cell(value: string | number, r: string, isHead: boolean): string {
  if (typeof value === 'number') return tag('c', { r }, [tag('v', {}, [String(value)])])
  const s = isHead ? style.head : looksLikeFormula(value) ? style.quoted : style.plain
  return tag('c', { r, s, t: 'inlineStr' }, [tag('is', {}, [tag('t', { 'xml:space': 'preserve' }, [escaped(value)])])])
}

/** What Excel, or whatever reads the file after it has been saved as text, takes for more than words. */
function looksLikeFormula(text: string): boolean {
  return /^[\s]*[=+\-@]|^[\t\r]/.test(text)
}

const styles = tag('styleSheet', { xmlns: main }, [
  tag('fonts', { count: 2 }, [
    tag('font', {}, [tag('sz', { val: 11 }), tag('name', { val: 'Calibri' })]),
    tag('font', {}, [tag('b', {}), tag('sz', { val: 11 }), tag('name', { val: 'Calibri' })]),
  ]),
  tag('fills', { count: 2 }, [
    tag('fill', {}, [tag('patternFill', { patternType: 'none' })]),
    tag('fill', {}, [tag('patternFill', { patternType: 'gray125' })]),
  ]),
  tag('borders', { count: 1 }, [tag('border', {})]),
  tag('cellStyleXfs', { count: 1 }, [tag('xf', {})]),
  tag('cellXfs', { count: 3 }, [
    tag('xf', { fontId: 0, xfId: 0 }),
    tag('xf', { fontId: 1, xfId: 0, applyFont: 1 }),
    tag('xf', { fontId: 0, xfId: 0, quotePrefix: 1 }),
  ]),
])

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  return tag(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    all.map(([Id, type, Target]) => tag('Relationship', { Id, Type: `${relation}/${type}`, Target })),
  )
}

/** @param inner XML that is escaped already */
function tag(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inner: readonly string[] = [],
): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
  return `<${name}${said.join('')}>${inner.join('')}</${name}>`
}

function escaped(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Excel refuses a file whose sheet has one of these in its name. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`
}
