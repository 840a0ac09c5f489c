import type { Outgoing } from '../../delivery/policy/sender'
import { atHome } from '../../framework/at-home'
import type { Leader } from '../../records/leader'
import { type Reader, type ReadingPerson, readerFor } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { channelCalledBackCard, channelPromptCard } from './channel-prompt-card'
import { reflectionCard } from './reflection-card'

/** The card of what is sent of the bot's own accord. @param everybody how those read who share a channel */
export function outgoingCard(
  program: Pick<Reader, 'library' | 'texts'>,
  message: Outgoing,
  everybody: ReadingPerson,
): CardContent {
  const leaderOf = ({ leader }: { leader: Leader }) => atHome(leader, everybody.municipality ?? null)
  switch (message.kind) {
    case 'prompt': {
      const why = message.reminder ? 'reminder' : message.isAfterPause ? 'after-pause' : undefined
      const leader = leaderOf(message)
      return reflectionCard(readerFor(program, leader), leader, message.reflection, { why })
    }
    case 'snoozed': {
      const leader = leaderOf(message)
      return reflectionCard(readerFor(program, leader), leader, message.reflection, { why: 'snoozed' })
    }
    case 'called-back': {
      const leader = leaderOf(message)
      return reflectionCard(readerFor(program, leader), leader, message.reflection)
    }
    case 'channel-called-back':
      return channelCalledBackCard(readerFor(program, everybody), message.delivery)
    case 'channel-prompt':
      return channelPromptCard(readerFor(program, everybody), message.channel, message.delivery)
  }
}
