import type { Config } from './config/config'
import type { Log } from './log/log'
import { containers } from './records/containers'
import { createSqliteStore } from './store/sqlite/sqlite-store'
import type { OnUnreadable, Store } from './store/store'
import { versionedStore } from './store/versioned-store'
import type { Clock } from './time/clock'
import { version } from './version'

type Choice = Pick<Config, 'store'> & Partial<Pick<Config, 'managedIdentity'>>

/** The store that the configuration names. @throws AppError `unavailable` when it cannot be opened; see `versionedStore` */
export async function openStore(config: Choice, clock: Clock, log: Log): Promise<Store> {
  return versionedStore(await openAdapter(config, clock, log), version, clock)
}

/** The same without asking which version its records are of. */
export async function openAdapter(config: Choice, clock: Clock, log: Log): Promise<Store> {
  const onUnreadable: OnUnreadable = (place, error) => log.warn({ ...place, error }, 'document left out of a list')
  if (config.store.kind === 'sqlite')
    return createSqliteStore({ file: config.store.file, clock, containers, onUnreadable })
  // Loaded only when used: the SDK is large and the embedded store needs none of it.
  const { createCosmosStore } = await import('./store/cosmos/cosmos-store.js')
  const { endpoint, database, key } = config.store
  const account =
    key === undefined ? { credential: 'default' as const, managedIdentity: config.managedIdentity } : { key }
  return createCosmosStore({ endpoint, database, ...account, containers, onUnreadable })
}
