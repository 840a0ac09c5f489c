import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../../src/texts'

export interface Glossary {
  /** The name of each thing, as the table begins. */
  readonly names: Readonly<Record<Locale, readonly string[]>>
  /** What of a text the glossary has another word for. */
  strays(locale: Locale, text: string): string[]
}

/** Reads the tables of `data/texts/glossary.md`: in the last two columns stands what is not said, in Danish and in English. */
export function readGlossary(dataDir: string): Glossary {
  const rows = readFileSync(join(dataDir, 'texts', 'glossary.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| ---') && !/not in Danish/.test(line))
    .map((line) => line.split('|').slice(1, -1).map(wordsOf))
  const forbidden = (column: number) => rows.flatMap((cells) => cells.at(column) ?? []).map(patternOf)
  const patterns: Record<Locale, RegExp[]> = { da: forbidden(-2), en: forbidden(-1) }
  const things = rows.filter((cells) => cells.length > 2)
  const firstOf = (column: number) => things.flatMap((cells) => cells[column]?.slice(0, 1) ?? [])
  return {
    names: { da: firstOf(0), en: firstOf(1) },
    strays: (locale, text) => {
      // What stands for a value is no word of ours.
      const said = text.replace(/\{\w+\}/g, '')
      return patterns[locale].flatMap((pattern) => pattern.exec(said)?.slice(0, 1) ?? [])
    },
  }
}

function wordsOf(cell: string): string[] {
  return cell
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '–')
}

function patternOf(word: string): RegExp {
  const isBeginning = word.endsWith('…')
  const escaped = word.replace('…', '').replace(/[.]/g, '\\.')
  return new RegExp(`(?<!\\p{L})${escaped}${isBeginning ? '\\p{L}*' : '(?!\\p{L})'}`, 'iu')
}
