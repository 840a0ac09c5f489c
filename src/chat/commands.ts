import type { Command } from '../answers/reading/read-command'
import { readTopic } from '../answers/reading/read-topic'
import { notice } from '../cards/kit/notice-card'
import { AppError } from '../errors'
import { readMeeting } from '../prompts/choosing/read-meeting'
import { cutText } from '../text/cut-text'
import { visibleText } from '../text/visible-text'
import type { Action } from './action'
import { actions } from './actions'
import { withCare } from './care'
import { choosePlace } from './channel/choose-place'
import { showAgreements } from './channel/follow-agreement'
import { startTalk } from './expectations/start-talk'
import { type CampaignAsk, findMeant, isHrsChat, tellReport } from './hr/find-campaign'
import { seekPerson, tellNotHr } from './hr/hr-access'
import { isKeptAway, tellStopped } from './leader/pause'
import { showStart } from './leader/profile'
import { type Reply, send } from './reply'
import type { Turn } from './turn'

type CommandRun = (turn: Turn, rest: string) => Reply | Promise<Reply>

/** Every command of the lexicon: what its text leads to, mostly a row of the actions. `rest` is what stands after it. */
export const commands: Readonly<Record<string, CommandRun>> = {
  prompt: async (turn, rest) =>
    tellStopped(turn, await runAction(turn, 'prompt.request', { topic: cutText(readTopic(rest), 200) })),
  rhythm: (turn) => runAction(turn, 'rhythm.show', {}),
  rhythmStop: (turn) => runAction(turn, 'rhythm.stop', {}),
  teamRhythm: (turn) => runAction(turn, turn.isPersonal ? 'rhythm.show' : 'teamRhythm.show', {}),
  teamRhythmStop: (turn) => runAction(turn, turn.isPersonal ? 'rhythm.stop' : 'teamRhythm.stop', {}),
  note: (turn) => runAction(turn, 'note.write', {}),
  notes: (turn) => runAction(turn, 'reflections.list', { area: 'notes' }),
  reflections: (turn) => runAction(turn, 'reflections.list', {}),
  search: (turn, rest) => {
    const text = cutText(rest, 200)
    return text === '' ? runAction(turn, 'reflections.find', {}) : runAction(turn, 'reflections.search', { text })
  },
  waiting: (turn) => runAction(turn, 'prompt.waiting', {}),
  again: (turn) => runAction(turn, 'prompt.again', {}),
  coverage: (turn) => runAction(turn, 'coverage.show', {}),
  scale: (turn) => runAction(turn, 'scale.show', {}),
  lus: (turn) => runAction(turn, 'lus.choose', {}),
  expectations: (turn, rest) =>
    turn.isPersonal ? startTalk(turn, cutText(rest, 200)) : runAction(turn, 'expect.ask', {}),
  profile: (turn) => (turn.isPersonal ? showStart(turn) : runAction(turn, 'profile.show', {})),
  start: (turn) =>
    turn.isPersonal && isKeptAway(turn.leader)
      ? runAction(turn, 'pause.end', {})
      : runCommand(turn, { name: 'profile', rest: '' }),
  english: (turn) => runAction(turn, 'locale.set', { locale: 'en' }),
  danish: (turn) => runAction(turn, 'locale.set', { locale: 'da' }),
  language: (turn) => runAction(turn, 'locale.set', { locale: turn.leader.locale === 'da' ? 'en' : 'da' }),
  pause: (turn, rest) => {
    if (rest === '') return runAction(turn, 'pause.ask', {})
    return runAction(turn, 'pause.set', { text: cutText(rest, 200) })
  },
  stop: (turn) => runAction(turn, turn.isPersonal ? 'pause.stop' : 'teamRhythm.stop', {}),
  resume: (turn) => runAction(turn, 'pause.end', {}),
  privacy: (turn) => runAction(turn, 'privacy.show', {}),
  data: (turn) => runAction(turn, 'data.show', {}),
  erase: (turn) => runAction(turn, 'data.askErase', {}),
  hr: (turn) => runAction(turn, 'hr.write', {}),
  newCampaign: (turn) => runAction(turn, 'campaign.new', {}),
  access: (turn) => runAction(turn, 'access.list', {}),
  giveAccess: (turn, rest) => (rest === '' ? runAction(turn, 'access.list', {}) : seekPerson(turn, cutText(rest, 200))),
  report: tellReport,
  notReached: (turn, rest) => aboutCampaign(turn, 'notReached', rest),
  sampleCampaign: (turn, rest) => aboutCampaign(turn, 'sample', rest),
  copyCampaign: (turn, rest) => aboutCampaign(turn, 'copy', rest),
  cancelCampaign: (turn, rest) => aboutCampaign(turn, 'cancel', rest),
  pauseCampaign: (turn, rest) => aboutCampaign(turn, 'pause', rest),
  sendNow: (turn) => aboutCampaign(turn, 'sendNow', ''),
  log: (turn) => runAction(turn, 'log.list', {}),
  requests: (turn) => runAction(turn, 'desk.list', {}),
  leaders: (turn) => runAction(turn, 'leaders.show', {}),
  importLeaders: (turn) => runAction(turn, 'leaders.how', {}),
  season: (turn) => runAction(turn, 'season.show', {}),
  campaigns: (turn) => runAction(turn, 'campaign.list', {}),
  agreements: showAgreements,
  place: choosePlace,
  meeting: (turn, rest) => {
    const { where = '', topic = '' } = readMeeting(rest) ?? {}
    return runAction(turn, 'meeting.make', { group: cutText(where, 200), topic: cutText(topic, 200) })
  },
  help: (turn) => runAction(turn, 'ask', { text: 'hjælp' }),
}

