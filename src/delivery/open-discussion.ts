import { discussionOf } from '../channels/discussion'
import { type Channel, meantIn } from '../records/channel'
import type { Delivery } from '../records/delivery'
import { discussions } from '../records/discussion'
import type { SendOutcome } from './policy/sender'
import type { SendingContext } from './sending-context'

/** What has arrived in a channel is talked about from now on. Where it cannot be noted, the first press on the card does so. */
export async function openDiscussion(
  { services }: SendingContext,
  channel: Channel,
  delivery: Delivery,
  { activityId: cardId, conversation }: Extract<SendOutcome, { status: 'sent' }>,
): Promise<void> {
  try {
    const there = {
      placeName: channel.name,
      place: meantIn(channel, services.config.municipality),
      conversation,
      cardId,
    }
    await services.store.create(discussions, discussionOf(services, delivery, there))
  } catch (error) {
    services.log.warn({ error }, 'discussion not noted')
  }
}
