import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { constants, Script } from 'node:vm'

interface Loaded {
  readonly exports: unknown
  /** Writes what V8 has compiled of it so far, for the starts to come. */
  keep(): void
}

/**
 * Loads a bundled file with what V8 made of it before, which is half of a start. What was kept by another version of Node, with other
 * flags or of another file is refused by V8 and does no harm: then all is compiled anew.
 */
export function load(file: string, requireOther: (name: string) => unknown = createRequire(file)): Loaded {
  const source = readFileSync(file, 'latin1')
  const kept = `${file}.${process.version}-${process.arch}.cache`
  const cachedData = read(kept)
  const script = new Script(source, {
    filename: file,
    ...(cachedData && { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, requireOther, module, file, dirname(file))
  return { exports: module.exports, keep: () => writeFileSync(kept, script.createCachedData()) }
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** The program, its packages loaded when it first asks for one. */
export function loadProgram(lib: string): Loaded {
  const ask = createRequire(join(lib, 'pejling.js'))
  let packages: Loaded | undefined
  const program = load(join(lib, 'pejling.js'), (name) => {
    if (name !== './packages.js') return ask(name)
    packages ??= load(join(lib, 'packages.js'))
    return packages.exports
  })
  return {
    exports: program.exports,
    keep() {
      program.keep()
      packages?.keep()
    },
  }
}
