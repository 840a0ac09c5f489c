import type { Role } from '../../framework/schema'

/** One person's title: "Leder af ledere", "Fag- og stabschef", but not "Chefer" or "Direktionen". */
const oneLeader = /(^leder\b)|(leder|chef|direktør|holder|rektor|medarbejder)$/i

/** A role's title inside a Danish sentence: "leder af ledere", "fag- og stabschef". A short form such as HR keeps its capitals. */
export function roleInSentence(title: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}

/** Whether Danish can say "dig som …" of the role. */
export function isOneLeader(role: Pick<Role, 'title' | 'group'>): boolean {
  return !role.group && oneLeader.test(role.title)
}
