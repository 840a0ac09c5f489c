import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AppError } from '../src/errors'
import { bundle } from './bundle'
import { compileData } from './compile-data'
import { writePackage } from './write-package'

const root = join(__dirname, '..')

/** `npm run build [FOLDER]`: everything that a server needs, in `dist/` or another folder. */
async function main(dist: string): Promise<void> {
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(join(dist, 'lib'), { recursive: true })
  compileData(join(root, 'data'), join(dist, 'data'))
  for (const folder of ['cards', 'manifest']) cpSync(join(root, folder), join(dist, folder), { recursive: true })
  writePackage(root, dist)
  await bundle(root, join(dist, 'lib'))
  const warmed = spawnSync(process.execPath, [join(dist, 'warm.js')], {
    stdio: 'inherit',
    env: { PATH: process.env.PATH },
  })
  if (warmed.status !== 0) throw new Error('the built program cannot answer a question')
}

main(resolve(process.argv[2] ?? join(root, 'dist'))).catch((error: unknown) => {
  process.stderr.write(`Nothing was built. ${error instanceof AppError ? error.message : String((error as Error)?.stack ?? error)}\n`)
  process.exit(1)
})
