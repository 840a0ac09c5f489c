const { statfsSync } = require('node:fs')
const bundledPackages = require('./tests/support/bundled-packages')

/** Where there is room in memory, temporary databases lie there: flushing each write to a disk is most of the time of some suites. */
const memory = '/dev/shm'
if (process.env.TMPDIR === undefined && roomIn(memory) > 1e9) process.env.TMPDIR = memory

// The workers take over what stands here. Suites make much that lives shortly: with more room for it, it is cleared away less often.
process.execArgv.push('--max-semi-space-size=64')
// Most of what a suite calls it does not call for long: compiling it later saves a sixth of the time. Later versions have no such flag.
if (process.version.startsWith('v20.')) process.execArgv.push('--interrupt-budget=400000')

function roomIn(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return 0
  }
}

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/tests/support/shared-environment.js',
  // Some suites wait for servers, processes and time limits: with three at a time two cores are kept busy meanwhile.
  maxWorkers: 3,
  // Real servers and real databases: a busy machine may be slow without anything being wrong.
  testTimeout: 30_000,
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/e2e/'],
  globalSetup: '<rootDir>/tests/support/build-data.js',
  moduleNameMapper: {
    ...bundledPackages(),
    '^(?:\\.{1,2}/)+(?:src/)?paths$': '<rootDir>/tests/support/paths.ts',
    // Dynamic imports carry the extension that Node asks for.
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
}
