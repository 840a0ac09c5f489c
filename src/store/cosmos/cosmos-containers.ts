import type { ContainerDefinition, Database } from '@azure/cosmos'
import { AppError } from '../../errors'
import type { ContainerShape } from '../store'
import { type CosmosFailure, callCosmos, cosmosError, isCosmosFailure } from './cosmos-call'
import { type CosmosAccount, cosmosClient } from './cosmos-client'
import { containerDefinition, indexedPaths } from './cosmos-definitions'
import { defaultCosmosTimings } from './cosmos-timings'

export type CreateContainersOptions = CosmosAccount & {
  readonly containers: readonly ContainerShape[]
  /** Request units per second that the containers share, when the database is made now. Leave out for serverless. */
  readonly sharedThroughput?: number | undefined
}

export interface CreatedContainer {
  readonly name: string
  readonly outcome: 'created' | 'updated' | 'unchanged'
}

/**
 * Makes the database and what is missing of its containers, and brings ttl and index of the others up to date. Needs a
 * key: Microsoft's data roles may not create (there, use Bicep with what `containerDefinition` answers). Throws AppError
 * `conflict` for a container with another partition key, `unavailable` when refused or not reached.
 */
export async function createContainers(options: CreateContainersOptions): Promise<CreatedContainer[]> {
  const client = await cosmosClient(options, { ...defaultCosmosTimings, requestTimeoutMs: 30_000 })
  try {
    const place = `database ${options.database}`
    const database = done(
      place,
      await callCosmos(() =>
        client.databases.createIfNotExists({ id: options.database, throughput: options.sharedThroughput }),
      ),
    ).database
    const outcomes: CreatedContainer[] = []
    for (const shape of options.containers) outcomes.push(await createContainer(database, shape))
    return outcomes
  } finally {
    client.dispose()
  }
}

async function createContainer(database: Database, shape: ContainerShape): Promise<CreatedContainer> {
  const place = `container ${shape.name} in database ${database.id}`
  const wanted = containerDefinition(shape)
  const answer = done(place, await callCosmos(() => database.containers.createIfNotExists(wanted)))
  if (answer.statusCode === 201) return { name: shape.name, outcome: 'created' }
  const present = answer.resource
  if (!present || present.partitionKey?.paths.join() !== `/${shape.partitionKey}`) {
    throw new AppError('conflict', `The ${place} has another partition key than /${shape.partitionKey}.`)
  }
  if (isAlike(present, wanted)) return { name: shape.name, outcome: 'unchanged' }
  const { defaultTtl, ...rest } = present
  done(place, await callCosmos(() => answer.container.replace({ ...rest, ...wanted })))
  return { name: shape.name, outcome: 'updated' }
}

function isAlike(present: ContainerDefinition, wanted: ContainerDefinition): boolean {
  return present.defaultTtl === wanted.defaultTtl && indexedPaths(present).join() === indexedPaths(wanted).join()
}

function done<T>(place: string, result: T | CosmosFailure): T {
  if (isCosmosFailure(result)) throw cosmosError(place, result)
  return result
}
