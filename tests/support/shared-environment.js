const asyncHooks = require('node:async_hooks')
const { readFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { dirname } = require('node:path')
const vm = require('node:vm')
const { TestEnvironment } = require('jest-environment-node')
const { loader } = require('./bundled-packages')

let shared

/**
 * Jest's environment for Node, one for all suites of a worker. What takes a suite longer than its tests is done once: bundled packages are loaded,
 * modules are compiled, and what the program knows is made (`knowledge`, verbs.ts). A suite runs modules of its own all the same, and
 * what it leaves on the global object, in the variables of the process or of the time is put right after it.
 */
module.exports = function SharedEnvironment(config, context) {
  shared ??= new PlainGlobals(config, context)
  return shared
}

/**
 * Its global object is an ordinary one. By default it is one whose every access, such as that of `Math`, goes through an
 * interceptor, which took half of the time of code that reckons a lot.
 */
class PlainGlobals extends TestEnvironment {
  constructor(config, testContext) {
    const { createContext } = vm
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY)
    try {
      super(config, testContext)
    } finally {
      vm.createContext = createContext
    }
    this.global[loader] = (file) => packageIn(this.context, file)
    this.global.keptForSuites = new Map()
    asyncHooks.AsyncLocalStorage = OneAfterAnother
    this.own = new Set(Reflect.ownKeys(this.global))
    this.variables = { ...this.global.process.env }
  }

  /** After each suite. Nothing is torn down: the next one needs it. */
  async teardown() {
    const { global, own, variables } = this
    this.fakeTimers.useRealTimers()
    this.fakeTimersModern.useRealTimers()
    for (const key of Reflect.ownKeys(global)) if (!own.has(key)) Reflect.deleteProperty(global, key)
    const { env } = global.process
    for (const name of Object.keys(env)) if (!(name in variables)) delete env[name]
    Object.assign(env, variables)
  }
}

/**
 * Where the test runner remembers which test is running, to give it the errors nobody awaits. One test runs after another here, so a field
 * does what Node does by a hook on every promise, which one suite more each was called for as long as the worker lived.
 */
class OneAfterAnother extends asyncHooks.AsyncLocalStorage {
  run(store, work, ...given) {
    const before = this.current
    const back = () => {
      this.current = before
    }
    this.current = store
    let isLong = false
    try {
      const result = work(...given)
      isLong = typeof result?.then === 'function'
      return isLong ? result.finally(back) : result
    } finally {
      if (!isLong) back()
    }
  }
  getStore() {
    return this.current
  }
}

const { compileFunction } = vm
const compiled = new Map()

/** A module is compiled once for the suites of a worker; each runs what was compiled for itself. */
vm.compileFunction = (source, names, options) => {
  const { filename, parsingContext } = options
  if (parsingContext !== shared?.context) return compileFunction(source, names, options)
  const known = compiled.get(filename)
  if (known?.source === source) return known.run
  // Nothing is imported dynamically in what swc has compiled, and the callback for it would keep its suite in memory.
  const run = compileFunction(source, names, { filename, parsingContext })
  compiled.set(filename, { source, run })
  return run
}

const loaded = new Map()

/** @param file a bundle, as a whole */
function packageIn(context, file) {
  if (!loaded.has(file)) {
    const module = { exports: {} }
    const names = ['exports', 'require', 'module', '__filename', '__dirname']
    const run = compileFunction(readFileSync(file, 'utf8'), names, { filename: file, parsingContext: context })
    loaded.set(file, module)
    run.call(module.exports, module.exports, createRequire(file), module, file, dirname(file))
  }
  return loaded.get(file).exports
}
