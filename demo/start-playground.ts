import { join } from 'node:path'
import { outsideEnvironment } from './outside-environment'
import { type Program, runProgram } from './run-program'

export interface PlaygroundOptions {
  readonly port: number
  readonly botPort: number
  readonly logFile: string
  readonly signal: AbortSignal
}

/** Runs Microsoft's Agents Playground as installed, without telemetry; resolves when its page can be opened. */
export function startPlayground({ port, botPort, logFile, signal }: PlaygroundOptions): Promise<Program> {
  return runProgram({
    name: 'The Playground',
    args: [
      require.resolve('@microsoft/m365agentsplayground/cli.js'),
      'start',
      ...['--app-endpoint', `http://127.0.0.1:${botPort}/api/messages`],
      ...['--channel-id', 'msteams', '--port', String(port), '--disable-telemetry'],
    ],
    env: {
      ...outsideEnvironment(),
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(__dirname, 'playground.yml'),
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
      TEAMSAPPTESTER_BROWSER: 'none',
    },
    // It says so only where stdout is no terminal, and takes another port without a word when its own is taken.
    isReady: (output) => output.includes(`Listening on ${port}`),
    signal,
  })
}
