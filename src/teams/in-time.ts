/** What was asked for, or undefined where it takes longer: the SDK itself has no limit (docs/teams-facts.md#fifteen-seconds). */
export async function inTime<T>(asked: Promise<T>, longestMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), longestMs)
  })
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}
