import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { median, ms, type Row } from './table'

const rounds = 3
const subjects = ['tillid', 'feedback', 'økonomi', 'at uddelegere', 'psykologisk trykhed', 'strategi', 'borgere', 'mod']
const questions = Array.from(
  { length: 300 },
  (_, i) => `Hvad siger grundlaget om ${subjects[i % 8]} og ${subjects[(i * 3) % 8]}, nummer ${i}?`,
)

/** `pejling ask --json` with 300 questions on its standard input, the start of the program included. */
export async function measureAsk(): Promise<Row[]> {
  const took: number[] = []
  for (let round = 0; round < rounds; round++) took.push(await timedRun())
  return [
    {
      what: `ask --json: ${questions.length} questions, start included`,
      measured: ms(median(took)),
      target: '<= 3000 ms',
      isOk: median(took) <= 3000,
    },
  ]
}

async function timedRun(): Promise<number> {
  const from = performance.now()
  const child = spawn(process.execPath, [join(__dirname, '../../src/cli.js'), 'ask', '--json'], {
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let lines = 0
  child.stdout.on('data', (chunk: Buffer) => {
    lines += chunk.toString('latin1').split('\n').length - 1
  })
  child.stdin.end(questions.join('\n'))
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject))
  if (lines !== questions.length) throw new Error(`${lines} answers to ${questions.length} questions`)
  return performance.now() - from
}
