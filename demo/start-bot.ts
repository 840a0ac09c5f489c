import { join } from 'node:path'
import { outsideEnvironment } from './outside-environment'
import { type Program, runProgram } from './run-program'

export interface BotOptions {
  readonly port: number
  readonly storeFile: string
  /** IANA name. Default: the bot's own, Denmark's. */
  readonly timeZone?: string
  /** Files that are loaded before the bot. */
  readonly preload?: readonly string[]
  readonly onOutput: (text: string) => void
  readonly signal: AbortSignal
}

// The Playground's current user (playground.yml), who may plan campaigns in the demo.
const bente = '00000000-0000-0000-0000-0000000000020'
// The team's own channel "General", where messages to HR come: it has the team's id, as in Teams.
const general = 'team-id'

/** Runs the bot from source, for this machine only; resolves when it can serve. */
export function startBot({ port, storeFile, timeZone, preload, onOutput, signal }: BotOptions): Promise<Program> {
  return runProgram({
    name: 'Pejling',
    args: [join(__dirname, '..', 'src', 'main.ts')],
    ...(preload && { preload }),
    env: {
      ...outsideEnvironment(),
      PEJLING_LOCAL: 'yes',
      PEJLING_PORT: String(port),
      PEJLING_SQLITE_FILE: storeFile,
      PEJLING_LOG_LEVEL: 'warn',
      PEJLING_HR_IDS: bente,
      PEJLING_HR_CONVERSATION: general,
      // One leader and one channel: everything at its minute.
      PEJLING_SPREAD_MINUTES: '0',
      ...(timeZone !== undefined && { PEJLING_TIME_ZONE: timeZone }),
      PEJLING_CONTACT: 'HR, hr@kommune.example',
    },
    isReady: () => isServing(`http://127.0.0.1:${port}/readyz`),
    onOutput,
    signal,
  })
}

async function isServing(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
