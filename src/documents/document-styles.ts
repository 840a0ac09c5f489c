import { type IStylesOptions, LineRuleType } from 'docx'

/** Dark enough on white for small print (WCAG AA, 7:1 and better). */
const ink = '1B1B1B'
const accent = '12394F'
const quiet = '4A4A4A'

const thin = { style: 'single', size: 4, color: quiet, space: 1 } as const

/** Paragraph styles by the name that text is given; what a reader changes in Word changes everywhere. */
export const styleIds = {
  meta: 'PejlingMeta',
  fact: 'PejlingFact',
  point: 'PejlingPoint',
  source: 'PejlingSource',
  answer: 'PejlingAnswer',
  rule: 'PejlingRule',
} as const

/** Sizes are half points, distances twentieths of a point: Word's own units. @param language BCP 47, for spelling and screen readers */
export function documentStyles(language: string): IStylesOptions {
  const heading = (size: number, before: number, after: number) => ({
    run: { size, bold: true, color: accent, font: 'Calibri' },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  })
  const based = { basedOn: 'Normal', quickFormat: true }
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 22, color: ink, language: { value: language } },
        paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO, after: 120 } },
      },
      title: {
        run: { size: 44, bold: true, color: accent, font: 'Calibri' },
        paragraph: { spacing: { after: 200 } },
      },
      heading1: heading(32, 360, 120),
      heading2: heading(24, 240, 80),
      heading3: { ...heading(22, 200, 40), run: { size: 22, bold: true, color: ink, font: 'Calibri' } },
    },
    paragraphStyles: [
      { ...based, id: styleIds.meta, name: 'Pejling meta', run: { size: 20, color: quiet } },
      { ...based, id: styleIds.fact, name: 'Pejling fact', paragraph: { spacing: { after: 40 } } },
      { ...based, id: styleIds.point, name: 'Pejling point', paragraph: { spacing: { after: 20 }, keepNext: true } },
      {
        ...based,
        id: styleIds.source,
        name: 'Pejling source',
        run: { size: 18, color: quiet },
        paragraph: { indent: { left: 360 }, spacing: { after: 100 } },
      },
      {
        ...based,
        id: styleIds.answer,
        name: 'Pejling answer',
        paragraph: {
          indent: { left: 240 },
          border: { left: { style: 'single', size: 18, color: accent, space: 10 } },
        },
      },
      {
        ...based,
        id: styleIds.rule,
        name: 'Pejling rule',
        paragraph: {
          spacing: { before: 320, after: 0 },
          // Word draws neighbours with the same border as one box, unless there is a line between.
          border: { bottom: thin, between: thin },
        },
      },
    ],
  }
}
