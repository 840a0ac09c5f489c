import { stripVTControlCharacters } from 'node:util'

export interface Report {
  /** Runs one step and says how it went. A failed step does not end the walk. */
  step(sentence: string, act: () => Promise<void>): Promise<void>
  /** Says how it all went; whether everything did. A step still under way is heard of no more. */
  conclude(): boolean
}

/** @param onFailure called with the number of the failed step, for a picture of it */
export function createReport(onFailure: (number: number) => Promise<void>): Report {
  let passed = 0
  let failed = 0
  let isOver = false
  return {
    async step(sentence, act) {
      if (isOver) return
      const start = Date.now()
      try {
        await act()
        if (isOver) return
        passed++
        console.log(`ok - ${sentence} (${Date.now() - start} ms)`)
      } catch (error) {
        if (isOver) return
        failed++
        console.log(`not ok - ${sentence} (${Date.now() - start} ms)`)
        console.log(shorten((error as Error).message))
        await onFailure(failed).catch(() => undefined)
      }
    },
    conclude() {
      isOver = true
      console.log(`${passed} passed, ${failed} failed`)
      return failed === 0
    },
  }
}

/** Playwright's messages are long and coloured; their first lines hold what matters. */
function shorten(message: string): string {
  const plain = stripVTControlCharacters(message).trimEnd().split('\n')
  return plain
    .map((line) => `    ${line}`)
    .slice(0, 6)
    .join('\n')
}
