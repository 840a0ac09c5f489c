import type { Query } from '../answers/query'
import { channelPromptCard } from '../cards/channel-prompt-card'
import { noticeCard } from '../cards/notice-card'
import { profileCard } from '../cards/profile-card'
import { promptCard } from '../cards/prompt-card'
import { reflectionsCard } from '../cards/reflections-card'
import type { CardContent } from '../cards/render'
import { roleCard } from '../cards/role-card'
import { welcomeCard } from '../cards/welcome-card'
import { AppError } from '../errors'
import { allLeaders, idParts, type Prompt } from '../framework/schema'
import type { Knowledge } from '../knowledge'
import type { Channel, Delivery } from '../store/campaign-containers'
import type { Leader, Reflection } from '../store/containers'
import type { Locale, Params, Texts } from '../texts'
import { createAnswerCards } from './answer-cards'
import { type CampaignViews, createCampaignViews } from './campaign-views'
import type { LastTurns } from './last-turns'
import { createSheets, pauseShown, type Sheets } from './sheets'
import type { Turn } from './turn'

/** What actions show, each in the reader's own language. */
export interface Views {
  readonly lastTurns: LastTurns
  /** Pause, privacy and HR. */
  readonly sheets: Sheets
  /** HR's own. */
  readonly campaigns: CampaignViews
  /** @param isForHr one of HR asks, in their own chat */
  answer(leader: Leader, query: Query, isForHr?: boolean): CardContent
  /** @param isOnTopic the leader asked for a prompt on something */
  reflection(turn: Turn, reflection: Reflection, isOnTopic?: boolean): CardContent
  reflections(
    turn: Turn,
    page: { reflections: Reflection[]; cursor: string | undefined },
    isFirstPage: boolean,
  ): CardContent
  welcome(leader: Leader): CardContent
  /** @throws AppError `invalid` for a framework that does not exist */
  roles(leader: Leader, framework: string): CardContent
  profile(leader: Leader): CardContent
  /** The profile where there is one, else the welcome. */
  start(leader: Leader): CardContent
  /** A prompt for a group to talk about: nothing to fill in, nothing stored. */
  discussion(leader: Leader, prompt: Prompt): CardContent
  /** Opens a thread in a channel, and shows how many have answered there. */
  channelPrompt(channel: Pick<Channel, 'name'>, delivery: Delivery, locale: Locale): CardContent
  /** A member's answer, as everybody in the thread sees it. @param name may be empty */
  channelAnswer(name: string, text: string, locale: Locale): CardContent
  notice(leader: Leader, key: string, params?: Params): CardContent
  /** Said to a channel or group that the bot joins. */
  greeting(locale: Locale): CardContent
  fault(locale: Locale, text: string): CardContent
}

export function createViews(knowledge: Knowledge, texts: Texts, lastTurns: LastTurns): Views {
  const { library } = knowledge
  const answerCards = createAnswerCards(knowledge, texts)
  const reader = (leader: Leader) => ({ library, texts, locale: leader.locale })
  const views: Views = {
    lastTurns,
    sheets: createSheets(library, texts),
    campaigns: createCampaignViews(library, texts),
    answer: (leader, query, isForHr = false) => answerCards(query, leader.locale, isForHr),
    reflection({ leader }, reflection, isOnTopic = false) {
      const prompt = library.prompt(reflection.promptId)
      if (!prompt) throw new AppError('not-found', 'The prompt is no longer in the data')
      const points = reflection.statementIds.flatMap((id) => library.point(id) ?? [])
      const pitfall = pitfallOf(library, points)
      return promptCard({
        ...reader(leader),
        state: reflection.state === 'answered' || reflection.state === 'skipped' ? reflection.state : 'open',
        reflectionId: reflection.id,
        prompt,
        points,
        why: isOnTopic ? 'topic' : whyOf(prompt, leader),
        timeZone: leader.timeZone,
        ...(pitfall && { pitfall }),
        ...(reflection.text !== undefined && { answerText: reflection.text }),
        ...(reflection.answeredAt !== undefined && { answeredAt: reflection.answeredAt }),
      })
    },
    reflections: ({ leader }, { reflections, cursor }, isFirstPage) =>
      reflectionsCard({ ...reader(leader), reflections, cursor, isFirstPage, timeZone: leader.timeZone }),
    welcome: (leader) => welcomeCard({ ...reader(leader), framework: leader.framework }),
    roles(leader, slug) {
      const framework = library.framework(slug)
      if (!framework) throw new AppError('invalid', 'The framework chosen does not exist')
      return roleCard({ ...reader(leader), framework, role: leader.framework === slug ? leader.role : null })
    },
    profile: (leader) =>
      profileCard({ ...reader(leader), framework: leader.framework, role: leader.role, ...pauseShown(leader) }),
    start: (leader) => (leader.framework ? views.profile(leader) : views.welcome(leader)),
    discussion(leader, prompt) {
      const { framework } = idParts(prompt.id)
      const point = library.point(prompt.statements[0] ?? '')
      const source = point ? `\n\n${library.framework(framework)?.name ?? ''}: ${point.text}` : ''
      const question = leader.locale === 'en' ? prompt.en : prompt.text
      return noticeCard({
        locale: leader.locale,
        title: texts(leader.locale, 'discuss.title'),
        text: `${question}${source}`,
      })
    },
    channelPrompt: ({ name }, { id, promptId, question, statementIds, answerKeys = [] }, locale) =>
      channelPromptCard({
        ...{ library, texts, locale, question },
        deliveryId: id,
        channelName: name,
        prompt: library.prompt(promptId),
        points: statementIds.flatMap((statement) => library.point(statement) ?? []),
        answers: answerKeys.length,
      }),
    channelAnswer(name, text, locale) {
      const key = name === '' ? 'channelPrompt.postedNameless' : 'channelPrompt.posted'
      return noticeCard({ locale, title: texts(locale, key, { name }), text })
    },
    notice: (leader, key, params) =>
      noticeCard({
        locale: leader.locale,
        title: texts(leader.locale, `${key}.title`, params),
        text: texts(leader.locale, `${key}.text`, params),
      }),
    greeting: (locale) =>
      noticeCard({ locale, title: texts(locale, 'hello.title'), text: texts(locale, 'hello.text') }),
    fault: (locale, text) => noticeCard({ locale, title: texts(locale, 'error.title'), text }),
  }
  return views
}

function whyOf(prompt: Prompt, leader: Leader): 'role' | 'all' {
  const { framework, role } = idParts(prompt.id)
  if (framework !== leader.framework) return 'all'
  return role === allLeaders ? 'all' : 'role'
}

/** The pitfall that one of the points answers, if the framework has paired them. */
function pitfallOf(
  library: Knowledge['library'],
  points: readonly { id: string; framework: string; role: string; kind: string }[],
) {
  const [first] = points
  if (!first || points.some((point) => point.kind === 'pitfall')) return undefined
  return library
    .select({ framework: first.framework, role: first.role, kinds: ['pitfall'] })
    .find((pitfall) => points.some((point) => pitfall.answeredBy?.includes(point.id)))
}
