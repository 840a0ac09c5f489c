/** How long things may take: two operations at their worst fit the 15 seconds that Teams gives a turn. */
export interface CosmosTimings {
  /** One request, in milliseconds. The SDK's own default is a minute. */
  readonly requestTimeoutMs: number
  /** All waiting that the service asks for with 429 within one operation, in milliseconds. */
  readonly throttleWaitMs: number
  /** One operation of the store with all its retries, in milliseconds. */
  readonly deadlineMs: number
  /** The pause before the first repetition of ours; it doubles each time. */
  readonly retryDelayMs: number
}

export const defaultCosmosTimings: CosmosTimings = {
  requestTimeoutMs: 5000,
  throttleWaitMs: 4000,
  deadlineMs: 7000,
  retryDelayMs: 200,
}
