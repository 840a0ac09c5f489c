import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installed } from './bundle'

interface Locked {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface Lock {
  readonly name: string
  readonly version: string
  readonly packages: Readonly<Record<string, Locked>>
}

/** Writes the built program's own package.json and lock: of all packages only what cannot be bundled is left to install. */
export function writePackage(root: string, dist: string): void {
  const { name, version, description, license, engines } = read(join(root, 'package.json'))
  const lock: Lock = read(join(root, 'package-lock.json'))
  const dependencies = { [installed]: lock.packages[`node_modules/${installed}`]?.version }
  const own = { name, version, description, license, private: true, type: 'commonjs', main: 'main.js' }
  const packages = Object.fromEntries(
    [...neededBy(lock, `node_modules/${installed}`)].sort().map((path) => [path, lock.packages[path]]),
  )
  write(join(dist, 'package.json'), { ...own, bin: { pejling: 'cli.js' }, engines, dependencies })
  write(join(dist, 'package-lock.json'), {
    name,
    version,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name, version, license, dependencies, bin: { pejling: 'cli.js' }, engines }, ...packages },
  })
}

/** The places in the lock that a package needs, itself among them. */
function neededBy(lock: Lock, path: string, found = new Set<string>()): Set<string> {
  const locked = lock.packages[path]
  if (!locked || found.has(path)) return found
  found.add(path)
  for (const name of Object.keys({ ...locked.dependencies, ...locked.optionalDependencies })) {
    const nested = `${path}/node_modules/${name}`
    neededBy(lock, lock.packages[nested] ? nested : `node_modules/${name}`, found)
  }
  return found
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const write = (file: string, value: object) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
