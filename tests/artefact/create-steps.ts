export interface Steps {
  say(line: string): void
  /** A step passes unless it throws; what it answers is said beside its name. */
  step(name: string, act: () => Promise<unknown> | unknown): Promise<void>
  /** Says how many passed. @returns the exit code */
  report(): number
}

export function createSteps(): Steps {
  let passed = 0
  let failed = 0
  const say = (line: string) => console.log(`${new Date().toTimeString().slice(0, 8)} ${line}`)
  return {
    say,
    async step(name, act) {
      try {
        const found = await act()
        passed += 1
        say(`ok    ${name}${found === undefined ? '' : `: ${found}`}`)
      } catch (error) {
        failed += 1
        say(`FAULT ${name}: ${error instanceof Error ? error.message : error}`)
      }
    },
    report() {
      console.log(`${passed} passed, ${failed} failed`)
      return failed === 0 ? 0 : 1
    },
  }
}
