import { createHash, randomInt } from 'node:crypto'

/**
 * Ids are the idempotency keys: the same act computes the same id, and `create` answering "exists" means "already done".
 * Cosmos DB refuses `/` in an id, so the slashes of a prompt id become dots.
 */

/** One reflection a day on one prompt that the leader asked for. @param localDate YYYY-MM-DD where the leader is */
export function reflectionId(promptId: string, localDate: string): string {
  return `${promptId.replaceAll('/', '.')}:${localDate}`
}

/** A note of the leader's own. @param key of what made it: the activity, or the form it was written in */
export function noteId(key: string): string {
  return `note:${key}`
}

/** A talk about expectations. @param key of the form it was prepared in */
export function talkId(key: string): string {
  return `talk:${key}`
}

/** An answer asked about again: once for each time that it was written. */
export function againId(reflectionId: string, revision: number): string {
  return `again:${revision}:${reflectionId}`
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Drawn by lot. Without colon, hyphen or dot, since ids of occasions and deliveries begin with it. */
export function newCampaignId(): string {
  return `c${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`
}

export function newRosterId(): string {
  return `r${newCampaignId().slice(1)}`
}

export function rosterPageId(draftId: string, number: number): string {
  return `${draftId}:p${number}`
}

/** Whoever is known by an address only: the address is no key that may stand in a log. @param address in small letters */
export function awaitedId(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 32)
}

/** One run of a campaign. @param localDate YYYY-MM-DD in the campaign's zone */
export function occasionId(campaignId: string, localDate: string): string {
  return `${campaignId}:${localDate}`
}

/** One occasion to one recipient, and the leader's reflection on it. */
export function deliveryId(occasion: string, recipientId: string): string {
  return `${occasion}:${recipientId}`
}

export function pageId(occasion: string, number: number): string {
  return `${occasion}:p${number}`
}

export function snoozeId(leaderId: string, reflectionId: string): string {
  return `${leaderId}:${reflectionId}`
}

/** The campaign and occasion in the id of an occasion, page or delivery; undefined for anything else. Campaign ids have no dot. */
export function occasionOf(id: string): { campaignId: string; occasionId: string; date: string } | undefined {
  const [, campaignId, date] = /^([^:.]+):(\d{4}-\d{2}-\d{2})(?::|$)/.exec(id) ?? []
  return campaignId && date ? { campaignId, date, occasionId: `${campaignId}:${date}` } : undefined
}
