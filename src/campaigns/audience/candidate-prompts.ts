import type { Services } from '../../caller/context'
import { frameworksAtHome } from '../../framework/at-home'
import type { Prompt } from '../../framework/schema'
import { fittingChannelPrompts, fittingPrompts } from '../../prompts/choosing/fitting-prompts'
import { type GivenPrompt, planTurn } from '../../prompts/choosing/plan-turn'
import type { Campaign } from '../../records/campaign'
import type { Meant } from './audience'

/** Answers what a recipient may be asked in the campaign's next occasion, best first; nothing: there is none for them. */
export function createCandidates(
  { knowledge: { library }, config }: Pick<Services, 'knowledge' | 'config'>,
  { prompts, occasions, audience }: Pick<Campaign, 'prompts' | 'occasions' | 'audience'>,
): (meant: Pick<Meant, 'recipient' | 'leader'>) => readonly GivenPrompt[] {
  const { municipality } = config
  // Thousands of leaders have a few dozen roles between them, so the candidates are found once a role.
  const found = new Map<string, readonly GivenPrompt[]>()
  return ({ recipient, leader }) => {
    const isChannel = recipient.kind === 'channel'
    const framework = library.framework(leader?.framework ?? municipality ?? '')?.slug
    const asked = { role: isChannel ? null : (leader?.role ?? null), locale: leader?.locale ?? config.locale }
    const key = `${recipient.kind} ${framework} ${asked.role} ${asked.locale}`
    const standing = found.get(key)
    if (standing) return standing
    const turn = planTurn(library, prompts, occasions, asked)
    const candidates = turn.kind === 'given' ? turn.prompts : fitting().filter(turn.isWithin).map(asGiven)
    found.set(key, candidates)
    return candidates

    function fitting(): readonly Prompt[] {
      const tiers = isChannel
        ? fittingChannelPrompts(library, frameworksAtHome(audience.frameworks, municipality))
        : fittingPrompts(library, { framework, role: leader?.role })
      return [...new Set(tiers.flat())]
    }
  }
}

function asGiven({ id }: Prompt): GivenPrompt {
  return { promptId: id }
}
