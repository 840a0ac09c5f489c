import type { Services } from '../caller/context'
import { type Channel, channels } from '../records/channel'
import { everyPage } from '../store/every-page'

const page = 500

/** Every channel that Pejling has been in, those it was removed from too, by team and name as a Dane sorts them. */
export async function listChannels({ store, config }: Pick<Services, 'store' | 'config'>): Promise<Channel[]> {
  const found = await everyPage((cursor) => store.list(channels, config.tenantId, { limit: page, cursor }))
  return found.sort((a, b) => a.teamName.localeCompare(b.teamName, 'da') || a.name.localeCompare(b.name, 'da'))
}
