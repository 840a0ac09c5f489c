import { askedPoints, promptPlace } from '../../framework/asked-points'
import { frameworksAtHome } from '../../framework/at-home'
import type { Library } from '../../framework/library'
import { fittingChannelPrompts, fittingPrompts } from '../../prompts/choosing/fitting-prompts'
import type { Campaign } from '../../records/campaign'
import type { Meant } from './audience'

/** A prompt as a delivery names it; `question` where it is HR's own. */
export interface CandidatePrompt {
  readonly promptId: string
  readonly question?: string
}

/**
 * Answers what a recipient may be asked in the campaign's next occasion, best first; nothing: there is none for them.
 * @param municipality whose prompts come to who has chosen none; null where there are several
 */
export function createCandidates(
  library: Library,
  { prompts, occasions, audience }: Pick<Campaign, 'prompts' | 'occasions' | 'audience'>,
  municipality: string | null,
): (meant: Meant) => readonly CandidatePrompt[] {
  if (prompts.kind === 'own') return () => [{ promptId: 'own', question: prompts.question }]
  if (prompts.kind === 'chosen') {
    const known = prompts.promptIds.filter((id) => library.prompt(id))
    const from = known.length > 0 ? occasions % known.length : 0
    const inTurn = [...known.slice(from), ...known.slice(0, from)].map((promptId) => ({ promptId }))
    return () => inTurn
  }
  const areas = prompts.kind === 'areas' ? prompts.areas : undefined
  // Thousands of leaders have a few dozen roles between them, so the candidates are found once a role.
  const byRole = new Map<string, readonly CandidatePrompt[]>()
  return ({ recipient, leader }) => {
    const isChannel = recipient.kind === 'channel'
    const framework = library.framework(leader?.framework ?? municipality ?? '')?.slug
    const key = `${recipient.kind} ${framework} ${leader?.role}`
    const standing = byRole.get(key)
    if (standing) return standing
    const tiers = isChannel
      ? fittingChannelPrompts(library, frameworksAtHome(audience.frameworks, municipality))
      : fittingPrompts(library, { framework, role: leader?.role })
    const found = [...new Set(tiers.flat())]
      .filter((prompt) => !areas || areas.includes(promptPlace(prompt.id, askedPoints(prompt, leader?.role)).area))
      .map(({ id }) => ({ promptId: id }))
    byRole.set(key, found)
    return found
  }
}
