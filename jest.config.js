/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Most of the time is spent waiting for servers and disks: two at a time even on two cores.
  maxWorkers: 2,
  // Real servers and real disks: a busy machine may be slow without anything being wrong.
  testTimeout: 30_000,
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/e2e/'],
  // Dynamic imports carry the extension that Node asks for.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
}
