import { isDeepStrictEqual } from 'node:util'
import type { Ctx } from '../../caller/context'
import type { Campaign, PromptPlan } from '../../records/campaign'

/**
 * How HR's own questions stand where the setting asks for a second pair of eyes: `none` where nothing is to be approved, `waits` for
 * another than the caller, who wrote them, `open` for the caller.
 */
export type Approval = 'none' | 'waits' | 'open'

export function approvalOf(
  { config, caller }: Pick<Ctx, 'caller'> & { readonly config: Pick<Ctx['config'], 'approveQuestions'> },
  { prompts, ownBy, createdBy, approved }: Pick<Campaign, 'prompts' | 'ownBy' | 'createdBy' | 'approved'>,
): Approval {
  if (!config.approveQuestions || prompts.kind !== 'own' || approved !== undefined) return 'none'
  return (ownBy ?? createdBy) === caller.leaderId ? 'waits' : 'open'
}

/** What is kept of who wrote the questions of a form: whoever changes a word of them wrote them, and they are approved no more. */
export function authorship(
  { leaderId }: Ctx['caller'],
  prompts: PromptPlan,
  before?: Pick<Campaign, 'prompts' | 'ownBy' | 'createdBy' | 'approved'>,
): Pick<Campaign, 'ownBy' | 'approved'> {
  if (prompts.kind !== 'own') return { ownBy: undefined, approved: undefined }
  if (before && isDeepStrictEqual(questionsOf(before.prompts), questionsOf(prompts)))
    return { ownBy: before.ownBy ?? before.createdBy, approved: before.approved }
  return { ownBy: leaderId, approved: undefined }
}

function questionsOf(prompts: PromptPlan) {
  if (prompts.kind !== 'own') return undefined
  return [prompts, ...(prompts.more ?? [])].map(({ question, en }) => [question, en])
}
