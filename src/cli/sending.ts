import { pauseSending, resumeSending, sendingStatus } from '../delivery/sending-stop'
import { asOperator } from './as-operator'

/** Shows, holds or lets go on what the bot sends of its own accord, for all processes together. */
export function sendingCommand(env: NodeJS.ProcessEnv, what: 'status' | 'pause' | 'resume'): Promise<number> {
  return asOperator(env, async (ctx) => {
    if (what === 'pause') await pauseSending(ctx, null, 'operator')
    if (what === 'resume') await resumeSending(ctx)
    const { stop, instances } = await sendingStatus(ctx)
    const until = stop && stop.untilMs < endOfTimeMs ? ` until ${new Date(stop.untilMs).toISOString()}` : ''
    process.stdout.write(stop ? `held (${stop.why})${until}\n` : 'going on\n')
    for (const { id, seenAt } of instances) process.stdout.write(`${id}  seen ${seenAt}\n`)
    return 0
  })
}

const endOfTimeMs = Date.parse('9000-01-01')
