import type { CareReaders } from '../../care/read-care'
import type { Reflection } from '../../records/reflection'

/** Whether what a leader answered, to either question, speaks of somebody in trouble. Pure. */
export function speaksOfTrouble(
  { readCare }: Pick<CareReaders, 'readCare'>,
  { text = '', second = '' }: Pick<Reflection, 'text' | 'second'>,
): boolean {
  return readCare(`${text}\n${second}`) !== null
}
