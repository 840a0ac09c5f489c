import type { Turn } from './turn'

/** Remembering where a card stands must not fail what the card was for. */
export async function noted(turn: Turn, note: () => Promise<void>): Promise<void> {
  try {
    await note()
  } catch (error) {
    turn.ctx.log.warn({ error }, 'card not remembered')
  }
}
