import { type Feedback, feedback } from '../records/feedback'
import { everyDocument } from '../store/every-document'
import { asOperator } from './as-operator'
import { columns } from './columns'

/** Shows what leaders said missed, the newest first: for whoever looks after the texts and the search. */
export function feedbackCommand(env: NodeJS.ProcessEnv, { isJson }: { readonly isJson: boolean }): Promise<number> {
  return asOperator(env, async (ctx) => {
    const found = await everyDocument(ctx.store, feedback, ctx.caller.tenantId)
    const newest = found.toSorted((a, b) => b.day.localeCompare(a.day))
    process.stdout.write(isJson ? newest.map((each) => `${JSON.stringify(told(each))}\n`).join('') : tableOf(newest))
    return 0
  })
}

function told({ day, operation, framework, statementIds, reason, question }: Feedback) {
  return { day, operation, framework, reason, statementIds, question: question ?? null }
}

function tableOf(misses: readonly Feedback[]): string {
  if (misses.length === 0) return 'nothing has been said to miss\n'
  const rows = misses.map(({ day, operation, framework, reason, statementIds, question = '' }) => [
    day,
    reason,
    operation,
    framework ?? '-',
    statementIds[0] ?? '-',
    question,
  ])
  return columns([['DAY', 'REASON', 'OPERATION', 'FRAMEWORK', 'FIRST POINT', 'QUESTION'], ...rows])
}
