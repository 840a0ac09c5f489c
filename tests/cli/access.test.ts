import { accessCommand } from '../../src/cli/access'
import { auditList } from '../../src/cli/audit-list'
import { readConfig } from '../../src/config/config'
import { createLog } from '../../src/log/log'
import { openStore } from '../../src/open-store'
import { leaderSchema, leaders } from '../../src/records/leader'
import { systemClock } from '../../src/time/clock'
import { type CommandLine, createCommandLine } from './command-line'

const lis = '10000000-0000-4000-8000-000000000007'
let line: CommandLine
beforeEach(async () => {
  line = createCommandLine()
  const config = readConfig(line.env)
  const log = createLog({ level: 'silent', destination: { write: () => {} } })
  const store = await openStore(config, systemClock, log)
  const at = '2026-03-10T08:00:00.000Z'
  const leader = { id: lis, tenantId: config.tenantId, name: 'Lis Holm', unit: 'Skoler', createdAt: at, updatedAt: at }
  await store.create(leaders, leaderSchema.parse(leader))
  await store.close()
})
afterEach(() => line.dispose())

const run = async (act: 'list' | 'give' | 'take', ...args: string[]) => {
  line.printed()
  expect(await accessCommand(line.env, act, args)).toBe(0)
  return line.printed()
}

test('an operator gives access to a unit, and takes it; the audit says who', async () => {
  expect(await run('list')).toBe('Nobody has HR access.\n')
  expect(await run('give', lis.toUpperCase(), '--unit', 'Skoler', '--by', 'Drift, NN')).toMatch(/Skoler +Lis Holm/)
  expect(await run('give', lis, '--by', 'Drift, NN')).toMatch(/everybody +Lis Holm/)
  expect(await run('take', lis, '--by', 'Drift, NN')).toBe('Nobody has HR access.\n')
  await auditList(line.env)
  expect(line.printed()).toMatch(/right-given +Drift, NN[\s\S]*right-taken +Drift, NN/)
})

test('what is missing or not there is told, and changes nothing', async () => {
  const fails = (...args: Parameters<typeof accessCommand> extends [unknown, ...infer R] ? R : never) =>
    expect(Promise.resolve().then(() => accessCommand(line.env, ...args))).rejects
  await fails('give', []).toThrow('object id')
  await fails('give', [lis]).toThrow('--by')
  await fails('give', [lis, '--by', 'NN', '--unit', 'Rumfart']).toThrow('One of the units')
  await fails('give', ['10000000-0000-4000-8000-000000000008', '--by', 'NN']).toThrow('do not know')
  expect(await run('list')).toBe('Nobody has HR access.\n')
})
