import type { Command } from '../answers/read-command'
import { AppError } from '../errors'
import { actions } from './actions'
import { pointsOn } from './give-prompt'
import { type Reply, send } from './reply'
import type { Turn } from './turn'
import type { Views } from './views'

/** Does what a typed command asks: the same rows that buttons run. */
export async function runCommand(turn: Turn, command: Command, views: Views): Promise<Reply> {
  switch (command.name) {
    case 'prompt':
      return run(turn, 'prompt.request', { statementIds: pointsOn(turn, command.rest) }, views)
    case 'reflections':
      return run(turn, 'reflections.list', {}, views)
    case 'profile':
      return turn.isPersonal ? send(views.start(turn.leader)) : run(turn, 'profile.show', {}, views)
    case 'english':
      return run(turn, 'locale.set', { locale: 'en' }, views)
    case 'danish':
      return run(turn, 'locale.set', { locale: 'da' }, views)
    case 'help':
      return run(turn, 'ask', { text: 'hjælp' }, views)
  }
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
