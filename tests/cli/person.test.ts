import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { auditList } from '../../src/cli/audit-list'
import { personCommands } from '../../src/cli/person'
import { rosterCommand } from '../../src/cli/roster'
import { readConfig } from '../../src/config/config'
import { openStore } from '../../src/open-store'
import { reflections } from '../../src/records/reflection'
import { everyDocument } from '../../src/store/every-document'
import { createFakeClock } from '../support/fake-clock'
import { createLogLines } from '../support/log-lines'
import { createCommandLine } from './command-line'

const line = createCommandLine()
afterAll(() => line.dispose())
const id = '10000000-0000-4000-8000-000000000007'

const run = async (verb: string, ...args: string[]) => {
  line.printed()
  expect(await personCommands[verb]?.(line.env, args)).toBe(0)
  return line.printed()
}
const refusal = (verb: string, ...args: string[]) => expect(personCommands[verb]?.(line.env, args)).rejects

async function inStore<T>(act: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> {
  const store = await openStore(readConfig(line.env), createFakeClock(), createLogLines().log)
  try {
    return await act(store)
  } finally {
    await store.close()
  }
}

beforeAll(async () => {
  const file = join(line.folder, 'ledere.csv')
  writeFileSync(file, `objectId;name;framework;role\n${id};Karoline Prøve;skanderborg;kontraktholder\n`)
  await rosterCommand(line.env, [file])
  await inStore((store) =>
    store.create(reflections, {
      id: 'skanderborg-q1:2026-01-05',
      leaderId: id,
      promptId: 'skanderborg/alle-ledere/lede-igennem-processer/q1',
      statementIds: ['skanderborg/alle-ledere/lede-igennem-processer/1'],
      text: 'En hemmelig tanke',
      state: 'answered',
      createdAt: '2026-01-05T08:00:00.000Z',
      shownAt: '2026-01-05T08:00:00.000Z',
    }),
  )
})

test('a person is listed and shown without what they wrote', async () => {
  expect(await run('list')).toMatch(/10000000-.*Karoline Prøve\s+skanderborg\s+kontraktholder/)
  const shown = await run('show', id.toUpperCase())
  expect(JSON.parse(shown)).toMatchObject({ id, role: 'kontraktholder', records: { reflections: 1 } })
  expect(shown).not.toContain('hemmelig')
})

test('an export says why and by whom, is the owner’s file alone, and never written over another', async () => {
  const file = join(line.folder, 'export.json')
  await refusal('export', id, file).toThrow('--by NAME and --reason')
  await run('export', id, file, '--by', 'Drift', '--reason', 'anmodning om indsigt')
  expect(readFileSync(file, 'utf8')).toContain('En hemmelig tanke')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await refusal('export', id, file, '--by', 'Drift', '--reason', 'igen').toThrow('is there already')
})

test('what cannot be noted in the audit is not exported', async () => {
  const file = join(line.folder, 'unnoted.json')
  const database = new Database(join(line.folder, 'pejling.sqlite'))
  database.exec("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END")
  await refusal('export', id, file, '--by', 'Drift', '--reason', 'indsigt').toThrow()
  database.exec('DROP TRIGGER full')
  database.close()
  expect(existsSync(file)).toBe(false)
})

test('who is not known, or not named, is said', async () => {
  await refusal('show').toThrow('object id')
  await refusal('show', 'nobody').toThrow('Nobody with the object id nobody')
  await refusal('erase', id).toThrow('--by')
})

test('a held person is not erased before they are released, and both say who did it', async () => {
  await refusal('hold', id, '--by', 'Drift').toThrow('--by NAME and --reason')
  await refusal('release', id, '--by', 'Drift').toThrow('not held')
  expect(await run('hold', id, '--by', 'Drift', '--reason', 'anmodning om begrænsning')).toContain('held: 1 records')
  expect(await run('list')).toMatch(/Karoline Prøve.*held/)
  expect(JSON.parse(await run('show', id))).toHaveProperty('heldSince')
  await refusal('erase', id, '--by', 'Drift').toThrow('person release')
  expect(await run('release', id, '--by', 'Drift')).toContain('released: 1 records')
})

test('an erased person is gone with all they wrote, and the audit says who did what and not about whom', async () => {
  expect(await run('erase', id, '--by', 'Drift')).toContain('erased')
  expect(await run('list')).not.toContain(id)
  expect(await inStore((store) => everyDocument(store, reflections, id))).toEqual([])
  await auditList(line.env)
  const printed = line.printed()
  expect(printed).toMatch(/person-exported\s+Drift\s+records \d+\s+anmodning om indsigt/)
  expect(printed).toMatch(/person-held\s+Drift\s+records 1\s+anmodning om begrænsning/)
  expect(printed).toMatch(/person-released\s+Drift/)
  expect(printed).toMatch(/erased\s+Drift/)
  expect(printed).not.toContain(id)
  expect(printed).not.toContain('Karoline')
})
