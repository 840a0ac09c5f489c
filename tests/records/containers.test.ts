import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { containers } from '../../src/records/containers'
import type { Container } from '../../src/store/store'

const folder = join(__dirname, '../../src/records')
const exported = readdirSync(folder).flatMap(
  (name) => Object.values(require(join(folder, name)) as object) as unknown[],
)
const all = exported.filter(
  (value): value is Container => typeof value === 'object' && value !== null && 'partitionKey' in value,
)

test('every container is known to the adapters, and no other', () => {
  const known = containers.map(({ name }) => name)
  expect(all.map(({ name }) => name).sort()).toEqual([...known].sort())
})

// An older version rewrites whole records while a newer one runs beside it: what it does not know it must carry along.
test.each(all.map((container) => [container.name, container] as const))(
  '%s: fields of a newer version survive at every depth',
  (_name, { schema }) => expect(strictPlaces(schema, '')).toEqual([]),
)

/** Where a schema drops or refuses fields that it does not know. */
function strictPlaces(schema: unknown, path: string): string[] {
  if (schema instanceof z.ZodObject) {
    const { catchall } = schema.def
    const own = catchall instanceof z.ZodUnknown ? [] : [path || 'the document']
    return [...own, ...Object.entries(schema.shape).flatMap(([name, part]) => strictPlaces(part, `${path}.${name}`))]
  }
  if (schema instanceof z.ZodArray) return strictPlaces(schema.element, `${path}[]`)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => strictPlaces(option, path))
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return strictPlaces(schema.unwrap(), path)
  if (schema instanceof z.ZodDefault) return strictPlaces(schema.unwrap(), path)
  return []
}
