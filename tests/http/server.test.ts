import { request } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Request, Response } from 'restify'
import { AppError } from '../../src/errors'
import { createServer, type Server, type ServerOptions } from '../../src/http/server'
import { createLogLines } from '../support/log-lines'

const secret = 'Bearer eyJhbGciOi.hemmelig.sig'
const running: Server[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

async function start(options: Partial<ServerOptions> = {}) {
  const logLines = createLogLines()
  const received: unknown[] = []
  const server = createServer({
    config: { host: '127.0.0.1', port: 0, isLocal: true, watchToken: '' },
    figures: async () => 'figures',
    log: logLines.log,
    health: async () => {},
    schedule: () => ({}),
    onActivity: async (req: Request, res: Response) => {
      received.push(req.body)
      res.status(200)
      res.end()
    },
    ...options,
  })
  running.push(server)
  const { port } = await server.listen()
  const url = `http://127.0.0.1:${port}`
  const post = (body: RequestInit['body'], headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${url}/api/messages`, { method: 'POST', body, headers })
  return { server, port, url, post, received, ...logLines }
}

test('hands a JSON activity on, whatever the charset', async () => {
  const { post, received } = await start()
  const response = await post('{"type":"message","text":"æøå"}', { 'content-type': 'application/json; charset=utf-8' })
  expect(response.status).toBe(200)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(received).toEqual([{ type: 'message', text: 'æøå' }])
})

test.each([
  ['no JSON', '{"type":', 400],
  ['nothing', '', 400],
  ['a list', '[{"type":"message"}]', 400],
  ['null', 'null', 400],
  ['an object without a type', '{"text":"hej"}', 400],
  ['a type that is no text', '{"type":{"toString":1}}', 400],
  ['2 MB', JSON.stringify({ type: 'message', text: 'x'.repeat(2_000_000) }), 413],
])('a body that is %s is refused and not handed on', async (_what, body, status) => {
  const { post, received } = await start()
  const response = await post(body)
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ status })
  expect(received).toEqual([])
})

test('a body of 200 KB passes', async () => {
  const { post } = await start()
  expect((await post(JSON.stringify({ type: 'message', text: 'x'.repeat(200_000) }))).status).toBe(200)
})

test('an upload without end is cut off', async () => {
  const { url, received } = await start()
  const upload = request(`${url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' } })
  const cut = new Promise((resolve) => upload.once('error', resolve))
  const more = () => upload.write(Buffer.alloc(65_536, 'x'), (error) => error || setImmediate(more))
  more()
  expect(await cut).toMatchObject({ code: expect.stringMatching('ECONNRESET|EPIPE') })
  expect(received).toEqual([])
})

test('a packed body is refused, be it a bomb or broken', async () => {
  const { post, url } = await start()
  const packed = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  const bomb = gzipSync(JSON.stringify({ type: 'message', text: 'x'.repeat(50_000_000) }))
  expect((await post(new Uint8Array(bomb), packed)).status).toBe(415)
  expect((await post('not gzip at all', packed)).status).toBe(415)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('a form or text, which a web page could post without asking, is refused', async () => {
  const { post } = await start()
  expect((await post('{"type":"message"}', { 'content-type': 'text/plain' })).status).toBe(415)
})

test('GET /api/messages is 405, an unknown path 404, a broken one no 500', async () => {
  const { url } = await start()
  expect((await fetch(`${url}/api/messages`)).status).toBe(405)
  expect((await fetch(`${url}/.env`)).status).toBe(404)
  expect((await fetch(`${url}/%zz`)).status).toBeLessThan(500)
})

test('the text of an unexpected error is in no response and in no log line', async () => {
  const { post, lines, text } = await start({
    onActivity: async () => {
      throw Object.assign(new Error(secret), { statusCode: 403, body: { message: secret } })
    },
  })
  for (const accept of ['application/json', 'text/plain', 'application/javascript', '*/*']) {
    const response = await post('{"type":"message"}', { 'content-type': 'application/json', accept })
    expect(response.status).toBe(500)
    expect(await response.text()).toBe('{"status":500}')
  }
  expect(lines()[0]).toMatchObject({ message: 'request failed', error: { name: 'Error', statusCode: 403 } })
  expect(text()).not.toContain('Bearer')
})

test('an error of ours gives its status only', async () => {
  const { post } = await start({ onActivity: () => Promise.reject(new AppError('unavailable', secret)) })
  const response = await post('{"type":"message"}')
  expect([response.status, await response.text()]).toEqual([503, '{"status":503}'])
})

test('/healthz lives without the store; /readyz does not, and says so once in the log', async () => {
  let checks = 0
  const { url, lines, text } = await start({
    health: async () => {
      checks += 1
      throw new Error(secret)
    },
  })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  const answers = await Promise.all([1, 2, 3].map(() => fetch(`${url}/readyz`)))
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503])
  expect(checks).toBe(1)
  expect(lines().map(({ message }) => message)).toEqual(['not ready'])
  expect(text()).not.toContain('Bearer')
})

test('/readyz tells when something is sent next and how late the oldest work is', async () => {
  const { url } = await start({ schedule: () => ({ nextRunAt: '2027-01-05T07:00:00.000Z', oldestUndoneMs: 0 }) })
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
    status: 'ok',
    nextRunAt: '2027-01-05T07:00:00.000Z',
    oldestUndoneMs: 0,
  })
})

