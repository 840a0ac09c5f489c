import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSteps } from './create-steps'
import { runImageSteps } from './image-steps'
import { tryProgram } from './try-program'

/**
 * `npm run test:artefact`: makes the image's folder by the Dockerfile's own steps, away from every node_modules, and uses what lies in it
 * as an administrator and a leader would. Needs npm's registry for the first.
 */
async function main(): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'pejling-artefact-'))
  const steps = createSteps()
  try {
    const image = runImageSteps(join(__dirname, '../..'), place, steps.say)
    await tryProgram(image, join(place, 'state'), steps)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
  process.exitCode = steps.report()
}

void main().catch((error: unknown) => {
  console.error(error)
  console.log('0 passed, 1 failed')
  process.exit(1)
})
