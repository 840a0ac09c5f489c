import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { requireHrAdministrator } from '../caller/hr-right'
import { AppError } from '../errors'
import { type Leader, leaders } from '../records/leader'
import { fold } from '../search/danish'
import { eachPage } from '../store/every-document'

export const findPeopleInput = z.object({ text: z.string().trim().max(200).default('') })

/** More than these nobody tells apart in a card. */
export const mostFound = 20

export interface FoundPeople {
  readonly people: readonly Leader[]
  /** Whether there are more than are told. */
  readonly isMore: boolean
}

/**
 * People whom Pejling knows, met or named by HR's list: every word that was written begins one of their name, or all of it is their
 * address or id.
 * @throws AppError `forbidden`, `invalid` where nothing is written
 */
export async function findPeople(ctx: Ctx, input: z.input<typeof findPeopleInput>): Promise<FoundPeople> {
  requireHrAdministrator(ctx)
  const { text } = findPeopleInput.parse(input)
  const words = wordsOf(text)
  if (words.length === 0) throw new AppError('invalid', 'No name was written', { say: { key: 'access.fault.empty' } })
  const found: Leader[] = []
  for await (const page of eachPage(ctx.store, leaders, ctx.caller.tenantId)) {
    for (const { document } of page) {
      if (isMeant(document, text, words)) found.push(document)
    }
  }
  found.sort((a, b) => a.name.localeCompare(b.name, 'da'))
  return { people: found.slice(0, mostFound), isMore: found.length > mostFound }
}

function isMeant(leader: Leader, text: string, words: readonly string[]): boolean {
  if (leader.erasing !== undefined) return false
  const exact = text.toLowerCase()
  if (leader.id === exact || addressesOf(leader).includes(exact)) return true
  const own = wordsOf(leader.name)
  return words.every((word) => own.some((each) => each.startsWith(word)))
}

/** As HR's list names them. */
function addressesOf({ addresses }: Leader): readonly unknown[] {
  return Array.isArray(addresses) ? addresses : []
}

function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\d]+/u)
    .map(fold)
    .filter((word) => word !== '')
}
