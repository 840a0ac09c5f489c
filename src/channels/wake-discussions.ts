import type { Services } from '../caller/context'
import { retained } from '../caller/retention'
import { takeDue } from '../caller/take-due'
import type { Work } from '../queue/work-message'
import type { WorkQueue } from '../queue/work-queue'
import { agreements, discussions } from '../records/discussion'

interface Waking {
  readonly services: Services
  readonly queue: Pick<WorkQueue<Work>, 'send'>
}

/** Puts discussions that are to end by themselves, and agreements that are to be looked at again, into the work queue. */
export async function wakeDiscussions({ services, queue }: Waking): Promise<void> {
  const later = <T extends { readonly createdAt: string }>(record: T, dueAt: string) =>
    retained(services, { ...record, dueAt })
  for await (const { id } of takeDue(services, discussions, 'dueAt', later))
    await queue.send({ kind: 'quiet', discussionId: id })
  for await (const { id } of takeDue(services, agreements, 'dueAt', later))
    await queue.send({ kind: 'agreement', agreementId: id })
}
