import type { Command } from '../answers/read-command'
import { readTopic } from '../answers/read-topic'
import { notice } from '../cards/kit/notice-card'
import { AppError } from '../errors'
import { visibleText } from '../visible-text'
import { type Action, actions } from './actions'
import { withCare } from './care'
import { showStart } from './leader/profile'
import { type Reply, send } from './reply'
import type { Turn } from './turn'

type CommandRun = (turn: Turn, rest: string) => Reply | Promise<Reply>

/** Every command of the lexicon: what its text leads to, mostly a row of the actions. `rest` is what stands after it. */
export const commands: Readonly<Record<string, CommandRun>> = {
  prompt: (turn, rest) => run(turn, 'prompt.request', { topic: readTopic(rest).slice(0, 200) }),
  reflections: (turn) => run(turn, 'reflections.list', {}),
  search: (turn, rest) => {
    const text = rest.slice(0, 200)
    return text === '' ? run(turn, 'reflections.find', {}) : run(turn, 'reflections.search', { text })
  },
  waiting: (turn) => run(turn, 'prompt.waiting', {}),
  again: (turn) => run(turn, 'prompt.again', {}),
  coverage: (turn) => run(turn, 'coverage.show', {}),
  scale: (turn) => run(turn, 'scale.show', {}),
  lus: (turn) => run(turn, 'lus.choose', {}),
  profile: (turn) => (turn.isPersonal ? showStart(turn) : run(turn, 'profile.show', {})),
  english: (turn) => run(turn, 'locale.set', { locale: 'en' }),
  danish: (turn) => run(turn, 'locale.set', { locale: 'da' }),
  language: (turn) => run(turn, 'locale.set', { locale: turn.leader.locale === 'da' ? 'en' : 'da' }),
  pause: (turn, rest) => {
    if (rest === '') return run(turn, 'pause.ask', {})
    return run(turn, 'pause.set', { text: rest.slice(0, 200) })
  },
  stop: (turn) => run(turn, 'pause.stop', {}),
  resume: (turn) => run(turn, 'pause.end', {}),
  privacy: (turn) => run(turn, 'privacy.show', {}),
  data: (turn) => run(turn, 'data.show', {}),
  erase: (turn) => run(turn, 'data.askErase', {}),
  hr: (turn) => run(turn, 'hr.write', {}),
  newCampaign: (turn) => run(turn, 'campaign.new', {}),
  campaigns: (turn) => run(turn, 'campaign.list', {}),
  help: (turn) => run(turn, 'ask', { text: 'hjælp' }),
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
export async function run(turn: Turn, verb: string, data: unknown): Promise<Reply> {
  const action = rows.get(verb)
  if (!action) return send(notice(turn.reader, 'unknownButton'))
  if (action.isPrivate && !turn.isPersonal) return send(notice(turn.reader, 'private'))
  const seen = asSeen(data ?? {})
  return withCare(turn, verb, seen, await action.run(turn, seen))
}

/** What stands in the fields of a card, as its writer sees it. */
function asSeen(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, typeof value === 'string' ? visibleText(value) : value]),
  )
}
