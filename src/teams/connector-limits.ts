import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { ConnectorClient } from './connector-client'

/** How far a failed call to the connector came. */
export interface ConnectorFailure {
  /** False: it failed before anything was sent, such as at getting a token. */
  readonly hasDeparted: boolean
  /** False: certainly nothing was sent, so sending again cannot double a message. True: it may have arrived. */
  readonly mayHaveArrived: boolean
}

interface PipelineRequest {
  readonly url: string
  agent?: HttpAgent
  abortSignal?: AbortSignal
}
interface Policy {
  name: string
  sendRequest(request: PipelineRequest, next: (request: PipelineRequest) => Promise<unknown>): Promise<unknown>
}
interface Pipeline {
  removePolicy(policy: { name: string }): readonly unknown[]
  addPolicy(policy: Policy, options?: { phase?: 'Sign'; beforePolicies?: string[] }): void
}

const failures = new WeakMap<object, ConnectorFailure>()
// Errors of a connection that was never made (Node's names).
const neverConnected = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'])

/** How far the connector call came that ended in `thrown`; undefined when it was no connector call that failed. */
export function connectorFailure(thrown: unknown): ConnectorFailure | undefined {
  return typeof thrown === 'object' && thrown !== null ? failures.get(thrown) : undefined
}

/**
 * A connection that has stood idle is not used again: the other side may be closing it (many do after 5 s), and a message
 * written into that is lost, or worse, may have arrived. Active connections are not concerned.
 */
const idle = { keepAlive: true, timeout: 1500 }
const httpAgent = new HttpAgent(idle)
const httpsAgent = new HttpsAgent(idle)

/**
 * Takes the SDK's retries from a client and gives it a time limit. Both are missing choices of the SDK: it repeats a
 * POST up to three times on 5xx and on a broken connection, although the first may have arrived, and it waits for an
 * answer forever (tried, docs/teams-facts.md#the-sdks-own-retries).
 * @param timeoutMs for a whole call: getting a token, sending, and reading the answer
 */
export function limitConnector(client: ConnectorClient, timeoutMs: number): void {
  // The SDK keeps its pipeline private; this is the one place that reaches for it.
  const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client
  if (pipeline.removePolicy({ name: 'defaultRetryPolicy' }).length === 0) {
    throw new Error('botbuilder has no defaultRetryPolicy any more: look for where it retries now')
  }

  const departed = new WeakSet<object>()
  pipeline.addPolicy(
    {
      name: 'pejlingLimit',
      async sendRequest(request, next) {
        const abort = new AbortController()
        request.abortSignal = abort.signal
        request.agent = request.url.startsWith('https:') ? httpsAgent : httpAgent
        let timer: NodeJS.Timeout | undefined
        // Aborting ends the HTTP request; fetching a token does not listen, hence the race.
        const late = new Promise<never>((_resolve, reject) => {
          timer = setTimeout(() => {
            abort.abort()
            reject(Object.assign(new Error('the connector takes too long'), { name: 'AbortError' }))
          }, timeoutMs)
        })
        try {
          return await Promise.race([next(request), late])
        } catch (thrown) {
          note(thrown, departed.has(abort.signal))
          throw thrown
        } finally {
          clearTimeout(timer)
        }
      },
    },
    // This policy is the first, since the token is fetched in the second one.
    { beforePolicies: ['ServiceClientContext_RequestPolicyFactories', 'ServiceClientContext_Credentials_SignRequest'] },
  )
  pipeline.addPolicy(
    {
      name: 'pejlingDeparture',
      sendRequest(request, next) {
        if (request.abortSignal) departed.add(request.abortSignal)
        return next(request)
      },
    },
    // This policy is the last one before the request leaves.
    { phase: 'Sign' },
  )
}

function note(thrown: unknown, hasDeparted: boolean): void {
  if (typeof thrown !== 'object' || thrown === null) return
  const { code, statusCode } = thrown as { code?: unknown; statusCode?: unknown }
  const isUnconnected = typeof code === 'string' && neverConnected.has(code)
  // A 4xx is a refusal, except 408: the other side may have taken the message and then run out of time.
  const isRefused = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 && statusCode !== 408
  failures.set(thrown, {
    hasDeparted: hasDeparted && !isUnconnected,
    mayHaveArrived: hasDeparted && !isUnconnected && !isRefused,
  })
}
