import type { Services } from '../../caller/context'
import { campaigns } from '../../records/campaign'
import { everyDocument } from '../../store/every-document'
import { cutText } from '../../text/cut-text'

export const longestName = 80

/**
 * The names that campaigns have, as they are compared: however they are written. A draft that was thrown away has given its name back.
 * @param ownId of a campaign that may keep its name
 */
export async function namesTaken({ store, config }: Services, ownId: string | undefined): Promise<ReadonlySet<string>> {
  const all = await everyDocument(store, campaigns, config.tenantId)
  const isStanding = ({ id, state, occasions }: (typeof all)[number]) =>
    id !== ownId && (state !== 'cancelled' || occasions > 0)
  return new Set(all.filter(isStanding).map(({ name }) => asCompared(name)))
}

export function isTaken(names: ReadonlySet<string>, name: string): boolean {
  return names.has(asCompared(name))
}

/** The name itself, or with the first number that makes it another: "Ugens spørgsmål 2". */
export function freeName(names: ReadonlySet<string>, wished: string): string {
  if (!isTaken(names, wished)) return wished
  const base = wished.replace(/ \d{1,3}$/, '')
  for (let number = 2; ; number++) {
    const ending = ` ${number}`
    const name = `${cutText(base, longestName - ending.length)}${ending}`
    if (!isTaken(names, name)) return name
  }
}

function asCompared(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
