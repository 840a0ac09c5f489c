import type { Answer } from '../../answers/answer'

/** What an answer was, as far as may be told when it missed: nothing of who asked, or in what words. */
export interface AboutAnswer {
  readonly operation: string
  /** Empty: several frameworks, or none. */
  readonly framework: string
  readonly statementIds: readonly string[]
}

const mostIds = 10

export function aboutAnswer({ intent, talk, frameworks, statements }: Answer): AboutAnswer {
  const [framework = ''] = frameworks.length === 1 ? frameworks : []
  return { operation: talk ?? intent, framework, statementIds: statements.slice(0, mostIds).map(({ id }) => id) }
}
