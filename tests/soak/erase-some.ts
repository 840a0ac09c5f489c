import { lazyKnowledge } from '../../src/answers/knowledge'
import type { Ctx } from '../../src/caller/context'
import { createLog } from '../../src/log/log'
import { dataDir } from '../../src/paths'
import { erasePerson } from '../../src/people/erase-person'
import { systemClock } from '../../src/time/clock'
import { nothingShown } from '../support/nothing-shown'
import type { Place } from './place'
import type { UnrulyConnector } from './unruly-connector'

export interface Erasing {
  /** One leader in so many erases everything. */
  readonly every: number
  readonly recipients: number
  /** Who has, with how many messages Teams had taken for them when they were told that it was done. */
  readonly erased: Map<string, number>
}

/** Leaders who erase everything while the campaign goes to them and the others. A message that is on its way at that moment may arrive. */
export async function eraseSome(
  { store, config }: Place,
  connector: UnrulyConnector,
  { every, recipients, erased }: Erasing,
): Promise<void> {
  const given = {
    config: { ...config, municipality: null },
    knowledge: lazyKnowledge(dataDir),
    store,
    clock: systemClock,
    log: createLog({ level: 'silent' }),
  }
  for (let number = 0; number < recipients; number += every) {
    while (connector.taken.size < number / 2) await new Promise((resolve) => setTimeout(resolve, 20))
    const leaderId = `soak-leader-${number}`
    const ctx: Ctx = { ...given, caller: { tenantId: config.tenantId, leaderId, name: '' } }
    await erasePerson(ctx, nothingShown)
    // What was claimed before may be under way for as long as one request takes.
    await new Promise((resolve) => setTimeout(resolve, onItsWayMs))
    erased.set(leaderId, [...connector.taken].find(([id]) => id.endsWith(`:${leaderId}`))?.[1] ?? 0)
  }
}

const onItsWayMs = 300
