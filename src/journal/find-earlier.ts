import type { Services } from '../caller/context'
import { isNote, type Reflection, reflections } from '../records/reflection'
import { everyDocument } from '../store/every-document'
import { type AskedNow, earlierOn } from './reading/earlier-on'

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
  const { text = '', second = '' } = earlier ?? {}
  return knowledge.readCare(`${text}\n${second}`) === null ? earlier : undefined
}
