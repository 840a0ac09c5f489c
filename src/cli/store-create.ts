import { readConfig } from '../config/config'
import { AppError } from '../errors'
import { containers } from '../records/containers'
import { createContainers } from '../store/cosmos/cosmos-containers'

/**
 * Makes the database and its containers, for those who do not deploy with a template. Needs a key: the data-plane
 * role that the bot itself runs with may not create anything.
 */
export async function storeCreate(env: NodeJS.ProcessEnv): Promise<number> {
  const { store } = readConfig(env)
  if (store.kind !== 'cosmos') throw new AppError('invalid', 'PEJLING_STORE is not cosmos: SQLite makes its own file')
  if (!store.key) throw new AppError('invalid', 'PEJLING_COSMOS_KEY is missing: containers are made with a key')
  const made = await createContainers({
    endpoint: store.endpoint,
    database: store.database,
    key: store.key,
    containers,
  })
  for (const { name, outcome } of made) process.stdout.write(`${name}: ${outcome}\n`)
  return 0
}
