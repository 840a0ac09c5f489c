import type { Activity, TurnContext } from 'botbuilder'
import type { Services } from '../caller/context'
import { rememberChannel } from '../channels/remember-channel'
import { channelNews } from './channel-news'
import { teamChannels } from './team-channels'
import { typeName } from './type-name'

// Channels are noted so that campaigns can go to them. What somebody asks there is answered even when noting fails: neither throws.

/** Keeps what an activity says of channels. */
export async function noteChannel(services: Services, activity: Activity): Promise<void> {
  const news = channelNews(activity)
  if (news) await keep(services, activity, () => rememberChannel(services, news))
}

/** Keeps every channel of the team that an installation came from. */
export async function noteTeam(services: Services, context: TurnContext): Promise<void> {
  await keep(services, context.activity, async () => {
    for (const news of await teamChannels(context)) await rememberChannel(services, news)
  })
}

async function keep({ log }: Services, activity: Activity, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    log.warn({ activityType: typeName(activity), error }, 'channel not remembered')
  }
}
