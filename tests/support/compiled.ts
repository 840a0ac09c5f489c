import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { dataDir } from './paths'

const root = join(__dirname, '../..')

export interface Compiled {
  /** To be run by plain node. */
  readonly file: string
  remove(): void
}

/**
 * A program in one file of plain JavaScript, with the data as the build leaves it, for tests that start it as a process of its own: from
 * its sources each start takes some seconds of processor time.
 * @param source from the project's folder, such as `src/main.ts`
 */
export function compiled(source: string): Compiled {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-compiled-'))
  symlinkSync(dataDir, join(folder, 'data'))
  for (const name of ['cards', 'manifest', 'node_modules', 'package.json', '.env.example'])
    symlinkSync(join(root, name), join(folder, name))
  // One folder deep, as the sources are: what it reads lies beside that folder.
  const file = join(folder, 'src', 'program.js')
  buildSync({
    entryPoints: [join(root, source)],
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
    outfile: file,
  })
  return { file, remove: () => rmSync(folder, { recursive: true }) }
}
