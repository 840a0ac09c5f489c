import { readFileSync, writeFileSync } from 'node:fs'
import { wrap } from 'node:module'
import { join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { writeNotice } from './write-notice'

const common: BuildOptions = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' }

/** Stays outside: a library of the machine's own kind. */
export const installed = 'libsql'

/**
 * Bundles the program into `lib/`: our own code readable and with a source map, all packages in a file beside it, where one is unpacked
 * when it is first asked for.
 */
export async function bundle(root: string, lib: string): Promise<void> {
  const packages = new Set<string>()
  const program = join(lib, 'pejling.js')
  await build({
    ...common,
    stdin: { contents: entry, resolveDir: join(root, 'src'), loader: 'ts' },
    outfile: program,
    sourcemap: true,
    sourcesContent: false,
    plugins: [fromPackages(packages)],
  })
  const loaders = [...packages].sort().map((name) => `exports[${JSON.stringify(name)}] = () => require('${name}')`)
  const { metafile } = await build({
    ...common,
    metafile: true,
    absWorkingDir: root,
    stdin: { contents: loaders.join('\n'), resolveDir: root },
    outfile: join(lib, 'packages.js'),
    minify: true,
    external: [installed],
    plugins: [withoutDtrace],
    legalComments: 'none',
  })
  writeNotice(root, Object.keys(metafile.inputs), join(lib, '..', 'NOTICE'))
  for (const name of ['main', 'cli', 'warm'])
    await build({
      ...common,
      entryPoints: [join(root, 'build', 'entries', `${name}.ts`)],
      outfile: join(lib, '..', `${name}.js`),
      packages: 'external',
    })
  writeFileSync(program, withCheapImports(readFileSync(program, 'utf8')))
  for (const file of [program, join(lib, 'packages.js')]) finish(file)
}

/** Both are begun by being loaded. */
const entry = `
export const begin = { main: () => import('./main.js'), cli: () => import('./cli.js') }
export { warm } from '../build/warm.js'
`

/** Whatever is no file of ours comes out of the packages' file, and is noted. */
function fromPackages(noted: Set<string>): Plugin {
  return {
    name: 'from-packages',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (path.startsWith('node:') || kind === 'entry-point') return { path, external: true }
        noted.add(path)
        return { path, namespace: 'package' }
      })
      onResolve({ filter: /^\.\/packages\.js$/, namespace: 'package' }, ({ path }) => ({ path, external: true }))
      onLoad({ filter: /.*/, namespace: 'package' }, ({ path }) => ({
        contents: `module.exports = require('./packages.js')[${JSON.stringify(path)}]()`,
      }))
    },
  }
}

/** Restify looks for it and does without; it can only be compiled. */
const withoutDtrace: Plugin = {
  name: 'without-dtrace',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^dtrace-provider$/ }, ({ path }) => ({ path, namespace: 'without' }))
    onLoad({ filter: /.*/, namespace: 'without' }, () => ({ contents: `throw new Error('not bundled')` }))
  },
}

const helper = /^var __toESM = [\s\S]*?^\)\);$/m

/** esbuild copies all that a package exports for each file that imports it, which for the Teams SDK is a tenth of a start. Here it is inherited. */
function withCheapImports(program: string): string {
  const cheap =
    "var __toESM = (mod) => mod && mod.__esModule ? mod : Object.create(mod, { default: { value: mod, enumerable: true } });"
  if (!helper.test(program)) throw new Error('esbuild brings packages in by another way than this build knows')
  return program.replace(helper, cheap)
}

/**
 * A file of plain ASCII is read several times as fast as another. esbuild escapes texts, and leaves what stands in regular expressions
 * and comments. It is wrapped as Node wraps a module, for `load`.
 */
function finish(file: string): void {
  const escaped = readFileSync(file, 'utf8').replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  writeFileSync(file, wrap(escaped), 'latin1')
}
