import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sendingCommand } from '../../src/cli/sending'

let folder: string
let said: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-sending-'))
  said = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const run = async (what: 'status' | 'pause' | 'resume') => {
  said = ''
  const env = { PEJLING_LOCAL: 'yes', PEJLING_SQLITE_FILE: join(folder, 'pejling.sqlite') }
  expect(await sendingCommand(env, what)).toBe(0)
  return said
}

test('an operator holds all sending and lets it go on', async () => {
  expect(await run('status')).toBe('going on\n')
  expect(await run('pause')).toBe('held (operator)\n')
  expect(await run('status')).toBe('held (operator)\n')
  expect(await run('resume')).toBe('going on\n')
})
