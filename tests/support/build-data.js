const { createHash } = require('node:crypto')
const { readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')
const madeOnce = require('./made-once')

const root = join(__dirname, '../..')
/** What the build makes of the data depends on nothing else: these folders, and the files of `src` itself. */
const folders = [
  'build',
  'data',
  ...['answers', 'async', 'care', 'files', 'framework', 'search', 'text'].map((room) => `src/${room}`),
]

/**
 * Jest's global setup: builds `data/` once for all suites (tests/support/paths.ts), since reading and indexing it took many of them longer
 * than their tests. It stays in jest's cache, and is made anew when something has changed that it is made of.
 */
module.exports = async (_, { cacheDirectory }) => {
  const built = join(cacheDirectory, `data-${fingerprint()}`)
  madeOnce(built, (folder) => require('../../build/compile-data').compileData(join(root, 'data'), folder))
  process.env.BUILT_DATA = built
}

function fingerprint() {
  const files = [...filesIn('src', false), ...folders.flatMap((folder) => filesIn(folder, true))]
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

function filesIn(folder, recursive) {
  return readdirSync(join(root, folder), { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort()
}
