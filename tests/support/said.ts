import type { Locale, Params } from '../../src/texts'
import { texts } from './kept'

// What a leader reads under a key. Tests of what the bot does hold the key; the wording is for the card tests to hold.

export const da = (key: string, params?: Params): string => texts('da', key, params)
export const en = (key: string, params?: Params): string => texts('en', key, params)

/**
 * Matches what is read under a key, wherever it stands and whatever its parameters are; each paragraph may be a block of its own.
 * @param patterns what a parameter must look like
 */
export function saying(key: string, patterns: Readonly<Record<string, string>> = {}, locale: Locale = 'da'): RegExp {
  const marked = new Proxy<Params>({}, { get: (_, name) => `\0${String(name)}\0` })
  const parts = texts(locale, key, marked).split('\0')
  const source = parts.map((part, at) =>
    at % 2 === 1 ? (patterns[part] ?? '.+') : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'),
  )
  return new RegExp(source.join(''), 's')
}
