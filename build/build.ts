import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle'
import { compileData } from './compile-data'
import { writePackage } from './write-package'

const root = join(__dirname, '..')
const dist = join(root, 'dist')

/** `npm run build`: everything that a server needs, in `dist/`. */
async function main(): Promise<void> {
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(join(dist, 'lib'), { recursive: true })
  compileData(join(root, 'data'), join(dist, 'data'))
  for (const folder of ['cards', 'manifest']) cpSync(join(root, folder), join(dist, folder), { recursive: true })
  writePackage(root, dist)
  await bundle(root, join(dist, 'lib'))
  const warmed = spawnSync(process.execPath, [join(dist, 'warm.js')], { stdio: 'inherit', env: { PATH: process.env.PATH } })
  if (warmed.status !== 0) throw new Error('the built program cannot answer a question')
}

void main()
