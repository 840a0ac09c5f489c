import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { Locale } from '../texts'
import { documentStyles, styleIds } from './document-styles'
import { xmlText } from './xml-text'

/** Two centimetres and a bit, on A4. */
const margins = { top: 1250, bottom: 1250, left: 1300, right: 1300 }
/** Where the values of facts stand, in twentieths of a point. */
const factColumn = 1700
/** Rows for agreements. */
const roomRows = 5

/** A text under its key, in the reader's language. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string

interface Whole {
  readonly locale: Locale
  readonly title: string
  readonly creator: string
  readonly description: string
  /** What stands at the foot of each page, with `#` for its number and for how many there are. */
  readonly foot: string
  /** Wider than it is high, for tables. */
  readonly isOnItsSide?: boolean
  readonly children: readonly (Paragraph | Table)[]
}

/** A document of A4 pages in the house's styles. */
export function documentOf({ locale, title, creator, description, foot, isOnItsSide, children }: Whole): Document {
  return new Document({
    title,
    creator: xmlText(creator),
    description,
    styles: documentStyles(locale === 'da' ? 'da-DK' : 'en-GB'),
    features: { updateFields: false },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: 11906,
              height: 16838,
              ...(isOnItsSide && { orientation: PageOrientation.LANDSCAPE }),
            },
            margin: margins,
          },
        },
        footers: { default: footerOf(foot) },
        children: [...children],
      },
    ],
  })
}

function footerOf(foot: string) {
  const [before = '', between = '', after = ''] = foot.split('#')
  const children = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after]
  return new Footer({
    children: [
      new Paragraph({ style: styleIds.meta, alignment: AlignmentType.RIGHT, children: [new TextRun({ children })] }),
    ],
  })
}

/** The title, and facts below it: name and value, those without a value left out. */
export function headOf(title: string, facts: readonly (readonly [name: string, value: string])[]): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    ...facts
      .filter(([, value]) => value !== '')
      .map(
        ([name, value]) =>
          new Paragraph({
            style: styleIds.fact,
            tabStops: [{ type: TabStopType.LEFT, position: factColumn }],
            children: [new TextRun({ text: `${name}:`, bold: true }), new TextRun({ text: `\t${xmlText(value)}` })],
          }),
      ),
  ]
}

/** A table across the page. @param widths of its columns in per cent @param least how high a row is at least, in twentieths of a point */
export function tableOf(
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
  least?: number,
): Table {
  const cell = (at: number, children: readonly Paragraph[], isHead: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 20, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(isHead && { shading: { fill: 'E6EDF1' } }),
      children: [...children],
    })
  const headCell = (text: string) =>
    new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text, bold: true })] })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, at) => cell(at, [headCell(text)], true)),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            ...(least !== undefined && { height: { value: least, rule: 'atLeast' as const } }),
            children: cells.map((children, at) => cell(at, children, false)),
          }),
      ),
    ],
  })
}

/** An empty table to write agreements in by hand. */
export function agreementsTable(t: Say): Table {
  const empty = () => [new Paragraph({ spacing: { after: 0 }, children: [] })]
  const head = [t('lus.doc.agreement'), t('lus.doc.who'), t('lus.doc.when')]
  const rows = Array.from({ length: roomRows }, () => [empty(), empty(), empty()])
  return tableOf([60, 20, 20], head, rows, 560)
}
