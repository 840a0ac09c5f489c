/** Lets only so many things go on at a time; the others wait in the order in which they came. */
export interface Concurrency {
  run<T>(act: () => Promise<T>): Promise<T>
  underWay(): number
  waiting(): number
}

export function createConcurrency(most: number): Concurrency {
  const queue: (() => void)[] = []
  let taken = 0
  const free = (): void => {
    const next = queue.shift()
    if (next) next()
    else taken -= 1
  }
  return {
    async run(act) {
      if (taken < most) taken += 1
      else await new Promise<void>((resolve) => queue.push(resolve))
      try {
        return await act()
      } finally {
        free()
      }
    },
    underWay: () => taken,
    waiting: () => queue.length,
  }
}
