import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '../../src/log/log'
import { createSqliteQueue } from '../../src/queue/sqlite/sqlite-queue'
import { systemClock } from '../../src/time/clock'
import { job } from './queue-contract-job'

// A process of its own for the SQLite queue's tests: `<file> <send|take|hold>`.
// Prints `ready`, waits for a line on stdin, then one line for each message sent or held.

const [file = '', mode = ''] = process.argv.slice(2)
const print = (line: string): void => void process.stdout.write(`${line}\n`)
// Standard output is a pipe: without a turn of the loop nothing would leave the process.
const turn = () => new Promise((resolve) => setImmediate(resolve))

async function main(): Promise<void> {
  const queue = createSqliteQueue({
    file,
    clock: systemClock,
    log: createLog({ level: 'silent' }),
    name: 'jobs',
    schema: job,
  })
  print('ready')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  if (mode === 'send') {
    for (let n = 0; ; n++) {
      await Promise.all([queue.send({ id: `a${n}` }), queue.send({ id: `b${n}` })])
      print(`a${n}\nb${n}`)
      await turn()
    }
  }
  for (;;) {
    const held = await queue.receive(3, 60_000)
    if (held.length === 0) break
    for (const received of held) {
      print(received.message.id)
      if (mode === 'take') await received.complete()
    }
    // As real work does, it leaves the file alone in between: who writes without a pause can keep another waiting to the end.
    await (mode === 'take' ? sleep(3) : turn())
  }
  await queue.close()
  process.exit()
}

void main()
