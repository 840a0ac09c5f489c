/** One line of the report. */
export interface Row {
  readonly what: string
  readonly measured: string
  readonly target: string
  /** undefined: nothing was promised, the number is there to be known. */
  readonly isOk: boolean | undefined
}

export function printTable(rows: readonly Row[]): void {
  const lines = [
    ['what', 'measured', 'target', ''],
    ...rows.map(({ what, measured, target, isOk }) => [
      what,
      measured,
      target,
      isOk === undefined ? '' : isOk ? 'ok' : 'SHORT',
    ]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  for (const line of lines)
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

/** The value below which the share `p` of the samples lies. */
export function percentile(samples: Iterable<number>, p: number): number {
  const sorted = Float64Array.from(samples).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN
}

export const median = (samples: Iterable<number>): number => percentile(samples, 0.5)
export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
