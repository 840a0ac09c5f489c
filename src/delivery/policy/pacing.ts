/** At most `most` sends begun within any `ms` milliseconds. */
export interface RateWindow {
  readonly most: number
  readonly ms: number
}

/** What Teams lets a bot send to one conversation (docs/teams-facts.md#pace). */
export const conversationWindows: readonly RateWindow[] = [
  { most: 7, ms: 1000 },
  { most: 8, ms: 2000 },
  { most: 60, ms: 30_000 },
  { most: 1800, ms: 3_600_000 },
]
/** What Teams lets an app send to one tenant (the same page). */
export const tenantMost = 50

/** Kept below the limit, since messages do not arrive as evenly as they leave. */
const usedShare = 0.97
/** After the process was held up, so much of a second may be made up for at once. The window of a second holds all the same. */
const behindMs = 250
/** Below this rate a window of a second is too coarse to keep it by: nothing is made up for. */
const leastForWindow = 10
/** A conversation with so few sends is forgotten after this silence. What that could hide from the limit of an hour is taken off the limit. */
const silentMs = 30_000
const forgettable = 2
const hiddenInAnHour = (3_600_000 / silentMs) * forgettable

/** When the next message may leave. Time is handed in, in milliseconds of any steady clock. */
export interface Pacing {
  /**
   * Milliseconds until a message to this conversation may leave; 0: now, and it then counts as sent. Time that goes back
   * is taken as standing still for a moment: no limit is ever exceeded for it, nor does anything wait longer.
   */
  take(conversation: string, nowMs: number): number
  /** The part of that wait which is this conversation's own, so that others need not stand behind it. */
  conversationWaitMs(conversation: string, nowMs: number): number
  /**
   * Milliseconds until a message that has waited for the pace may truly leave. What is written down in between takes longer at
   * times, and without this wait many messages would leave together.
   */
  depart(nowMs: number): number
  /** @param perSecond this instance's share of what the tenant may be sent, above 0 */
  setRate(perSecond: number): void
}

/** Evenly spaced sends to the tenant, and sliding windows for each conversation. Pure but for what it remembers. */
export function createPacing(perSecond: number): Pacing {
  const time = createElapsed()
  const conversations = createConversations()
  const [begun, departed] = [createSecond(), createSecond()]
  let spacingMs = spacing(perSecond)
  let most = mostInSecond(perSecond)
  /** When the next message would leave if all left on time. */
  let nextMs = 0

  return {
    take(conversation, nowMs) {
      const elapsedMs = time(nowMs)
      // Whole milliseconds upwards, else a timer fires a moment early and is asked again and again.
      const own = conversations.waitMs(conversation, elapsedMs)
      const waitMs = Math.max(nextMs - elapsedMs, begun.waitMs(most, elapsedMs), own)
      if (waitMs > 0) return Math.ceil(waitMs)
      const behind = most === Number.POSITIVE_INFINITY ? spacingMs : behindMs
      nextMs = Math.max(nextMs, elapsedMs - behind) + spacingMs
      begun.note(elapsedMs)
      conversations.note(conversation, elapsedMs)
      return 0
    },
    conversationWaitMs: (conversation, nowMs) => Math.ceil(conversations.waitMs(conversation, time(nowMs))),
    depart(nowMs) {
      const elapsedMs = time(nowMs)
      const waitMs = departed.waitMs(most, elapsedMs)
      if (waitMs > 0) return Math.ceil(waitMs)
      departed.note(elapsedMs)
      return 0
    },
    setRate(rate) {
      spacingMs = spacing(rate)
      most = mostInSecond(rate)
      nextMs = Math.min(nextMs, time.last() + spacingMs)
    },
  }
}

function spacing(perSecond: number): number {
  return 1000 / (Math.min(perSecond, tenantMost) * usedShare)
}

function mostInSecond(perSecond: number): number {
  return perSecond < leastForWindow ? Number.POSITIVE_INFINITY : Math.floor(Math.min(perSecond, tenantMost))
}

/** What was sent within the last second, to anybody. */
function createSecond() {
  const times: number[] = []
  return {
    waitMs(most: number, nowMs: number): number {
      const oldest = times[times.length - most]
      return oldest === undefined ? 0 : oldest + 1000 - nowMs
    },
    note(nowMs: number): void {
      times.push(nowMs)
      if (times.length > tenantMost) times.shift()
    },
  }
}

/** The clock, but for steps backwards. */
function createElapsed() {
  let lastSeenMs: number | undefined
  let elapsedMs = 0
  const read = (nowMs: number): number => {
    elapsedMs += Math.max(0, nowMs - (lastSeenMs ?? nowMs))
    lastSeenMs = nowMs
    return elapsedMs
  }
  return Object.assign(read, { last: () => elapsedMs })
}

function createConversations() {
  /** When each was sent to, oldest first; the conversation sent to last stands last. */
  const sends = new Map<string, number[]>()
  const windows = conversationWindows.map(({ most, ms }) => ({
    most: ms === 3_600_000 ? most - hiddenInAnHour : most,
    ms,
  }))

  const forgetSilent = (nowMs: number): void => {
    for (const [conversation, times] of sends) {
      if (nowMs - (times.at(-1) ?? 0) <= silentMs) return
      // It has sent more: it goes on being remembered, for as long as an hour.
      dropOld(times, nowMs)
      sends.delete(conversation)
      if (times.length > forgettable) {
        sends.set(conversation, times)
        return
      }
    }
  }

  return {
    waitMs(conversation: string, nowMs: number): number {
      const times = sends.get(conversation) ?? []
      return Math.max(
        0,
        ...windows.map(({ most, ms }) => {
          const oldest = times[times.length - most]
          return oldest === undefined ? 0 : oldest + ms - nowMs
        }),
      )
    },
    note(conversation: string, nowMs: number): void {
      const times = sends.get(conversation) ?? []
      dropOld(times, nowMs)
      times.push(nowMs)
      sends.delete(conversation)
      sends.set(conversation, times)
      forgetSilent(nowMs)
    },
  }
}

function dropOld(times: number[], nowMs: number): void {
  const kept = times.findIndex((time) => nowMs - time < 3_600_000)
  times.splice(0, kept === -1 ? times.length : kept)
}
