import type { MetPerson } from '../people/roster/meet-awaited'

/** Somebody as Teams describes a member of a chat or team; nobody where it is a guest without an object id, or says nothing of one. */
export function metPerson(account: object): MetPerson[] {
  const { aadObjectId, objectId, name, email, userPrincipalName } = account as Readonly<Record<string, unknown>>
  const id = text(aadObjectId) || text(objectId)
  const addresses = [text(email), text(userPrincipalName)].filter((address) => address !== '')
  return id === '' || addresses.length === 0 ? [] : [{ id: id.toLowerCase(), name: text(name), addresses }]
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
