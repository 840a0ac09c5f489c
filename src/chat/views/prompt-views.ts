import type { Ctx } from '../../caller/context'
import type { CardContent } from '../../cards/kit/render'
import { noTopicCard } from '../../cards/prompt/no-topic-card'
import { offerCard } from '../../cards/prompt/offer-card'
import { promptCard } from '../../cards/prompt/prompt-card'
import type { PromptView, TypedAnswer } from '../../cards/prompt/prompt-view'
import { reflectionQuestion } from '../../cards/prompt/reflection-question'
import {
  channelName,
  type Shared,
  shareChannelCard,
  sharedCard,
  sharePreviewCard,
  shareStateCard,
  takenBackCard,
} from '../../cards/prompt/share-card'
import { snoozeCard } from '../../cards/prompt/snooze-card'
import type { Library, Point } from '../../framework/library'
import { answersTo, pitfallsOf } from '../../prompts/choosing/point-pairs'
import { whosePrompt } from '../../prompts/choosing/whose-prompt'
import type { Channel } from '../../records/channel'
import type { Leader } from '../../records/leader'
import type { Reflection, Share } from '../../records/reflection'
import type { Locale, Texts } from '../../texts'

/** How a reflection is shown, besides as it stands. */
export interface Showing extends Pick<PromptView, 'form' | 'typed' | 'topic'> {
  /** Why it comes: by default, or with `topic`, for whom it is written. */
  readonly why?: 'topic' | 'snoozed' | 'reminder' | 'after-pause' | undefined
}

/** What the life of a prompt shows, each in the reader's own language. */
export interface PromptViews {
  reflection(leader: Leader, reflection: Reflection, showing?: Showing): CardContent
  /** That there is no prompt on what was asked for. @param near what there is one on */
  noTopic(leader: Leader, topic: string, near: readonly string[]): CardContent
  /** To keep what was typed as a message. @param isAlone the text is answered as nothing else */
  offer(leader: Leader, reflection: Reflection, text: string, isAlone: boolean): CardContent
  /** When to ask again. */
  later(leader: Leader, reflection: Reflection, typed: TypedAnswer): CardContent
  chooseChannel(leader: Leader, reflection: Reflection, channels: readonly Channel[]): CardContent
  preview(ctx: Ctx, leader: Leader, reflection: Reflection, channel: Channel): CardContent
  /** In the channel: read by several, so in the language of the configuration. */
  shared(ctx: Ctx, reflection: Reflection): CardContent
  takenBack(locale: Locale): CardContent
  shareState(leader: Leader, reflection: Reflection, share: Share): CardContent
  channelName(leader: Leader, channel: Channel): string
}

export function createPromptViews(library: Library, texts: Texts): PromptViews {
  const reader = ({ locale }: { locale: Locale }) => ({ library, texts, locale })

  const sharedOf = ({ caller, config }: Ctx, reflection: Reflection): Shared => ({
    name: caller.name,
    question: reflectionQuestion(reflection, reader(config)),
    text: reflection.text ?? '',
    points: ownPoints(library, reflection).answering,
  })

  return {
    reflection(leader, reflection, { form, typed, topic, why } = {}) {
      return promptCard({
        ...reader(leader),
        reflection,
        question: reflectionQuestion(reflection, reader(leader)),
        hasScale: library.prompt(reflection.promptId)?.scale ?? false,
        ...ownPoints(library, reflection),
        why: why ?? whyOf(library, reflection, leader),
        topic,
        form,
        typed,
        timeZone: leader.timeZone,
      })
    },
    noTopic: (leader, topic, near) =>
      noTopicCard(reader(leader), { topic, near, isAtHome: library.framework(leader.framework ?? '') !== undefined }),
    offer(leader, reflection, text, isAlone) {
      const question = reflectionQuestion(reflection, reader(leader))
      return offerCard(reader(leader), { reflection, question, text, isAlone })
    },
    later: (leader, reflection, typed) =>
      snoozeCard(reader(leader), {
        reflectionId: reflection.id,
        question: reflectionQuestion(reflection, reader(leader)),
        typed,
      }),
    chooseChannel: (leader, { id }, channels) =>
      shareChannelCard(
        reader(leader),
        id,
        channels.map((channel) => ({ id: channel.id, name: channelName(reader(leader), channel) })),
      ),
    preview(ctx, leader, reflection, channel) {
      const to = {
        reflectionId: reflection.id,
        channelId: channel.id,
        channel: channelName(reader(leader), channel),
        revision: reflection.revision ?? 0,
      }
      return sharePreviewCard(reader(leader), reader(ctx.config), sharedOf(ctx, reflection), to)
    },
    shared: (ctx, reflection) => sharedCard(reader(ctx.config), sharedOf(ctx, reflection)),
    takenBack: (locale) => takenBackCard({ texts, locale }),
    shareState: (leader, reflection, share) => shareStateCard(reader(leader), reflection, share),
    channelName: (leader, channel) => channelName(reader(leader), channel),
  }
}

function whyOf(library: Library, { promptId, question }: Reflection, leader: Leader): PromptView['why'] {
  return question === undefined ? whosePrompt(library, leader, promptId) : 'hr'
}

/** What the prompt asks about, what the framework itself says to it, and the pitfall that goes with that. */
function ownPoints(library: Library, { statementIds }: Reflection) {
  const points: Point[] = statementIds.flatMap((id) => library.point(id) ?? [])
  const asked = points.find(({ kind }) => kind === 'pitfall')
  const answers = asked ? answersTo(library, asked) : []
  if (asked && answers.length > 0) return { points, answering: answers, pitfall: asked }
  return { points, answering: points, pitfall: points.flatMap((point) => pitfallsOf(library, point))[0] }
}
