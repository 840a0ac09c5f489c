import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app'
import { lookAtStore } from '../../src/cli/look-at-store'
import { readConfig } from '../../src/config/config'
import { openAdapter } from '../../src/open-store'
import { installation } from '../../src/records/installation'
import { systemClock } from '../../src/time/clock'
import { startCosmosAccount } from '../support/cosmos-account'
import { knowledge } from '../support/kept'
import { createLogLines } from '../support/log-lines'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-look-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => join(folder, 'pejling.sqlite')
const config = (env = {}) => readConfig({ PEJLING_LOCAL: 'yes', PEJLING_SQLITE_FILE: file(), ...env })
const { log } = createLogLines()

async function writeVersion(version: number): Promise<void> {
  const store = await openAdapter(config(), systemClock, log)
  const at = new Date().toISOString()
  await store.create(installation, { id: 'schema', version, program: '9.9.9', at })
  await store.close()
}

test('a file that is not there yet is not made', async () => {
  expect(await lookAtStore(config())).toContain('is made at the first start')
  expect(existsSync(file())).toBe(false)
})

test('a folder that is not there is said', async () => {
  const nowhere = config({ PEJLING_SQLITE_FILE: join(folder, 'none', 'a.sqlite') })
  await expect(lookAtStore(nowhere)).rejects.toThrow('its folder is not there')
})

test('a newer store is refused by the look and by the start, in one sentence', async () => {
  await writeVersion(2)
  await expect(lookAtStore(config())).rejects.toThrow('this program reads up to 1')
  await expect(createApp({ config: config(), log, knowledge })).rejects.toThrow('this program reads up to 1')
})

test('an account of Cosmos DB is looked at, and given nothing', async () => {
  const account = await startCosmosAccount()
  try {
    expect(await lookAtStore(config(account.env))).toBe('Cosmos DB answers')
    expect(account.seen.filter(({ method, path }) => method === 'POST' && path.endsWith('/docs'))).toEqual([])
    account.disturb(() => ({ status: 403 }))
    await expect(lookAtStore(config(account.env))).rejects.toThrow('Cosmos DB Built-in Data Contributor')
  } finally {
    await account.close()
  }
})
