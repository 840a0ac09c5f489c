/**
 * Ids are the idempotency keys: the same act computes the same id, and `create` answering "exists" means "already done".
 * Cosmos DB refuses `/` in an id, so the slashes of a prompt id become dots.
 */

/** One reflection a day on one prompt that the leader asked for. @param localDate YYYY-MM-DD where the leader is */
export function reflectionId(promptId: string, localDate: string): string {
  return `${promptId.replaceAll('/', '.')}:${localDate}`
}
