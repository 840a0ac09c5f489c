import type { Services } from '../caller/context'
import { isNote, type Reflection, reflections } from '../records/reflection'
import { everyDocument } from '../store/every-document'
import { type AskedNow, earlierOn } from './reading/earlier-on'
import { speaksOfTrouble } from './reading/speaks-of-trouble'

/**
 * What a leader has written last about what a prompt asks; undefined where there is nothing, or where it speaks of somebody in trouble:
 * that is shown to nobody again unasked. One list of the leader's own partition.
 */
export async function findEarlier(
  { store, knowledge }: Pick<Services, 'store' | 'knowledge'>,
  asked: AskedNow & Pick<Reflection, 'leaderId'>,
): Promise<Reflection | undefined> {
  if (isNote(asked)) return undefined
  const answered = await everyDocument(store, reflections, asked.leaderId, {
    where: [{ field: 'state', is: '=', value: 'answered' }],
    orderBy: { field: 'answeredAt', descending: true },
  })
  const earlier = earlierOn(answered, asked)
  return earlier && !speaksOfTrouble(knowledge, earlier) ? earlier : undefined
}

/** Whether there is anything, so that a card can offer to show it; a card comes without where that cannot be read. */
export async function hasEarlier(
  services: Pick<Services, 'store' | 'knowledge' | 'log'>,
  asked: Parameters<typeof findEarlier>[1],
): Promise<boolean> {
  try {
    return (await findEarlier(services, asked)) !== undefined
  } catch (error) {
    services.log.warn({ error }, 'what was written before not looked for')
    return false
  }
}
