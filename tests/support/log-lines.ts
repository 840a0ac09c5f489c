import { createLog, type Log } from '../../src/log/log'

export type LogLine = Record<string, unknown> & { message: string }

/** A real log whose lines are kept: `text` as written, to look for what must not be there; `lines` parsed. */
export function createLogLines(level = 'trace'): { log: Log; text(): string; lines(): LogLine[] } {
  const written: string[] = []
  return {
    log: createLog({ level, destination: { write: (line) => void written.push(line) } }),
    text: () => written.join(''),
    lines: () => written.map((line) => JSON.parse(line) as LogLine),
  }
}