test('a taken port is told with the way out', async () => {
  const { port } = await start()
  const second = createServer({
    config: { host: '127.0.0.1', port, isLocal: true, watchToken: '' },
    log: createLogLines().log,
    health: async () => {},
    schedule: () => ({}),
    figures: async () => '',
    onActivity: async () => {},
  })
  await expect(second.listen()).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(`^Port ${port} is taken.*PEJLING_PORT`),
  })
})

test('close lets a request in flight end, takes no new ones, and leaves no socket', async () => {
  const entered = deferred()
  const released = deferred()
  const { server, url, post } = await start({
    onActivity: async (_req, res) => {
      entered.resolve()
      await released.promise
      res.status(200)
      res.end()
    },
  })
  const inFlight = post('{"type":"message"}')
  await entered.promise
  const closed = server.close()
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  released.resolve()
  expect((await inFlight).status).toBe(200)
  await closed
})

test('close cuts a request that does not end, and idle sockets at once', async () => {
  const { server, port, post } = await start({ drainMs: 100, onActivity: () => new Promise(() => {}) })
  const idle = connect(port, '127.0.0.1')
  await new Promise((resolve) => idle.once('connect', resolve))
  const stuck = post('{"type":"message"}')
  const cut = expect(stuck).rejects.toThrow()
  await server.close()
  await cut
  await server.close()
})

function deferred(): { promise: Promise<void>; resolve(): void } {
  let resolve = () => {}
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil
  })
  return { promise, resolve: () => resolve() }
}

test('a request that asks for another protocol is answered like any other, and keeps neither its socket nor the process', async () => {
  const { server, port } = await start()
  const answers = await Promise.all(
    ['GET /healthz HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade', 'CONNECT x:80 HTTP/1.1'].map(
      (head) =>
        new Promise<string>((resolve) => {
          const socket = connect(port, '127.0.0.1', () => socket.write(`${head}\r\nHost: x\r\n\r\n`))
          let said = ''
          socket.on('data', (data) => {
            said += data
            if (said.includes('\r\n')) resolve(said)
          })
          socket.on('close', () => resolve(said))
          socket.on('error', () => resolve('cut'))
        }),
    ),
  )
  expect(answers[0]).toMatch(/^HTTP\/1\.1 200 /)
  expect(answers[1]).not.toMatch(/ 200 /)
  const asked = Date.now()
  await server.close()
  expect(Date.now() - asked).toBeLessThan(2_000)
})

test('strangers learn whether it is ready and nothing else; the bearer of the token sees times and figures', async () => {
  const watchToken = 'a-token-of-some-length'
  const { url } = await start({
    config: { host: '127.0.0.1', port: 0, isLocal: false, watchToken },
    schedule: () => ({ oldestUndoneMs: 5 }),
  })
  const get = (path: string, authorization: string) => fetch(`${url}${path}`, { headers: { authorization } })
  for (const wrong of ['', 'Bearer ', `Bearer ${watchToken}x`, watchToken]) {
    expect(await (await get('/readyz', wrong)).json()).toEqual({ status: 'ok' })
    expect((await get('/metrics', wrong)).status).toBe(404)
  }
  expect(await (await get('/readyz', `Bearer ${watchToken}`)).json()).toEqual({ status: 'ok', oldestUndoneMs: 5 })
  expect(await (await get('/metrics', `Bearer ${watchToken}`)).text()).toBe('figures')
})

test('without a token nobody sees figures', async () => {
  const { url } = await start({ config: { host: '127.0.0.1', port: 0, isLocal: false, watchToken: '' } })
  expect((await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer ' } })).status).toBe(404)
})
