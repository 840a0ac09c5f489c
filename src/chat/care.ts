import { notice } from '../cards/kit/notice-card'
import type { CardContent } from '../cards/kit/render'
import { careCard } from '../cards/leader/care-card'
import type { Care } from '../care/care-words'
import { isEnglish } from '../care/is-english'
import type { Locale } from '../texts'
import { type Reply, send } from './reply'
import type { Turn } from './turn'

// Somebody in trouble is met with people to turn to, before anything else is made of what they wrote. Of their words nothing is
// stored, logged, quoted or leant on by what comes after.

export interface Trouble {
  /** Who is in trouble; `calmed`: somebody who was met so says that it is not so bad. */
  readonly care: Care | 'calmed'
  /** English where it was written in English: nobody should have to look for words in another language now. */
  readonly locale: Locale
}

export function readTrouble({ ctx, reader, before, careOf }: Turn, text: string): Trouble | null {
  const care = careOf(text) ?? (before?.isCared && ctx.knowledge.readCalm(text) ? 'calmed' : null)
  return care && { care, locale: isEnglish(text) ? 'en' : reader.locale }
}

/** Among others nothing is said but what is said there to anything personal; the text goes to the person's own chat. */
export async function meetWithCare(turn: Turn, trouble: Trouble): Promise<Reply> {
  turn.lastTurns.forget(turn.conversationId, turn.ctx.caller.leaderId)
  if (turn.isPersonal) return send(cardFor(turn, trouble), { awaits: 'care' })
  await tellAlone(turn, trouble)
  return send(notice(turn.reader, 'private'))
}

/** Buttons that bring words of the person's own, which are kept or sent as asked for. */
export const verbsWithWords: ReadonlySet<string> = new Set([
  'prompt.answer',
  'prompt.answerThen',
  'prompt.keep',
  'note.keep',
  'miss.send',
  'prompt.earlier',
  'prompt.later',
  'prompt.snooze',
  'prompt.request',
  'meeting.make',
  'reflections.search',
  'pause.set',
  'rhythm.keep',
  'teamRhythm.keep',
  'hr.preview',
  'hr.send',
  'expect.more',
  'expect.keep',
  'channel.answer',
  'channel.change',
  'channel.agree',
  'agreement.outcome',
  'agreement.change',
])

/** What was pressed is done; where its words speak of trouble, the text follows. */
export async function withCare(turn: Turn, verb: string, data: unknown, reply: Reply): Promise<Reply> {
  const texts = verbsWithWords.has(verb) ? wordsIn(data) : []
  const text = texts.find((each) => turn.careOf(each) !== null)
  const trouble = text === undefined ? null : readTrouble(turn, text)
  if (!trouble) return reply
  if (turn.isPersonal) return { ...reply, below: cardFor(turn, trouble), awaits: 'care' }
  await tellAlone(turn, trouble)
  return reply
}

/** What one field after the other says of many things is read each by itself: what stands beside it would speak against it. */
function wordsIn(data: unknown): string[] {
  const { text, topic, who, ...fields } = Object(data) as Readonly<Record<string, unknown>>
  // What is said of one point after the other in a talk stands in numbered fields.
  const lines = Object.entries(fields).flatMap(([field, words]) => (numberedField.test(field) ? [words] : []))
  const isText = (words: unknown): words is string => typeof words === 'string'
  return [[text, topic, who].filter(isText).join('\n'), ...lines.filter(isText)]
}

/** `mine0`, `theirs3`. */
const numberedField = /^(?:mine|theirs)\d$/

function cardFor({ ctx, reader, carePeople }: Turn, { care, locale }: Trouble): CardContent {
  const isHrReached = ctx.config.hrConversation !== ''
  return careCard({ ...reader, locale, care, people: carePeople, isHrReached })
}

/** Into the person's own chat, where there is one. That it could not be put there changes nothing. */
async function tellAlone(turn: Turn, care: Trouble): Promise<void> {
  const { conversation } = turn.leader
  if (!conversation) return
  const posted = await turn.otherChats.post(conversation, cardFor(turn, care))
  if (posted.status === 'sent') turn.lastActs.cared(turn.ctx.caller.leaderId)
}
