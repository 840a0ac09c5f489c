import type { Knowledge } from '../../answers/knowledge'
import type { Query } from '../../answers/query'
import { noticeCard } from '../../cards/kit/notice-card'
import type { CardContent } from '../../cards/kit/render'
import type { Processing } from '../../cards/leader/privacy-card'
import { profileCard } from '../../cards/leader/profile-card'
import { roleCard } from '../../cards/leader/role-card'
import { welcomeCard } from '../../cards/leader/welcome-card'
import { channelPromptCard } from '../../cards/prompt/channel-prompt-card'
import { AppError } from '../../errors'
import { idParts, type Prompt } from '../../framework/schema'
import type { Channel } from '../../records/channel'
import type { Delivery } from '../../records/delivery'
import type { Leader } from '../../records/leader'
import type { Reflection } from '../../records/reflection'
import type { Locale, Params, Texts } from '../../texts'
import type { LastTurns } from '../last-turns'
import type { Turn } from '../turn'
import { createAnswerCards } from './answer-cards'
import { type CampaignViews, createCampaignViews } from './campaign-views'
import { createJournalViews, type JournalViews } from './journal-views'
import { createPromptViews, type PromptViews, type Showing } from './prompt-views'
import { createSheets, pauseShown, type Sheets } from './sheets'

/** What actions show, each in the reader's own language. */
export interface Views {
  readonly lastTurns: LastTurns
  /** Pause, privacy and HR. */
  readonly sheets: Sheets
  readonly journal: JournalViews
  readonly texts: Texts
  /** HR's own. */
  readonly campaigns: CampaignViews
  /** @param isForHr one of HR asks, in their own chat */
  answer(leader: Leader, query: Query, isForHr?: boolean): CardContent
  readonly prompts: PromptViews
  /** A reflection as it stands. */
  reflection(turn: Pick<Turn, 'leader'>, reflection: Reflection, showing?: Showing): CardContent
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
  /** What stands there when it was erased. */
  channelAnswerGone(locale: Locale): CardContent
  notice(leader: Leader, key: string, params?: Params): CardContent
  /** Said to a channel or group that the bot joins. */
  greeting(locale: Locale): CardContent
  fault(locale: Locale, text: string): CardContent
}

export function createViews(knowledge: Knowledge, texts: Texts, lastTurns: LastTurns, processing: Processing): Views {
  const { library } = knowledge
  const answerCards = createAnswerCards(knowledge, texts)
  const reader = (leader: Leader) => ({ library, texts, locale: leader.locale })
  const views: Views = {
    lastTurns,
    sheets: createSheets(library, texts),
    prompts: createPromptViews(library, texts),
    journal: createJournalViews(library, texts),
    texts,
    campaigns: createCampaignViews(library, texts),
    answer: (leader, query, isForHr = false) => answerCards(query, leader.locale, isForHr),
    reflection: ({ leader }, reflection, showing) => views.prompts.reflection(leader, reflection, showing),
    welcome: (leader) => welcomeCard({ ...reader(leader), framework: leader.framework, processing }),
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
    channelAnswerGone: (locale) =>
      noticeCard({
        locale,
        title: texts(locale, 'channelPrompt.gone.title'),
        text: texts(locale, 'channelPrompt.gone.text'),
      }),
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
