import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import type { Store } from '../../src/store/store'
import { systemClock } from '../../src/time/clock'
import { note, noteContainers, notes } from './notes'

// A process of its own for the SQLite tests: `<file> <forever|race> <owner>`.
// Prints `ready`, waits for a line on stdin, then one line for each outcome.

const [file = '', mode = '', owner = ''] = process.argv.slice(2)
const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const store = createSqliteStore({ file, clock: systemClock, containers: noteContainers })
  print('ready')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  if (mode === 'race') {
    for (let n = 0; n < 200; n++) {
      const { status } = await store.create(notes, note(owner, `n${n}`, { text: mode }))
      if (status === 'created') print(`n${n}`)
    }
    await store.close()
    process.exit()
  }
  // Eight at a time, so that commits are shared.
  await Promise.all(Array.from({ length: 8 }, (_, lane) => writeForever(store, lane)))
}

async function writeForever(store: Store, lane: number): Promise<void> {
  for (let n = 0; ; n++) {
    await store.create(notes, note(owner, `n${lane}-${n}`, { text: 'x'.repeat(300) }))
    print(`n${lane}-${n}`)
    // Standard output is a pipe: without a turn of the loop nothing would leave the process.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

void main()
