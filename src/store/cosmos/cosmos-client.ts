import { CosmosClient, type CosmosClientOptions } from '@azure/cosmos'
import { azureCredential } from '../../config/azure-credential'
import { AppError } from '../../errors'
import { callCosmos, isCosmosFailure } from './cosmos-call'
import type { CosmosTimings } from './cosmos-timings'

/** Where the account is and how to sign in: with a key, or as `DefaultAzureCredential` finds (managed identity, az login). */
export type CosmosAccount = {
  readonly endpoint: string
  readonly database: string
  /** False for an emulator, which advertises addresses it does not listen on. Default true. */
  readonly enableEndpointDiscovery?: boolean | undefined
} & ({ readonly key: string } | { readonly credential: 'default'; readonly managedIdentity?: string | undefined })

/** One client for the process. Nothing is sent yet. Throws AppError `invalid` for an endpoint that is no address. */
export async function cosmosClient(account: CosmosAccount, timings: CosmosTimings): Promise<CosmosClient> {
  if (!URL.canParse(account.endpoint)) throw new AppError('invalid', 'The Cosmos DB endpoint is not an address.')
  const options: CosmosClientOptions = {
    endpoint: account.endpoint,
    connectionPolicy: {
      requestTimeout: timings.requestTimeoutMs,
      retryOptions: { maxRetryAttemptCount: 9, maxWaitTimeInSeconds: timings.throttleWaitMs / 1000 },
      enableEndpointDiscovery: account.enableEndpointDiscovery ?? true,
      // Two regions taking writes would each accept the same create; the loser would be dropped in silence.
      useMultipleWriteLocations: false,
    },
  }
  if ('key' in account) return new CosmosClient({ ...options, key: account.key })
  return new CosmosClient({ ...options, aadCredentials: await azureCredential(account.managedIdentity) })
}

/**
 * Asks the account for its regions, once. Left to itself every operation asks, and while the name cannot be resolved
 * each goes on asking for two minutes (endpointDiscoveryRetryPolicy.js), deaf to our signal. Here one asks for all.
 */
export function regionFinder(client: CosmosClient): () => Promise<unknown> {
  let found: Promise<unknown> | undefined
  return () => {
    found ??= callCosmos(() => client.getReadEndpoint()).then((result) => {
      if (isCosmosFailure(result)) found = undefined
      return result
    })
    return found
  }
}
