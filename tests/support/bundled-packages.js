const { createHash } = require('node:crypto')
const { readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const madeOnce = require('./made-once')

const root = join(__dirname, '../..')
/** Those made of hundreds of files, which every suite would find, read and compile again. */
const names = [
  '@azure/cosmos',
  '@azure/identity',
  '@azure/storage-queue',
  'adaptive-expressions',
  'botbuilder',
  'date-holidays',
  'docx',
  'fast-check',
  'libsql',
  'restify',
  'rrule-temporal',
  'zod',
]

/**
 * Bundles large packages once for all suites: loading the Teams SDK and the card templates’ expressions file by file took most suites longer than their
 * tests. The bundle is kept beside the packages until one of them changes.
 * @returns where jest finds each, by its name
 */
module.exports = function bundledPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const print = createHash('sha256').update(lock).update(readFileSync(__filename)).digest('hex').slice(0, 16)
  const kept = join(root, 'node_modules', '.cache', 'bundled-packages', print)
  madeOnce(kept, bundle)
  return Object.fromEntries(names.map((name) => [`^${name}$`, join(kept, fileOf(name))]))
}

const fileOf = (name) => `${name.replace('/', '-')}.js`

/** By which name the environment (shared-environment.js) offers a suite to load a bundle. */
module.exports.loader = 'loadBundledPackage'

function bundle(folder) {
  require('esbuild').buildSync({
    entryPoints: Object.fromEntries(names.map((name) => [name.replace('/', '-'), require.resolve(name)])),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    // Restify looks for it and does without; it can only be compiled.
    external: ['dtrace-provider'],
    legalComments: 'none',
    logLevel: 'error',
    outdir: join(folder, 'whole'),
  })
  for (const name of names)
    writeFileSync(
      join(folder, fileOf(name)),
      `module.exports = loadBundledPackage(require.resolve('./whole/${fileOf(name)}'))\n`,
    )
}
