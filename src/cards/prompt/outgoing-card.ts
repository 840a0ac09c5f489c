import type { Outgoing } from '../../delivery/policy/sender'
import { atHome } from '../../framework/at-home'
import { type Channel, meantIn } from '../../records/channel'
import type { Delivery } from '../../records/delivery'
import type { Leader } from '../../records/leader'
import { type Reader, type ReadingPerson, readerFor } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { expiringCard } from '../leader/expiring-card'
import { agreementAskCard } from './agreement-form-card'
import { channelCalledBackCard, channelPromptCard } from './channel-prompt-card'
import { reflectionCard, type Showing } from './reflection-card'
import { teamRhythmAskCard } from './team-rhythm-card'

/** A leader’s question, whatever brings it. */
type OwnQuestion = Extract<Outgoing, { kind: 'prompt' | 'rhythm' | 'snoozed' | 'again' }>

/** The card of what is sent of the bot's own accord. @param everybody how those read who share a channel */
export function outgoingCard(
  program: Pick<Reader, 'library' | 'texts'>,
  message: Outgoing,
  everybody: ReadingPerson & { readonly profileMonths: number },
): CardContent {
  const leaderOf = ({ leader }: { leader: Leader }) => atHome(leader, everybody.municipality ?? null)
  const questionCard = (question: OwnQuestion, why?: Showing['why'], series?: Showing['series']) => {
    const leader = leaderOf(question)
    const { reflection, hasEarlier } = question
    return reflectionCard(readerFor(program, leader), leader, reflection, { why, series, hasEarlier })
  }
  switch (message.kind) {
    case 'prompt':
      return questionCard(message, message.reminder ? 'reminder' : message.isAfterPause ? 'after-pause' : undefined)
    case 'rhythm':
      return questionCard(message, 'rhythm', message.series)
    case 'snoozed':
      return questionCard(message, 'snoozed')
    case 'again':
      return questionCard(message)
    case 'called-back': {
      const leader = leaderOf(message)
      return reflectionCard(readerFor(program, leader), leader, message.reflection)
    }
    case 'expiring':
      return expiringCard(readerFor(program, leaderOf(message)), everybody.profileMonths)
    case 'channel-called-back':
      return channelCalledBackCard(readerFor(program, everybody), message.delivery)
    case 'channel-prompt':
      return channelPromptCard(
        readerFor(program, everybody),
        asDiscussion(message.delivery, message.channel, everybody.municipality ?? null),
      )
    case 'discussion':
      return channelPromptCard(readerFor(program, everybody), message.discussion)
    case 'agreement': {
      const { agreement } = message
      return agreementAskCard(readerFor(program, everybody), agreement, agreement.lookOn)
    }
    case 'team-rhythm':
      return teamRhythmAskCard(readerFor(program, everybody), message.rhythm)
  }
}

/** A campaign's question as it opens its discussion. */
function asDiscussion(
  { id, promptId, statementIds, question }: Delivery,
  channel: Channel,
  municipality: string | null,
) {
  const opened = { state: 'open', startedBy: null, startedName: '' } as const
  return {
    ...opened,
    id,
    promptId,
    statementIds,
    question,
    placeName: channel.name,
    place: meantIn(channel, municipality),
    keys: [],
  }
}
