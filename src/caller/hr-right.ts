import { AppError } from '../errors'
import type { Ctx, HrRight } from './context'

/** What of a campaign's audience a right is measured by. */
interface Reach {
  readonly units: readonly string[]
  readonly people: readonly string[]
  readonly channels: readonly string[]
}

/** The caller's own right. The configuration's people and the operator at the server have every right, whatever is stored. */
export function hrRightOf({ caller, config }: Pick<Ctx, 'caller'> & { config: Pick<Ctx['config'], 'hrIds'> }): HrRight {
  if (caller.isOperator === true || config.hrIds.includes(caller.leaderId)) return { kind: 'everything' }
  return caller.hrRight ?? { kind: 'none' }
}

/** Whether the caller gives and takes rights: the configuration names them, so that nobody in the chat can shut everybody out. */
export function isHrAdministrator({ caller, config }: Ctx): boolean {
  return caller.isOperator === true || config.hrIds.includes(caller.leaderId)
}

/** Whether a right reaches a leader of this unit; null: of none that is known. */
export function reachesUnit(right: HrRight, unit: string | null): boolean {
  return right.kind === 'everything' || (right.kind === 'units' && unit !== null && right.units.includes(unit))
}

/** Whether a right reaches everybody whom a campaign is for. A channel belongs to no unit, and named people to any. */
export function mayManage(right: HrRight, { units, people, channels }: Reach): boolean {
  if (right.kind !== 'units') return right.kind === 'everything'
  return (
    units.length > 0 &&
    units.every((unit) => right.units.includes(unit)) &&
    people.length === 0 &&
    channels.length === 0
  )
}

/** First line of a verb for one thing of HR's with an audience. AppError `forbidden` */
export function requireManaged(ctx: Ctx, reach: Reach): void {
  if (mayManage(hrRightOf(ctx), reach)) return
  throw new AppError('forbidden', 'It reaches beyond the units of the caller', { say: { key: 'error.otherUnits' } })
}

/** First line of a verb that knows no units. AppError `forbidden` */
export function requireEveryUnit(ctx: Ctx): void {
  const { kind } = hrRightOf(ctx)
  if (kind === 'everything') return
  const say =
    kind === 'units' ? { key: 'error.everyUnit' } : { key: 'error.notHr', params: { id: ctx.caller.leaderId } }
  throw new AppError('forbidden', 'It is for those who plan for everybody', { say })
}

/** First line of a verb that gives or takes rights. AppError `forbidden` */
export function requireHrAdministrator(ctx: Ctx): void {
  if (isHrAdministrator(ctx)) return
  throw new AppError('forbidden', 'Only administrators give rights', { say: { key: 'error.notAdministrator' } })
}
