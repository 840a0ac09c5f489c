import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { freePort, isTaken } from '../../demo/ports'

const tsx = pathToFileURL(require.resolve('tsx')).href

describe('npm run demo', () => {
  let folder: string
  let botPort: number
  let playgroundPort: number
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pejling-demo-'))
    botPort = await freePort(3_985)
    playgroundPort = await freePort(56_185)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function startDemo() {
    const child = spawn(process.execPath, ['--import', tsx, join(__dirname, '..', '..', 'demo', 'demo.ts')], {
      cwd: folder,
      env: { ...process.env, PEJLING_PORT: String(botPort), PEJLING_PLAYGROUND_PORT: String(playgroundPort) },
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

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'says what to open and ask, and stops bot and Playground on %s',
    async (signal) => {
      const { child, written, ended } = startDemo()
      await until(child, () => written.out.includes('Ctrl-C'))
      expect(written.out).toContain(`http://localhost:${playgroundPort}`)
      expect(written.out).toContain('hvad forventes der af mig?')
      expect((await fetch(`http://localhost:${playgroundPort}/`)).status).toBe(200)
      expect((await fetch(`http://127.0.0.1:${botPort}/readyz`)).status).toBe(200)

      child.kill(signal)
      expect(await ended).toEqual([0, null])
      expect(written.err).toBe('')
      expect([await isTaken(botPort), await isTaken(playgroundPort)]).toEqual([false, false])
      expect(existsSync(join(folder, '.pejling', 'demo.sqlite'))).toBe(true)
    },
    180_000,
  )

  test('leaves nothing running when it is killed outright', async () => {
    const { child, written, ended } = startDemo()
    await until(child, () => written.out.includes('Ctrl-C'))
    child.kill('SIGKILL')
    await ended
    await until(undefined, async () => !(await isTaken(botPort)) && !(await isTaken(playgroundPort)))
  }, 180_000)

  test.each(['PEJLING_PORT', 'PEJLING_PLAYGROUND_PORT'])(
    'answers a taken port with one sentence that names %s',
    async (variable) => {
      const port = variable === 'PEJLING_PORT' ? botPort : playgroundPort
      const other = createServer().listen(port, '127.0.0.1')
      await once(other, 'listening')
      const { written, ended } = startDemo()
      expect(await ended).toEqual([1, null])
      expect(written).toEqual({
        out: '',
        err: `Port ${port} is taken: stop the program that has it, or set ${variable} to another.\n`,
      })
      await new Promise((closed) => other.close(closed))
    },
    180_000,
  )
})

async function until(child: ChildProcess | undefined, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 150_000
  while (!(await isSo())) {
    if (child?.exitCode != null || Date.now() > deadline) throw new Error('It did not happen')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
