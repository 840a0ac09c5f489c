import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../src/app'
import { readConfig } from '../src/config/config'
import { createLog } from '../src/log/log'

const question = 'Hvad forventes der af en leder af ledere?'

/** Runs the program as far as its first answer, on this machine alone, so that V8 has compiled what a start needs. */
export async function warm(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-warm-'))
  const config = readConfig({
    PEJLING_LOCAL: 'yes',
    PEJLING_PORT: '0',
    PEJLING_SQLITE_FILE: join(folder, 'warm.sqlite'),
  })
  const app = await createApp({ config, log: createLog({ level: 'error' }) })
  const teams = createServer((req, res) => {
    res.setHeader('content-type', 'application/json')
    req.resume().once('end', () => res.end('{"id":"1"}'))
  })
  try {
    const { port } = await app.server.listen()
    await new Promise<void>((resolve) => teams.listen(0, '127.0.0.1', resolve))
    const status = await post(port, activity(`http://127.0.0.1:${(teams.address() as AddressInfo).port}`, config.tenantId))
    if (status !== 200) throw new Error(`the first question was answered with ${status}`)
  } finally {
    await app.close()
    teams.close()
    teams.closeAllConnections()
    rmSync(folder, { recursive: true })
  }
}

function activity(serviceUrl: string, tenantId: string) {
  return {
    type: 'message',
    id: '1',
    text: question,
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:warm', aadObjectId: '00000000-0000-4000-8000-000000000000' },
    conversation: { id: 'a:warm', conversationType: 'personal', tenantId },
    recipient: { id: '28:bot' },
    channelData: { tenant: { id: tenantId } },
  }
}

function post(port: number, body: object): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers: { 'content-type': 'application/json' } }
    request(to, (res) => {
      res.resume().once('end', () => resolve(res.statusCode))
    })
      .once('error', reject)
      .end(JSON.stringify(body))
  })
}
