import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * `npm run bench`: compiles the program, the yardsticks and the bench itself alike into a folder of its own, and runs them
 * with plain node; and builds what is shipped, whose start is measured. Under tsx every closure would carry a cost that the shipped program has not.
 */
const root = join(__dirname, '../..')
const built = mkdtempSync(join(tmpdir(), 'pejling-bench-'))

function build(): boolean {
  for (const name of ['data', 'cards', 'node_modules', 'package.json']) symlinkSync(join(root, name), join(built, name))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  // Someone may be in the midst of a change elsewhere: what compiles is measured, and the checks are `npm run check`'s.
  const done = spawnSync(process.execPath, [tsc, '-p', join(__dirname, 'tsconfig.json'), '--outDir', built], {
    encoding: 'utf8',
  })
  if (done.status !== 0) process.stderr.write(done.stdout)
  symlinkSync(join(root, 'tests/ranking/questions.yaml'), join(built, 'tests/ranking/questions.yaml'))
  const builder = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'build/build.ts'), join(built, 'dist')]
  const bundled = spawnSync(process.execPath, builder, { stdio: ['ignore', 'inherit', 'inherit'] })
  return done.error === undefined && bundled.status === 0
}

function measure(): Promise<number> {
  const child = spawn(process.execPath, [join(built, 'tests/bench/measure.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

async function main(): Promise<void> {
  try {
    process.exitCode = build() ? await measure() : 1
  } finally {
    rmSync(built, { recursive: true, force: true })
  }
}

void main()
