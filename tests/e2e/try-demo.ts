import { deepEqual, equal, match } from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { freePort, isTaken } from '../../demo/ports'
import type { Report } from './report'

const tsx = pathToFileURL(require.resolve('tsx')).href

/** Starts and ends `npm run demo` as a newcomer would, in a folder of its own and on ports that are free. */
export async function tryDemo(step: Report['step']): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-demo-'))
  const ports = { bot: await freePort(3_985), playground: await freePort(56_185) }
  const start = () => startDemo(folder, ports)
  try {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      await step(`The demo says what to open and ask, and stops bot and Playground on ${signal}`, async () => {
        const { child, written, ended } = start()
        await until(child, () => written.out.includes('Ctrl-C'))
        match(written.out, new RegExp(`http://localhost:${ports.playground}\\b`))
        match(written.out, /hvad forventes der af mig\?/)
        equal((await fetch(`http://localhost:${ports.playground}/`)).status, 200)
        equal((await fetch(`http://127.0.0.1:${ports.bot}/readyz`)).status, 200)
        child.kill(signal)
        deepEqual(await ended, [0, null])
        equal(written.err, '')
        deepEqual([await isTaken(ports.bot), await isTaken(ports.playground)], [false, false])
        equal(existsSync(join(folder, '.pejling', 'demo.sqlite')), true)
      })
    await step('The demo leaves nothing running when it is killed outright', async () => {
      const { child, written, ended } = start()
      await until(child, () => written.out.includes('Ctrl-C'))
      child.kill('SIGKILL')
      await ended
      await until(undefined, async () => !(await isTaken(ports.bot)) && !(await isTaken(ports.playground)))
    })
    for (const variable of ['PEJLING_PORT', 'PEJLING_PLAYGROUND_PORT'])
      await step(`The demo answers a taken port with one sentence that names ${variable}`, async () => {
        const port = variable === 'PEJLING_PORT' ? ports.bot : ports.playground
        const other = createServer().listen(port, '127.0.0.1')
        await once(other, 'listening')
        const { written, ended } = start()
        deepEqual(await ended, [1, null])
        deepEqual(written, {
          out: '',
          err: `Port ${port} is taken: stop the program that has it, or set ${variable} to another.\n`,
        })
        await new Promise((closed) => other.close(closed))
      })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function startDemo(folder: string, ports: { bot: number; playground: number }) {
  const child = spawn(process.execPath, ['--import', tsx, join(__dirname, '..', '..', 'demo', 'demo.ts')], {
    cwd: folder,
    env: { ...process.env, PEJLING_PORT: String(ports.bot), PEJLING_PLAYGROUND_PORT: String(ports.playground) },
  })
  const written = { out: '', err: '' }
  child.stdout.on('data', (data) => {
    written.out += data
  })
  child.stderr.on('data', (data) => {
    written.err += data
  })
  return { child, written, ended: once(child, 'close') }
}

async function until(child: ChildProcess | undefined, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 150_000
  while (!(await isSo())) {
    if (child?.exitCode != null || Date.now() > deadline) throw new Error('It did not happen')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
