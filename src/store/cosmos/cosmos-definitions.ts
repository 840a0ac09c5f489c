import type { ContainerDefinition, ContainerRequest } from '@azure/cosmos'
import { AppError } from '../../errors'
import type { ContainerShape } from '../store'

/** How a container must be made: its partition key, ttl by document, and an index of nothing but the listed fields. */
export function containerDefinition(shape: ContainerShape): ContainerRequest & ContainerDefinition {
  return {
    id: shape.name,
    partitionKey: { paths: [`/${shape.partitionKey}`], version: 2 },
    // -1: documents live on unless they carry a ttl. Without it a document's own ttl has no effect.
    ...(shape.hasTtl ? { defaultTtl: -1 } : {}),
    indexingPolicy: {
      indexingMode: 'consistent',
      automatic: true,
      includedPaths: [shape.partitionKey, ...shape.indexed].map((field) => ({ path: `/${field}/?` })),
      excludedPaths: [{ path: '/*' }],
    },
  }
}

export function indexedPaths({ indexingPolicy }: ContainerDefinition): string[] {
  return (indexingPolicy?.includedPaths ?? []).map(({ path }) => path).sort()
}

/**
 * Looks at containers that are there: under another key nothing is found, without a ttl nothing expires, without an index no list comes.
 * @param place the database
 * @throws AppError `unavailable` naming each container that cannot serve, and why
 */
export function requireDefinitions(
  place: string,
  found: readonly (readonly [ContainerShape, ContainerDefinition | undefined])[],
): void {
  const faulty = found.flatMap(([shape, present]) => {
    const faults = present ? faultsOf(present, shape) : []
    return faults.length === 0 ? [] : [`${shape.name} has ${faults.join(' and ')}`]
  })
  if (faulty.length === 0) return
  const text = `Containers of ${place} are not as Pejling needs them: ${faulty.join('; ')}.`
  const whatToDo = '"store definitions --json" prints how; another partition key takes a new container.'
  throw new AppError('unavailable', `${text} ${whatToDo}`)
}

function faultsOf(present: ContainerDefinition, shape: ContainerShape): string[] {
  const keys = present.partitionKey?.paths.join() ?? 'none'
  const indexed = indexedPaths(present)
  // `/*` covers every field.
  const missing = indexed.includes('/*')
    ? []
    : indexedPaths(containerDefinition(shape)).filter((path) => !indexed.includes(path))
  const wantedTtl = shape.hasTtl ? -1 : undefined
  return [
    ...(keys === `/${shape.partitionKey}` ? [] : [`the partition key ${keys} instead of /${shape.partitionKey}`]),
    ...(present.defaultTtl === wantedTtl
      ? []
      : [`the default ttl ${present.defaultTtl ?? 'off'} instead of ${wantedTtl ?? 'off'}`]),
    ...(missing.length === 0 ? [] : [`no index on ${missing.join(', ')}`]),
  ]
}
