import { irregularAdjectives } from './irregular-adjectives'
import { irregularNouns } from './irregular-nouns'
import { irregularVerbs } from './irregular-verbs'

/** Form -> stem. A form that belongs to two words stands with the one that leaders mean. */
export const irregularStems: ReadonlyMap<string, string> = new Map(
  [irregularNouns, irregularAdjectives, irregularVerbs]
    .flatMap((lines) => lines.trim().split('\n'))
    .flatMap((line) => {
      const [stem = '', ...forms] = line.split(' ')
      return forms.map((form) => [form, stem] as const)
    }),
)

/** Stems of two words that say the very same. */
export const sameStems: ReadonlyMap<string, string> = new Map([['uddeleg', 'deleg']])
