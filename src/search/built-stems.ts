import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The stems of the data's words as the build has found them; none in the sources. */
export function readStems(dataDir: string): Readonly<Record<string, string>> {
  const file = stemsFile(dataDir)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

export const stemsFile = (dataDir: string) => join(dataDir, 'stems.json')
