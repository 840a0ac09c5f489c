/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
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
