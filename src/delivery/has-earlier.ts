import { findEarlier } from '../journal/find-earlier'
import type { SendingContext } from './sending-context'

/** Whether a leader has written before about what they are asked, so that the card can offer to show it. It comes without where that cannot be read. */
export async function hasEarlier(
  { services }: SendingContext,
  asked: Parameters<typeof findEarlier>[1],
): Promise<boolean> {
  try {
    return (await findEarlier(services, asked)) !== undefined
  } catch (error) {
    services.log.warn({ error }, 'what was written before not looked for')
    return false
  }
}
