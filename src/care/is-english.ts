import { spokenIn } from './spoken'

const english = new Set(
  'i the my me to and am is are not dont cant want have has with you it this of on she he her his they anymore help just'.split(
    ' ',
  ),
)
const danish = new Set(
  'jeg a og er det ikke ik min mit mig at en et hun han vil kan ka på til af som der har de for med så sig vi her nu'.split(
    ' ',
  ),
)

/** Whether a message is in English: somebody in trouble is met in the language they found words in. */
export function isEnglish(text: string): boolean {
  const { words } = spokenIn(text)
  const count = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length
  return count(english) > count(danish)
}
