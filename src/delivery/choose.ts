import { localDate } from '../clock'
import type { PromptPlan } from '../store/campaign-containers'
import type { Target } from './find-target'
import type { Run } from './run'

export interface Chosen {
  readonly promptId: string
  readonly statementIds: string[]
  readonly question?: string
}

export async function choose(
  run: Run,
  target: Extract<Target, { kind: 'leader' | 'channel' }>,
  plan: PromptPlan,
  occasionNumber: number,
): Promise<Chosen | undefined> {
  const { library } = run.services.knowledge
  if (plan.kind === 'own') return { promptId: 'own', statementIds: [], question: plan.question }
  const ids = plan.kind === 'chosen' ? plan.promptIds : library.prompts.map(({ id }) => id)
  const seed = target.kind === 'leader' ? target.leader.id.length : localDate(run.services.clock.now(), 'UTC').length
  const prompt = library.prompt(ids[(occasionNumber + seed) % ids.length] ?? '')
  return prompt && { promptId: prompt.id, statementIds: [...prompt.statements] }
}