/** Does something with the campaign that is meant; of several it is asked which. */
async function aboutCampaign(turn: Turn, ask: CampaignAsk, called: string): Promise<Reply> {
  // The list says why it is not shown here, or not to them.
  if (!isHrsChat(turn)) return runAction(turn, 'campaign.list', {})
  const meant = await findMeant(turn, ask, called)
  if ('reply' in meant) return meant.reply
  const { verb, campaignId, above } = meant
  const reply = await runAction(turn, verb, { campaignId })
  return above === undefined ? reply : { ...reply, how: 'send', before: [above] }
}

/** Does what a typed command asks. */
export function runCommand(turn: Turn, command: Command): Reply | Promise<Reply> {
  const act = commands[command.name]
  if (!act) throw new AppError('internal', `The lexicon has a command without a row: ${command.name}`)
  return act(turn, command.rest)
}

const rows = new Map<string, Action>(Object.entries(actions))

/**
 * Runs a row of the table, where it may be run.
 * @param verb from a button, which may be older or newer than the table
 * @throws AppError `invalid` when the data does not fit, and what the verb throws
 */
export async function runAction(turn: Turn, verb: string, data: unknown): Promise<Reply> {
  const action = rows.get(verb)
  if (!action) return send(notice(turn.reader, 'unknownButton'))
  if (action.isPrivate && !turn.isPersonal) return send(notice(turn.reader, isHrs(verb) ? 'privateHr' : 'private'))
  const seen = asSeen(data ?? {})
  return withCare(turn, verb, seen, await runOrRefuse(turn, action, seen))
}

/** Who has no access for HR is told so by a card that ends whatever was begun, and how to get it. */
async function runOrRefuse(turn: Turn, action: Action, seen: unknown): Promise<Reply> {
  try {
    return await action.run(turn, seen)
  } catch (error) {
    const refusal = await tellNotHr(turn, error)
    if (!refusal) throw error
    turn.ctx.log.info({ error }, 'action refused')
    return refusal
  }
}

function isHrs(verb: string): boolean {
  return /^(?:hr|campaign|season|access|log|leaders|roster)\./.test(verb)
}

/** What stands in the fields of a card, as its writer sees it. */
function asSeen(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, typeof value === 'string' ? visibleText(value) : value]),
  )
}
