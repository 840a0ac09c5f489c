import { z } from 'zod'
import { AppError } from '../errors'
import type { Reply } from './reply'
import type { Turn } from './turn'

/** What a verb does, and who may. */
export interface Action {
  /** Only in the caller's own chat, since it shows or changes what is theirs alone. */
  readonly isPrivate: boolean
  /** What its button must bring. */
  readonly input: z.ZodType
  /** @throws AppError `invalid` where the data of a button does not fit, and what the verb throws */
  readonly run: (turn: Turn, data: unknown) => Reply | Promise<Reply>
}

/** A button that brings nothing but its verb. */
export const nothing = z.object({})

/** A row of a table of actions: the schema of an input and what is done with it stand side by side. */
export function row<S extends z.ZodType>(
  schema: S,
  isPrivate: boolean,
  act: (turn: Turn, input: z.infer<S>) => Reply | Promise<Reply>,
): Action {
  return {
    isPrivate,
    input: schema,
    run(turn, data) {
      const parsed = schema.safeParse(data)
      if (parsed.success) return act(turn, parsed.data)
      const fields = parsed.error.issues.map((issue) => issue.path.join('.'))
      const say = { key: 'error.invalid', ...(fields[0] && { field: fields[0] }) }
      throw new AppError('invalid', `The data of the button does not fit: ${fields.join(', ')}`, { say })
    },
  }
}
