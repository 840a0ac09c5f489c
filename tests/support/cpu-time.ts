/** Milliseconds that this process has computed so far: unlike the time on a clock, they do not grow while other programs run. */
export function cpuTime(): number {
  return process.cpuUsage().user / 1000
}
