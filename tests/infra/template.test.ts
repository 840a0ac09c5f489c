import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentSchema } from '../../src/config/environment'
import { workQueueName } from '../../src/queue/work-message'
import { containers } from '../../src/records/containers'
import { containerDefinition } from '../../src/store/cosmos/cosmos-definitions'

const infra = join(__dirname, '../../infra')
const template = readFileSync(join(infra, 'main.bicep'), 'utf8')
const allOf = (pattern: RegExp) => [...template.matchAll(pattern)].map(([, found = '']) => found)

test('the template makes every container as the code wants it', () => {
  const kept: unknown = JSON.parse(readFileSync(join(infra, 'containers.json'), 'utf8'))
  // Made with: npm run -s cli -- store definitions --json > infra/containers.json
  expect(kept).toEqual(containers.map(containerDefinition))
  expect(template).toContain("loadJsonContent('containers.json')")
})

test('both queues are made', () => {
  expect(template).toContain(`['${workQueueName}', '${workQueueName}-poison']`)
})

test('every setting that the template makes is one that is read, and what a start asks for is among them', () => {
  const settings = allOf(/\{ name: '(\w+)', value:/g)
  const ours = settings.filter(
    (name) => !['NODE_OPTIONS', 'SCM_DO_BUILD_DURING_DEPLOYMENT', 'WEBSITE_RUN_FROM_PACKAGE'].includes(name),
  )
  expect(ours.filter((name) => !(name in environmentSchema.shape))).toEqual([])
  expect(ours).toEqual(
    expect.arrayContaining([
      'MicrosoftAppType',
      'MicrosoftAppId',
      'MicrosoftAppTenantId',
      'PEJLING_STORE',
      'PEJLING_QUEUE',
    ]),
  )
})

test('what is named in it is declared, each once, and brackets are closed', () => {
  const declared = allOf(/^(?:param|var|resource) (\w+)/gm)
  expect(new Set(declared).size).toBe(declared.length)
  const given = JSON.parse(readFileSync(join(infra, 'main.parameters.json'), 'utf8')) as { parameters: object }
  const parameters = allOf(/^param (\w+)/gm)
  expect(Object.keys(given.parameters).filter((name) => !parameters.includes(name))).toEqual([])
  const needed = allOf(/^param (\w+) string$/gm)
  expect(needed.filter((name) => !(name in given.parameters))).toEqual([])
  for (const name of allOf(/\b(\w+)\.(?:properties|id)\b/g))
    expect([...declared, 'container', 'this', 'site']).toContain(name)
  for (const [open, close] of ['{}', '[]', '()'])
    expect(template.split(open ?? '').length).toBe(template.split(close ?? '').length)
})

test('keys are off, and both roles of the data planes are given', () => {
  expect(allOf(/(disableLocalAuth: true|allowSharedKeyAccess: false)/g)).toHaveLength(3)
  expect(template).toContain('00000000-0000-0000-0000-000000000002')
  expect(template).toContain('974c5e8b-45b9-4653-ba55-5f855dd0fbe8')
})
