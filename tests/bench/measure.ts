import { availableParallelism, cpus, loadavg } from 'node:os'
import { countCosmosRequests } from './count-cosmos-requests'
import { measureAnswers } from './measure-answers'
import { measureAsk } from './measure-ask'
import { measureDelivery } from './measure-delivery'
import { measureFootprint } from './measure-footprint'
import { measureOccasion } from './measure-occasion'
import { measurePlanning } from './measure-planning'
import { measureRanking } from './measure-ranking'
import { measureRoster } from './measure-roster'
import { measureSearch } from './measure-search'
import { measureSendingCost } from './measure-sending-cost'
import { measureStart } from './measure-start'
import { measureTurns } from './measure-turns'
import { printTable, type Row } from './table'

/** What can be measured, a line each; names given on the command line choose among them (`npm run bench -- turns start`). */
const parts: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  turns: measureTurns,
  start: measureStart,
  footprint: measureFootprint,
  ask: measureAsk,
  search: measureSearch,
  ranking: measureRanking,
  store: countCosmosRequests,
  answers: measureAnswers,
  planning: measurePlanning,
  roster: measureRoster,
  occasion: measureOccasion,
  delivery: measureDelivery,
  sending: measureSendingCost,
}

async function main(): Promise<void> {
  const chosen = process.argv.slice(2)
  const unknown = chosen.filter((name) => !Object.hasOwn(parts, name))
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
  const from = performance.now()
  const before = loadavg()[0] ?? 0
  const rows: Row[] = []
  const took: string[] = []
  for (const [name, measure] of Object.entries(parts)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    const start = performance.now()
    rows.push(...(await measure()))
    took.push(`${name} ${seconds(start)}`)
    // A whole run takes minutes: whoever waits sees how far it is.
    console.error(took.at(-1))
  }
  printTable(rows)
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`
  console.log(`\n${machine}; load before ${before.toFixed(1)}; ${seconds(from)} (${took.join(', ')})`)
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(0)} s`
}

void main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
