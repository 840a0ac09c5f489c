import type { Ctx } from '../caller/context'

/** Remembering where a card stands must not fail what the card was for. */
export async function noted({ log }: Pick<Ctx, 'log'>, note: () => Promise<void>): Promise<void> {
  try {
    await note()
  } catch (error) {
    log.warn({ error }, 'card not remembered')
  }
}
