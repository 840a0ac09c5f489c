import type { HrRight } from '../../caller/context'
import type { Saying } from '../../errors'
import { meansLeaders } from '../audience/is-meant'
import type { CampaignInput } from './campaign-input'

type AudienceInput = CampaignInput['audience']

/** To who plans for some units, "all leaders" are those of these units. */
export function withinRight(right: HrRight, audience: AudienceInput): AudienceInput {
  const isOpen = right.kind === 'units' && audience.units.length === 0 && meansLeaders({ ...audience })
  return isOpen ? { ...audience, isEveryLeader: false, units: [...right.units] } : audience
}

/** What of an audience the right of who plans it does not reach, a sentence each. */
export function rightFaults(right: HrRight, { units, people, channels }: AudienceInput): readonly Saying[] {
  if (right.kind !== 'units') return []
  return [
    ...units
      .filter((unit) => !right.units.includes(unit))
      .map((unit) => ({ key: 'campaign.fault.otherUnit', params: { unit, own: right.units.join(', ') } })),
    ...(people.length > 0 ? [{ key: 'campaign.fault.peopleOutside' }] : []),
    ...(channels.length > 0 ? [{ key: 'campaign.fault.channelOutside' }] : []),
  ]
}
