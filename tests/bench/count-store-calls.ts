import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app'
import { systemClock } from '../../src/clock'
import { readConfig } from '../../src/config'
import { createLog } from '../../src/log'
import { containers } from '../../src/store/containers'
import { createSqliteStore } from '../../src/store/sqlite-store'
import type { Store } from '../../src/store/store'
import type { Row } from './table'
import { createTeams, messageBody, pressBody } from './teams'

type Method = 'get' | 'create' | 'replace' | 'remove' | 'list'

/** What a prompt and an answer cost at the store's port, once a leader is known. */
export async function countStoreCalls(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-calls-'))
  const teams = await createTeams()
  const calls: Method[] = []
  const file = join(folder, 'calls.sqlite')
  const store = counted(createSqliteStore({ file, clock: systemClock, containers }), calls)
  const config = readConfig({ PEJLING_LOCAL: 'yes', PEJLING_PORT: '0', PEJLING_SQLITE_FILE: file })
  const app = await createApp({ config, log: createLog({ level: 'silent' }), store })
  const { port } = await app.server.listen()
  const during = async (body: string) => {
    calls.length = 0
    await teams.post(port, body)
    return [...calls]
  }
  const say = (text: string) => during(messageBody(1, 'm', text, teams.serviceUrl))
  const press = (verb: string, data: object) => during(pressBody(1, 'i', verb, data, teams.serviceUrl))
  try {
    await press('profile.save', { framework: 'sonderborg', role: 'chefer' })
    await say('hjælp')
    const asked = await say('hvad forventes der af mig?')
    const prompted = await press('prompt.request', {})
    const reflectionId = /"reflectionId":"([^"]+)"/.exec(teams.last())?.[1]
    const answered = await press('prompt.answer', { reflectionId, text: 'Jeg lytter mere' })
    return [
      toRow('store calls per question', asked, undefined),
      toRow('store calls per prompt shown on request', prompted, 3),
      toRow('store calls per answer', answered, 2),
    ]
  } finally {
    await app.close()
    await teams.close()
    rmSync(folder, { recursive: true })
  }
}

function counted(store: Store, calls: Method[]): Store {
  const count = (method: Method): undefined => {
    calls.push(method)
  }
  return {
    ...store,
    get: (...given) => count('get') ?? store.get(...given),
    create: (...given) => count('create') ?? store.create(...given),
    replace: (...given) => count('replace') ?? store.replace(...given),
    remove: (...given) => count('remove') ?? store.remove(...given),
    list: (...given) => count('list') ?? store.list(...given),
  }
}

/** Judged by point operations, reads and writes together; a list of one partition is told beside them. */
function toRow(what: string, calls: readonly Method[], most: number | undefined): Row {
  const of = (...methods: Method[]) => calls.filter((call) => methods.includes(call)).length
  const [reads, writes, lists] = [of('get'), of('create', 'replace', 'remove'), of('list')]
  return {
    what,
    measured: `${reads} reads + ${writes} writes${lists > 0 ? ` + ${lists} list of one partition` : ''}`,
    target: most === undefined ? '' : `<= ${most} point operations`,
    isOk: most === undefined ? undefined : reads + writes <= most,
  }
}
