import { z } from 'zod'
import { reflectionSchema, reflections } from '../store/containers'
import type { Container } from '../store/store'

const schema = reflectionSchema.pick({ id: true, promptId: true, shownAt: true }).extend({ state: z.string() })

/**
 * Reflections, read by no more than which prompt was shown when. One that a newer version has written otherwise counts as
 * shown too; left out, it would be chosen again, and met again, all day.
 */
export const shownPrompts: Container<z.infer<typeof schema>> = { ...reflections, schema }
