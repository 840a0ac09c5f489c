import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { campaignCommands } from '../../src/cli/campaign'

/** The operator's command line on a store of its own. */
export interface CommandLine {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  /** Runs a campaign command; what it prints. */
  run(verb: string, ...args: string[]): Promise<string>
  /** What any command printed since this was asked last. */
  printed(): string
  fails(verb: string, ...args: string[]): jest.JestMatchers<Promise<unknown>>['rejects']
  dispose(): void
}

export function createCommandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-cli-'))
  const env = { PEJLING_LOCAL: 'yes', PEJLING_SQLITE_FILE: join(folder, 'pejling.sqlite') }
  let text = ''
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((more) => {
    text += String(more)
    return true
  })
  const printed = () => {
    const all = text
    text = ''
    return all
  }
  return {
    folder,
    env,
    printed,
    async run(verb, ...args) {
      printed()
      expect(await campaignCommands[verb]?.(env, args)).toBe(0)
      return printed()
    },
    fails: (verb, ...args) => expect(campaignCommands[verb]?.(env, args)).rejects,
    dispose() {
      spy.mockRestore()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Every Tuesday at nine, to everybody. */
export const weekly = [
  ...['--name', 'Ugens spørgsmål', '--everybody', '--time', '09:00', '--first', '2085-01-09', '--every', 'week'],
]
