import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..')
const notice = readFileSync(join(root, 'NOTICE'), 'utf8')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean; license?: string }>
}
const usual = /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD)$/

test('every package that is installed with Pejling is under a usual licence, or is named in NOTICE', () => {
  const installed = Object.entries(lock.packages).filter(([path, { dev, devOptional }]) => path && !dev && !devOptional)
  const unusual = installed.filter(([, { license = '' }]) => !usual.test(license))
  expect(unusual.length).toBeGreaterThan(3)
  const unnamed = unusual
    .map(([path]) => path.split('node_modules/').at(-1) ?? '')
    .filter((name) => !notice.includes(name))
  expect(unnamed).toEqual([])
})
