import { idParts } from '../../framework/schema'
import { sharedStanding } from '../../journal/share-standing'
import type { OwnSeries } from '../../records/rhythm'
import { genitive } from '../../texts'
import { saidRole } from '../answer/answer-title'
import { isOneLeader } from '../answer/role-phrase'
import { longDate } from '../kit/local-time'
import { escapeMarkdown } from '../kit/plain-text'
import { nameOf, type Reader } from '../kit/reader'
import { shortened } from '../kit/shortened'
import type { PromptView } from './prompt-view'

/** Of what somebody asked about, this much is said back. */
const mostOfTopic = 60

/** The line that says why this prompt comes, and whose it is where it is not the reader's own. In Markdown. */
export function promptWhy(view: PromptView): string {
  const { texts, locale, timeZone, library, why, topic, series } = view
  if (series) return seriesWhy(view, series)
  const { goesOnFrom } = view.reflection
  if (goesOnFrom) return texts(locale, 'prompt.why.again', { when: longDate(locale, timeZone, goesOnFrom.answeredAt) })
  // Where it was shared, HR may have read it.
  if (why === 'hr' && sharedStanding(view.reflection)) return texts(locale, 'channelPrompt.titleOwn')
  const { framework } = idParts(view.reflection.promptId)
  const name = nameOf(library, framework)
  return texts(locale, `prompt.${topic === undefined ? 'why' : 'asked'}.${why}`, {
    topic: escapeMarkdown(saidTopic(topic ?? '')),
    role: escapeMarkdown(forWhom(view)),
    framework: escapeMarkdown(name),
    frameworkOf: escapeMarkdown(genitive(locale, name)),
  })
}

/** Which of how many it is; the last one says goodbye, and what comes after. */
function seriesWhy({ texts, locale }: Reader, { come, promptIds, after }: OwnSeries): string {
  const params = { n: come, of: promptIds.length }
  if (come < promptIds.length) return texts(locale, 'newRole.why', params)
  return texts(locale, after ? 'newRole.why.lastAndOn' : 'newRole.why.last', params)
}

/** A topic as it is said back, which may be as long as somebody typed it. */
export function saidTopic(topic: string): string {
  return shortened(topic, mostOfTopic)
}

/** "en kontraktholder", "direktionen". */
function forWhom({ texts, locale, library, reflection }: Reader & Pick<PromptView, 'reflection'>): string {
  const { framework, role: slug } = idParts(reflection.promptId)
  const role = library.role(framework, slug)
  if (!role) return ''
  const said = saidRole(role.title, locale)
  return isOneLeader(role) ? texts(locale, 'prompt.oneRole', { role: said }) : said
}
