import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { requireHrAdministrator } from '../caller/hr-right'
import { AppError } from '../errors'
import { type Leader, leaders } from '../records/leader'
import { awaitedLeaders } from '../records/roster'
import { fold } from '../search/danish'
import { eachPage } from '../store/every-document'

export const findPeopleInput = z.object({ text: z.string().trim().max(200).default('') })

/** More than these nobody tells apart in a card. */
export const mostFound = 20

export interface FoundPeople {
  readonly people: readonly Leader[]
  /** Whether there are more than are told. */
  readonly isMore: boolean
  /** Where nobody is found, who on HR's list is meant: known by e-mail alone, so that no right can be theirs yet. */
  readonly awaited: string | undefined
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
  const awaited = found.length === 0 ? await findAwaited(ctx, text, words) : undefined
  return { people: found.slice(0, mostFound), isMore: found.length > mostFound, awaited }
}

async function findAwaited(ctx: Ctx, text: string, words: readonly string[]): Promise<string | undefined> {
  for await (const page of eachPage(ctx.store, awaitedLeaders, ctx.caller.tenantId)) {
    for (const { document } of page) {
      const { name, addresses } = document
      if (addresses.includes(text.toLowerCase()) || isNamed(name, words)) return name || (addresses[0] ?? text)
    }
  }
  return undefined
}

function isMeant(leader: Leader, text: string, words: readonly string[]): boolean {
  if (leader.erasing !== undefined) return false
  const exact = text.toLowerCase()
  if (leader.id === exact || addressesOf(leader).includes(exact)) return true
  return isNamed(leader.name, words)
}

function isNamed(name: string, words: readonly string[]): boolean {
  const own = wordsOf(name)
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
