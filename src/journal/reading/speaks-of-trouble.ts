import type { CareReaders } from '../../care/read-care'
import type { Reflection } from '../../records/reflection'

/** Whether what a leader answered, to either question, speaks of somebody in trouble. Pure. */
export function speaksOfTrouble(
  { readCare }: Pick<CareReaders, 'readCare'>,
  { text = '', second = '' }: Pick<Reflection, 'text' | 'second'>,
): boolean {
  // What is harmless in one must not hide the trouble in the other, and a trouble may be told in both together.
  const said = second === '' ? [text] : [text, second, `${text}\n${second}`]
  return said.some((each) => readCare(each) !== null)
}
