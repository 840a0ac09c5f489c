import { TeamsInfo, type TurnContext } from 'botbuilder'
import type { ChannelNews } from '../channels/remember-channel'
import { channelNews } from './channel-news'
import { inTime } from './in-time'

/** Beside the point of a turn, which has 15 s (docs/teams-facts.md#fifteen-seconds). */
const longestMs = 5_000

/**
 * Every channel of the team that an installation came from: it names one of them only, and the others can be written to as
 * well. Empty where Teams does not say in time.
 */
export async function teamChannels(context: TurnContext): Promise<readonly ChannelNews[]> {
  const here = channelNews(context.activity)
  if (here?.kind !== 'seen') return []
  const found = (await inTime(TeamsInfo.getTeamChannels(context, here.teamId), longestMs)) ?? []
  return found.flatMap(({ id, name }) =>
    id ? [{ ...here, id, name: name ?? undefined, conversation: { ...here.conversation, conversationId: id } }] : [],
  )
}
