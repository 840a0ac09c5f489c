import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadEnvFile } from '../../src/config/load-env-file'

const before = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'pejling-env-'))

beforeAll(() => process.chdir(folder))
afterAll(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true })
})

test('without a file nothing changes; with one its settings are taken over, and what the environment says already stands', () => {
  const env: NodeJS.ProcessEnv = { PEJLING_CONTACT: 'it@kommune.example' }
  loadEnvFile(env)
  expect(env).toEqual({ PEJLING_CONTACT: 'it@kommune.example' })
  writeFileSync('.env', '# none\nPEJLING_LOCALE=en\nPEJLING_CONTACT=another\n')
  loadEnvFile(env)
  expect(env).toEqual({ PEJLING_CONTACT: 'it@kommune.example', PEJLING_LOCALE: 'en' })
})
