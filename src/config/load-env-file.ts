import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

/** Takes the settings of a file `.env` in the present folder into an environment. What that says already stands. */
export function loadEnvFile(env: NodeJS.ProcessEnv): void {
  if (!existsSync('.env')) return
  for (const [name, value] of Object.entries(parseEnv(readFileSync('.env', 'utf8')))) env[name] ??= value
}
