import type { Command } from '../answers/read-command'
import { readTopic } from '../answers/read-topic'
import { AppError } from '../errors'
import { actions } from './actions'
import { type Reply, send } from './reply'
import type { Turn } from './turn'
import type { Views } from './views/views'

type CommandRun = (turn: Turn, rest: string, views: Views) => Reply | Promise<Reply>

/** Every command of the lexicon: what its text leads to, mostly a row of the actions. `rest` is what stands after it. */
export const commands: Readonly<Record<string, CommandRun>> = {
  prompt: (turn, rest, views) => run(turn, 'prompt.request', { topic: readTopic(rest).slice(0, 200) }, views),
  reflections: (turn, _rest, views) => run(turn, 'reflections.list', {}, views),
  search: (turn, rest, views) => {
    const text = rest.slice(0, 200)
    return text === '' ? run(turn, 'reflections.find', {}, views) : run(turn, 'reflections.search', { text }, views)
  },
  waiting: (turn, _rest, views) => run(turn, 'prompt.waiting', {}, views),
  again: (turn, _rest, views) => run(turn, 'prompt.again', {}, views),
  coverage: (turn, _rest, views) => run(turn, 'coverage.show', {}, views),
  scale: (turn, _rest, views) => run(turn, 'scale.show', {}, views),
  lus: (turn, _rest, views) => run(turn, 'lus.choose', {}, views),
  profile: (turn, _rest, views) =>
    turn.isPersonal ? send(views.start(turn.leader)) : run(turn, 'profile.show', {}, views),
  english: (turn, _rest, views) => run(turn, 'locale.set', { locale: 'en' }, views),
  danish: (turn, _rest, views) => run(turn, 'locale.set', { locale: 'da' }, views),
  language: (turn, _rest, views) =>
    run(turn, 'locale.set', { locale: turn.leader.locale === 'da' ? 'en' : 'da' }, views),
  pause: (turn, rest, views) => {
    if (rest === '') return run(turn, 'pause.ask', {}, views)
    return run(turn, 'pause.set', { text: rest.slice(0, 200) }, views)
  },
  stop: (turn, _rest, views) => run(turn, 'pause.stop', {}, views),
  resume: (turn, _rest, views) => run(turn, 'pause.end', {}, views),
  privacy: (turn, _rest, views) => run(turn, 'privacy.show', {}, views),
  data: (turn, _rest, views) => run(turn, 'data.show', {}, views),
  erase: (turn, _rest, views) => run(turn, 'data.askErase', {}, views),
  hr: (turn, _rest, views) => run(turn, 'hr.write', {}, views),
  newCampaign: (turn, _rest, views) => run(turn, 'campaign.new', {}, views),
  campaigns: (turn, _rest, views) => run(turn, 'campaign.list', {}, views),
  help: (turn, _rest, views) => run(turn, 'ask', { text: 'hjælp' }, views),
}

/** Does what a typed command asks. */
export function runCommand(turn: Turn, command: Command, views: Views): Reply | Promise<Reply> {
  const act = commands[command.name]
  if (!act) throw new AppError('internal', `The lexicon has a command without a row: ${command.name}`)
  return act(turn, command.rest, views)
}

/**
 * Runs a row of the table: guard first, then the input by its schema.
 * @throws AppError `invalid` when the input does not fit, and what the verb throws
 */
export async function run(turn: Turn, verb: string, data: unknown, views: Views): Promise<Reply> {
  const action = Object.hasOwn(actions, verb) ? actions[verb] : undefined
  if (!action) return send(views.notice(turn.leader, 'unknownButton'))
  if (action.isPrivate && !turn.isPersonal) return send(views.notice(turn.leader, 'private'))
  const parsed = action.schema.safeParse(data ?? {})
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
    throw new AppError('invalid', `The data of ${verb} does not fit: ${fields}`)
  }
  return action.run(turn, parsed.data as never, views)
}
