import { isMeant } from '../campaigns/audience/is-meant'
import { atHome } from '../framework/at-home'
import { campaigns } from '../records/campaign'
import type { Leader } from '../records/leader'
import { reflections } from '../records/reflection'
import { everyDocument } from '../store/every-document'
import { isNearNow } from './policy/rhythm-timing'
import type { SendingContext } from './sending-context'

/** Whether one of HR's is coming within days, or has just come: what a leader has asked for themselves waits for it. */
export async function hasCampaignNear({ services }: SendingContext, leader: Leader): Promise<boolean> {
  const { store, config, clock, knowledge } = services
  const nowMs = clock.now()
  const standing = atHome(leader, config.municipality)
  const all = await everyDocument(store, campaigns, config.tenantId)
  const isComing = all.some(
    ({ state, nextSendAt, audience }) =>
      state === 'running' &&
      isNearNow(nextSendAt, nowMs) &&
      (audience.people.includes(leader.id) || isMeant(knowledge.library, audience, standing)),
  )
  if (isComing) return true
  const own = await everyDocument(store, reflections, leader.id)
  return own.some(({ deliveryId, shownAt }) => deliveryId !== undefined && isNearNow(shownAt, nowMs))
}
