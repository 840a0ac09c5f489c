import { type Activity, ActivityTypes, CloudAdapter, type Request, type Response, type TurnContext } from 'botbuilder'
import type { Config } from '../config/config'
import type { Log } from '../log/log'
import { createReference } from '../log/reference'
import { type AuthenticatedRequest, TeamsAuthentication } from './authentication'
import { classifyFailure } from './classify-failure'
import type { ConnectorClient } from './connector-client'
import { connectorFailure } from './connector-limits'
import { dropOddNames } from './drop-odd-names'
import { errorAnswer } from './error-answer'
import { isRefusedToken, readRequest } from './inbound'
import { refusal } from './refusal'
import { typeName } from './type-name'

export interface AdapterOptions {
  readonly config: Config
  readonly log: Log
  /** What a leader is told when a turn fails; `reference` stands beside it in the log. */
  errorNotice(reference: string, locale?: 'da' | 'en'): string
  /** Teams has said "too many requests" to an answer: all else is to wait, too. @param ms null: it does not say how long */
  readonly onThrottled?: (ms: number | null) => void
  /** For each call to the connector. Default 15 s, as Teams gives up on a turn (docs/teams-facts.md#fifteen-seconds). */
  readonly timeoutMs?: number
  /** The SDK's own endpoint settings, for another cloud than the public one. */
  readonly endpoints?: Readonly<Record<string, string>>
}

type Logic = (context: TurnContext) => Promise<void>
type InvokeAnswer = { status: number; body?: unknown } | undefined

/**
 * The SDK's adapter made fit for one municipality: only authenticated activities of its own tenant reach the bot, a call
 * to Teams is made once and ends in time, and no error text leaves the process.
 *
 * A turn that began with a request never fails: the error is logged and the person gets a notice. What a proactive turn
 * throws (`continueConversationAsync`, `createConversationAsync`) goes to the caller, who decides what it means.
 */
export function createAdapter(options: AdapterOptions): BotAdapter {
  return new TeamsAdapter(options)
}

export interface BotAdapter extends CloudAdapter {
  /**
   * For messages that no turn is needed for: the same client that turns use, limited in time, without retries.
   * @throws AppError `forbidden` for an address that is not trusted
   */
  connector(serviceUrl: string): Promise<ConnectorClient>
}

class TeamsAdapter extends CloudAdapter implements BotAdapter {
  private readonly options: AdapterOptions
  /** Activities that came by request, told from those the SDK makes for proactive turns. */
  private readonly received = new WeakSet<object>()

  constructor(options: AdapterOptions) {
    const { config, timeoutMs = 15_000, endpoints = {} } = options
    super(new TeamsAuthentication({ config, timeoutMs, endpoints }))
    this.options = options
    this.onTurnError = (context, error) => this.answerError(context, error)
  }

  connector(serviceUrl: string): Promise<ConnectorClient> {
    const claims = this.createClaimsIdentity(this.options.config.appId)
    return this.botFrameworkAuthentication.createConnectorFactory(claims).create(serviceUrl)
  }

  /** As the SDK's, which answers with the error's message and prints it. */
  override process(req: Request, res: Response, logic: Logic): Promise<void>
  override process(req: Request, socket: unknown, head: unknown, logic: Logic): Promise<void>
  override async process(req: Request, res: unknown, logic: unknown, streaming?: unknown): Promise<void> {
    if (streaming) throw new Error('streaming connections are not supported')
    const end = answerer(res as Response)
    const request = readRequest(req)
    if (!request) return end(400)
    try {
      const answer = await this.processActivity(request.authorization, request.activity, logic as Logic)
      end(answer?.status ?? 200, answer?.body)
    } catch (error) {
      if (isRefusedToken(error)) {
        this.options.log.warn({ error }, 'request without a valid token')
        return end(401)
      }
      // Such as Bot Framework's keys out of reach: Teams may try again.
      this.options.log.error({ error }, 'activity not processed')
      end(503)
    }
  }

  /** Authenticates, then refuses what is not ours, before the SDK prepares anything for the turn. */
  protected override processActivity(authHeader: string, activity: Activity, logic: Logic): Promise<InvokeAnswer>
  protected override processActivity(
    request: AuthenticatedRequest,
    activity: Activity,
    logic: Logic,
  ): Promise<InvokeAnswer>
  protected override async processActivity(
    auth: string | AuthenticatedRequest,
    activity: Activity,
    logic: Logic,
  ): Promise<InvokeAnswer> {
    const request =
      typeof auth === 'string' ? await this.botFrameworkAuthentication.authenticateRequest(activity, auth) : auth
    const reason = refusal(activity, this.options.config)
    if (reason) {
      this.options.log.warn({ activityType: typeName(activity), reason }, 'activity refused')
      return activity.type === ActivityTypes.Invoke ? { status: 403 } : undefined
    }
    dropOddNames(activity)
    this.received.add(activity)
    return super.processActivity(request, activity, logic)
  }

  private async answerError(context: TurnContext, error: unknown): Promise<void> {
    const { activity } = context
    if (!this.received.has(activity)) throw error
    const { log, errorNotice } = this.options
    const reference = createReference()
    log.error({ reference, activityType: typeName(activity), error }, 'turn failed')
    const failure = connectorFailure(error) && classifyFailure(error)
    if (failure?.status === 'throttled') this.options.onThrottled?.(failure.retryAfterMs)
    try {
      if (activity.type === ActivityTypes.Invoke) {
        await context.sendActivity(errorAnswer(activity.name, errorNotice(reference)))
      }
      // Of an answer about a file Teams shows nothing, so it is told like a message. Nobody waits for an answer to an event,
      // and where sending has just failed another attempt fails alike.
      const isTold = activity.type === ActivityTypes.Message || activity.name === 'fileConsent/invoke'
      if (isTold && !connectorFailure(error)) await context.sendActivity(errorNotice(reference))
    } catch (failure) {
      log.warn({ reference, error: failure }, 'error notice not sent')
    }
  }
}

function answerer(res: Response): (status: number, body?: unknown) => void {
  return (status, body) => {
    res.status(status)
    if (body === undefined) return void res.end()
    res.header('Content-Type', 'application/json')
    res.send(body)
  }
}
