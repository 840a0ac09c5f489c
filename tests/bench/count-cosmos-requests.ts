import { createApp } from '../../src/app'
import { readConfig } from '../../src/config/config'
import { createLog } from '../../src/log/log'
import type { SeenRequest } from '../contracts/fault-proxy'
import { startCosmosAccount } from '../support/cosmos-account'
import type { Row } from './table'
import { createTeams, messageBody, pressBody } from './teams'

const kinds = ['reads', 'writes', 'queries', 'query plans', 'queries across partitions', 'others'] as const
type Kind = (typeof kinds)[number]

/** What a prompt and an answer cost in requests to Cosmos DB, counted on the wire to an emulator, once a leader is known. */
export async function countCosmosRequests(): Promise<Row[]> {
  const [teams, account] = await Promise.all([createTeams(), startCosmosAccount()])
  const config = readConfig({ PEJLING_LOCAL: 'yes', PEJLING_PORT: '0', ...account.env })
  const app = await createApp({ config, log: createLog({ level: 'silent' }) })
  const { port } = await app.server.listen()
  const during = async (body: string) => {
    account.seen.length = 0
    const { status } = await teams.post(port, body)
    if (status !== 200) throw new Error(`a turn was answered with ${status}`)
    return account.seen.map(kindOf)
  }
  let said = 0
  const nextId = () => `n${said++}`
  const say = (text: string) => during(messageBody(1, nextId(), text, teams.serviceUrl))
  const press = (verb: string, data: object, cardId?: string) =>
    during(pressBody(1, nextId(), verb, data, teams.serviceUrl, cardId))
  const request = async () => {
    const counted = await press('prompt.request', {})
    return { counted, reflectionId: /"reflectionId":"([^"]+)"/.exec(teams.last())?.[1] }
  }
  try {
    await press('profile.save', { framework: 'sonderborg', role: 'chefer' })
    await say('hjælp')
    // The SDK asks for each container's partition key once.
    await press('prompt.answer', { reflectionId: (await request()).reflectionId, text: 'Jeg lytter mere' })
    const asked = await say('hvad forventes der af mig?')
    const { counted, reflectionId } = await request()
    const answer = () => press('prompt.answer', { reflectionId, text: 'Jeg spørger mere' }, 'the prompt’s card')
    const answered = await answer()
    const again = await answer()
    return [
      toRow('requests to Cosmos DB per question', asked, undefined),
      toRow('requests to Cosmos DB per prompt shown on request', counted, 3),
      toRow('requests to Cosmos DB per answer', answered, 2),
      toRow('requests to Cosmos DB per answer that comes twice, the second time', again, 0),
      toRow('requests to Cosmos DB per page of one’s own answers', await say('mine refleksioner'), undefined),
    ]
  } finally {
    await app.close()
    await teams.close()
    await account.close()
  }
}

function kindOf({ method, path, headers }: SeenRequest): Kind {
  if (!path.includes('/docs')) return 'others'
  // Sent by the SDK beside each query; it costs no request units.
  if (headers['x-ms-cosmos-is-query-plan-request']) return 'query plans'
  if (headers['x-ms-documentdb-isquery'])
    return headers['x-ms-documentdb-partitionkey'] ? 'queries' : 'queries across partitions'
  return method === 'GET' ? 'reads' : 'writes'
}

/** Judged by what the design promises: so many writes at most, and no query across partitions. Reads are told beside them. */
function toRow(what: string, requests: readonly Kind[], mostWrites: number | undefined): Row {
  const count = (kind: Kind) => requests.filter((one) => one === kind).length
  const told = kinds.flatMap((kind) => (count(kind) > 0 ? [`${count(kind)} ${kind}`] : []))
  const isInOne = count('queries across partitions') === 0
  return {
    what,
    measured: told.join(' + '),
    target: mostWrites === undefined ? 'none across partitions' : `<= ${mostWrites} writes, none across partitions`,
    isOk: isInOne && count('writes') <= (mostWrites ?? Number.POSITIVE_INFINITY),
  }
}
