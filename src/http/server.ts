import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import restify, { type Request, type Response } from 'restify'
import type { Config } from '../config/config'
import { AppError } from '../errors'
import type { Log } from '../log/log'
import { httpStatus } from './http-status'
import { createReadiness } from './readiness'
import { readJsonObject } from './request-body'
import { watcher } from './watcher'

export interface ServerOptions {
  readonly config: Pick<Config, 'host' | 'port' | 'watchToken' | 'isLocal'>
  readonly log: Log
  /** Answers one activity; `req.body` is an object with a string `type`. What it throws becomes a bare 5xx. */
  onActivity(req: Request, res: Response): Promise<void>
  /** Resolves when turns can be served, throws when not (the store's `check`). */
  health(): Promise<void>
  /** What `GET /metrics` tells whoever may watch. */
  figures(): Promise<string>
  /** What `GET /readyz` tells whoever may watch beside the status, when turns can be served; instants and durations only. */
  schedule(): Readonly<Record<string, string | number | null>>
  /** How long `close` waits for requests in flight. Default 5 s: App Service kills 5 to 10 s after its stop signal. */
  readonly drainMs?: number
}

export interface Server {
  /** @throws AppError `unavailable` when the port cannot be had */
  listen(): Promise<{ port: number }>
  /** Takes no more requests, lets those in flight end, then cuts what is left. May be called twice. */
  close(): Promise<void>
}

// An activity is at most about 100 KB in UTF-16 (docs/teams-facts.md#size-of-a-message); this leaves room for entities
// and channelData.
const mostBodyBytes = 256 * 1024
// Longer than any front end keeps a connection for reuse, else a request can meet a socket we are just closing.
const keepAliveMs = 240_000

/**
 * The HTTP edge: POST /api/messages, GET /healthz (the process lives), GET /readyz (it can serve), GET /metrics. The last two tell
 * strangers no more than whether: the rest is for the bearer of PEJLING_WATCH_TOKEN.
 */
export function createServer(options: ServerOptions): Server {
  const { config, log, onActivity, health, schedule, figures, drainMs = 5000 } = options
  const mayWatch = watcher(config)
  // Restify's own log lines can hold raw errors: silenced, ours are written below.
  const quiet = pino({ level: 'silent' }) as unknown as NonNullable<restify.ServerOptions['log']>
  const web = restify.createServer({ name: '', log: quiet })
  const http = web.server as HttpServer
  http.keepAliveTimeout = keepAliveMs
  http.requestTimeout = 30_000
  // Restify takes the socket of an `Upgrade:` request out of the server's hands and leaves it open for ever. With no listener Node
  // answers such a request like any other.
  http.removeAllListeners('upgrade')
  const readiness = createReadiness(health, log)

  web.post('/api/messages', async (req: Request, res: Response) => {
    const read = await readJsonObject(req, mostBodyBytes)
    if (read.status === 'refused') return answer(res, read.httpStatus)
    // The SDK would fail before it has authenticated anyone (docs/teams-facts.md#a-body-without-a-type).
    if (typeof read.body.type !== 'string') return answer(res, 400)
    req.body = read.body
    res.setHeader('X-Content-Type-Options', 'nosniff')
    await onActivity(req, res)
  })
  web.get('/healthz', async (_req: Request, res: Response) => answer(res, 200, { status: 'ok' }))
  web.get('/readyz', async (req: Request, res: Response) => {
    const isReady = await readiness()
    const more = mayWatch(req) ? schedule() : {}
    answer(res, isReady ? 200 : 503, isReady ? { status: 'ok', ...more } : { status: 'unavailable' })
  })
  web.get('/metrics', async (req: Request, res: Response) => {
    if (!mayWatch(req)) return answer(res, 404)
    res.sendRaw(200, await figures(), { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
  // Restify would answer with the error's own message, whatever it holds.
  web.on('restifyError', (_req: Request, res: Response, error: unknown, done: () => void) => {
    const status = httpStatus(error)
    if (status >= 500) log.error({ error, status }, 'request failed')
    if (!res.headersSent) answer(res, status)
    done()
  })

  let closing: Promise<void> | undefined
  return {
    listen: () =>
      new Promise((resolve, reject) => {
        web.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, config.port)))
        web.listen(config.port, config.host, () => resolve({ port: (http.address() as AddressInfo).port }))
      }),
    close: () => {
      closing ??= drain(http, drainMs)
      return closing
    },
  }
}

function answer(res: Response, status: number, body: object = { status }): void {
  res.sendRaw(status, JSON.stringify(body), {
    'Content-Type': 'application/json',
    'X-Content-Type-Options': 'nosniff',
  })
}

function listenFault(error: NodeJS.ErrnoException, port: number): AppError {
  const text = {
    EADDRINUSE: `Port ${port} is taken: stop the program that has it, or set PEJLING_PORT to another`,
    EACCES: `Port ${port} may not be opened by this user: set PEJLING_PORT to one above 1023`,
    EADDRNOTAVAIL: 'PEJLING_HOST is no address of this machine',
  }[error.code ?? '']
  return new AppError('unavailable', text ?? `Port ${port} cannot be opened (${error.code})`, { cause: error })
}

async function drain(http: HttpServer, drainMs: number): Promise<void> {
  if (!http.listening) return
  // A connection kept alive turns idle when its last answer is out; nothing but asking again tells.
  const sweep = setInterval(() => http.closeIdleConnections(), 25)
  const deadline = setTimeout(() => http.closeAllConnections(), drainMs)
  await new Promise((resolve) => http.close(resolve))
  clearInterval(sweep)
  clearTimeout(deadline)
}
