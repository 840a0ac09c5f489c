import type { Services } from '../caller/context'
import { type Channel, channels } from '../records/channel'
import { everyDocument } from '../store/every-document'

/** Every channel that Pejling has been in, those it was removed from too, by team and name as a Dane sorts them. */
export async function listChannels({ store, config }: Pick<Services, 'store' | 'config'>): Promise<Channel[]> {
  const found = await everyDocument(store, channels, config.tenantId)
  return found.sort((a, b) => a.teamName.localeCompare(b.teamName, 'da') || a.name.localeCompare(b.name, 'da'))
}
