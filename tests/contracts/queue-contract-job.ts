import { z } from 'zod'

/** The message of the queues under test. */
export const job = z.object({ id: z.string() })
export type Job = z.infer<typeof job>
