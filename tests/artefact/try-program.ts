import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { sampleEnv } from '../manifest/sample-env'
import { createBotClient, person, personalMessage } from '../support/bot-client'
import { createFakeConnector } from '../support/fake-connector'
import type { Steps } from './create-steps'
import { runToEnd, startServer } from './program-process'

const mostMegabytes = 45
const leader = person(1)
const leaderId = '10000000-0000-4000-8000-000000000001'

/** Uses the program in a folder: the command line, a conversation, a roster, a campaign to its first send, faults, and the end. */
export async function tryProgram(
  { folder, env: image }: { readonly folder: string; readonly env: Readonly<Record<string, string>> },
  state: string,
  { step }: Steps,
): Promise<void> {
  mkdirSync(state)
  const { NODE_ENV: _, ...rest } = image
  const env = { ...rest, PEJLING_LOCAL: 'yes', PEJLING_PORT: '0', PEJLING_SQLITE_FILE: join(state, 'pejling.sqlite') }
  const pejling = async (...args: string[]) => {
    const { code, text } = await runToEnd(folder, ['cli.js', ...args], env)
    assert.equal(code, 0, text)
    return text
  }
  const before = filesOf(folder)

  await step(`installed it takes at most ${mostMegabytes} MB`, () => {
    const megabytes = Number(execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0])
    assert.ok(megabytes <= mostMegabytes, `${megabytes} MB`)
    return `${megabytes} MB`
  })
  await step('what V8 compiled is there for the next start', () => {
    assert.equal(readdirSync(join(folder, 'lib')).filter((name) => name.endsWith('.cache')).length, 2)
  })
  await step('whose work is in it is said', () => {
    assert.match(readFileSync(join(folder, 'NOTICE'), 'utf8'), /botbuilder 4[\s\S]*MIT License/)
  })
  await step('check finds no fault where nothing is set', async () => {
    const { code, text } = await runToEnd(folder, ['cli.js', 'check'], rest)
    assert.equal(code, 0, text)
  })
  await step('ask answers', async () => {
    assert.match(await pejling('ask', 'hvad betyder følgeskab i Sønderborg?'), /følgeskab/i)
  })
  await step('the package for Teams is built', async () => {
    const file = join(state, 'pejling.zip')
    const { code, text } = await runToEnd(folder, ['cli.js', 'manifest', file], { ...rest, ...sampleEnv })
    assert.equal(code, 0, text)
    assert.ok(existsSync(file))
  })

  const connector = await createFakeConnector()
  const server = await startServer(folder, env)
  const client = createBotClient({ botUrl: `http://127.0.0.1:${server.port}`, connector })
  await step('a leader asks and is answered with a card', async () => {
    const { status, replies } = await client.post(
      personalMessage('Hvad forventes der af en chef i Sønderborg?', leader),
    )
    assert.equal(status, 200)
    assert.ok(replies.some(({ attachments }) => attachments?.length))
    return `${memoryOf(server.pid)} MB resident`
  })
  await step('the leaders are imported', async () => {
    const file = join(state, 'ledere.csv')
    writeFileSync(file, `objectId;name;framework;role\n${leaderId};Leder 1;skanderborg;kontraktholder\n`)
    assert.match(await pejling('roster', 'import', file), /1 updated|1 created/)
  })
  await step('a campaign is planned, started and sent', async () => {
    const who = [
      '--name',
      'Prøve',
      '--everybody',
      '--send-on-weekends',
      '--send-on-holidays',
      '--send-on-customary-days',
    ]
    const { id } = z
      .looseObject({ id: z.string() })
      .parse(JSON.parse(await pejling('campaign', 'create', '--json', ...who, ...inAMinute())))
    await pejling('campaign', 'preview', id)
    await pejling('campaign', 'start', id)
    connector.clear()
    await connector.waitFor(({ kind, body }) => kind !== 'read' && Boolean(body.attachments?.length), 150_000)
  })
  await step('a port that is taken is said in a sentence', async () => {
    const { code, text } = await runToEnd(folder, ['main.js'], {
      ...env,
      PEJLING_PORT: String(server.port),
      PEJLING_SQLITE_FILE: join(state, 'another.sqlite'),
    })
    assert.equal(code, 1)
    assert.match(text, /Port \d+ is taken/)
    assert.doesNotMatch(text, /\n\s+at /)
  })
  await step('a second server on the same file is refused', async () => {
    const { code, text } = await runToEnd(folder, ['main.js'], env)
    assert.equal(code, 1)
    assert.match(text, /Another Pejling server/)
  })
  await step('the store is copied while the server runs', async () => {
    await pejling('store', 'backup', join(state, 'backup.sqlite'))
  })
  await step('a stop signal ends it in order, whoever still holds a connection for another protocol', async () => {
    const held = connect(server.port, '127.0.0.1')
    held.on('error', () => undefined)
    held.write('GET /healthz HTTP/1.1\r\nHost: pejling\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    await once(held, 'data')
    assert.equal(await server.stop(), 0)
    held.destroy()
  })
  await step('the backup is put back', async () => {
    await pejling('store', 'restore', join(state, 'backup.sqlite'))
    assert.match(await pejling('campaign', 'status'), /Prøve/)
  })
  await step('a store that is not there is said in a sentence', async () => {
    const { code, text } = await runToEnd(folder, ['main.js'], {
      ...env,
      PEJLING_SQLITE_FILE: join(state, 'none', 'a.sqlite'),
    })
    assert.equal(code, 1)
    assert.match(text, /its folder does not exist/)
    assert.doesNotMatch(text, /\n\s+at /)
  })
  await step('nothing was written beside the program, whose root may be read-only', () => {
    assert.deepEqual(filesOf(folder), before)
  })
  await connector.close()
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
    .sort()
}

function memoryOf(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
}

/** The flags of a campaign whose first occasion comes with the next minute but one, in Denmark. */
function inAMinute(): string[] {
  const at = new Date(Date.now() + 90_000)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', ...options }).format(at)
  const time = format({ hour: '2-digit', minute: '2-digit' })
  return ['--time', time, '--first', format({ dateStyle: 'short' }), '--every', 'week']
}
