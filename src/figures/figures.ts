import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Counts what the program does. Labels are words of ours alone: no person, conversation or text has a way in. */
export interface Figures {
  turn(outcome: 'answered' | 'failed'): void
  /** @param status of the sender's outcome */
  sent(status: string): void
  storeCall(operation: string, outcome: 'done' | 'failed', ms: number): void
  /** In Prometheus' own form. */
  text(): Promise<string>
  /** The totals since the start, and what stands now, for one line of the log. */
  line(): Readonly<Record<string, number | null>>
}

/** What stands now rather than having been counted; null: unknown or none. */
export interface Backlog {
  readonly oldestUndoneMs: number | null
  readonly queueSilentMs: number | null
}

export function createFigures(standing: () => Backlog): Figures {
  const registry = new Registry()
  const registers = [registry]
  const turns = new Counter({
    name: 'pejling_turns_total',
    help: 'Activities taken',
    labelNames: ['outcome'],
    registers,
  })
  const sends = new Counter({
    name: 'pejling_sends_total',
    help: 'Attempts to send',
    labelNames: ['status'],
    registers,
  })
  const store = new Histogram({
    name: 'pejling_store_seconds',
    help: 'Calls of the store',
    labelNames: ['operation', 'outcome'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 8],
    registers,
  })
  const gauge = (name: string, help: string, of: keyof Backlog) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const ms = standing()[of]
        if (ms === null) this.reset()
        else this.set(ms / 1000)
      },
    })
  gauge('pejling_oldest_undone_seconds', 'How long the oldest work that is due has waited', 'oldestUndoneMs')
  gauge('pejling_queue_silent_seconds', 'Since the work queue answered', 'queueSilentMs')

  const totals = new Map<string, number>()
  const add = (name: string, n = 1) => totals.set(name, (totals.get(name) ?? 0) + n)
  return {
    turn(outcome) {
      turns.inc({ outcome })
      add(`turns.${outcome}`)
    },
    sent(status) {
      sends.inc({ status })
      add(`sends.${status}`)
    },
    storeCall(operation, outcome, ms) {
      store.observe({ operation, outcome }, ms / 1000)
      add(`store.${outcome}`)
      add('store.ms', Math.round(ms))
    },
    text: () => registry.metrics(),
    line: () => ({ ...Object.fromEntries(totals), ...standing() }),
  }
}
