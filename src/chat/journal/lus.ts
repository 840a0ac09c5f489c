import type { z } from 'zod'
import { nowIso } from '../../caller/context'
import { lusChoiceCard, lusOfferedCard, lusPageCard } from '../../cards/journal/lus-card'
import { lusPages } from '../../cards/journal/lus-pages'
import { type chosenInput, type Lus, offerLus, type periodInput, prepareLus } from '../../journal/prepare-lus'
import { localDate } from '../../time/clock'
import { type FileOffer, type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

/** What stands in the question whether a file may be handed over. */
export const lusContext = 'lus'

/** The card to choose what goes in. Where a period was chosen, it takes the place of the card before. */
export async function chooseLus(turn: Turn, input: z.infer<typeof periodInput>): Promise<Reply> {
  const card = lusChoiceCard(turn.reader, await offerLus(turn.ctx, turn.leader, input))
  return input.months === undefined ? send(card, { holds: 'own' }) : replace(card, { holds: 'own' })
}

/** Asks whether the file may be put in the leader's OneDrive. It is made again when it may: nothing of it is kept meanwhile. */
export async function offerLusFile(turn: Turn, input: z.infer<typeof chosenInput>): Promise<Reply> {
  const lus = await prepareLus(turn.ctx, turn.leader, input)
  const file = await lusFile(turn, lus)
  const count = lus.keys.length
  const t = (key: string, params = {}) => turn.reader.texts(turn.reader.locale, key, params)
  const offer: FileOffer = {
    name: t('lus.fileName', { date: localDate(turn.ctx.clock.now(), turn.leader.timeZone) }),
    description: t(count === 1 ? 'lus.fileOne' : 'lus.fileMany', { count }),
    sizeInBytes: file.length,
    acceptContext: { what: lusContext, keys: lus.keys },
    declineContext: { what: lusContext },
  }
  return send(lusOfferedCard(turn.reader, lus.keys), { before: [offer] })
}

/** The same as messages, a page at a time: for a client without files, such as Microsoft's Playground. */
export async function showLus(turn: Turn, input: z.infer<typeof chosenInput>): Promise<Reply> {
  const { content, keys } = await prepareLus(turn.ctx, turn.leader, input)
  const pages = lusPages(content, turn.reader)
  // Something may have been withdrawn since the page before was shown.
  const shown = Math.min(input.page, pages.length - 1)
  const card = lusPageCard(turn.reader, keys, shown, pages.length)
  return send(card, { before: pages.slice(shown, shown + 1), holds: 'own' })
}

export async function lusFile({ ctx, leader, reader }: Turn, { content }: Lus): Promise<Buffer> {
  // Loaded only when used: the library that writes Word files is large.
  const { writeLusDocument } = await import('../../documents/write-lus-document.js')
  return writeLusDocument({ ...reader, content, leader, at: nowIso(ctx) })
}
