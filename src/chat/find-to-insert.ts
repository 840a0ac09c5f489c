import { findPoints } from '../answers/find-points'
import type { Ctx } from '../caller/context'
import { pointCard } from '../cards/answer/point-card'
import { sourceWithName } from '../cards/answer/source-line'
import { nameOf, readerFor } from '../cards/kit/reader'
import type { CardContent } from '../cards/kit/render'
import { shortened } from '../cards/kit/shortened'
import { AppError } from '../errors'
import { atHome } from '../framework/at-home'
import { findLeader, newLeader } from '../people/leader'
import type { Leader } from '../records/leader'
import { cutText } from '../text/cut-text'
import type { Texts } from '../texts'

/** What is looked for from the box that a message is written in. */
export interface InsertSearch {
  readonly text: string
  readonly skip: number
  readonly count: number
}

/** A point as it stands in the list, and as it is inserted. */
export interface ToInsert {
  readonly title: string
  readonly text: string
  readonly card: CardContent
}

/** Points to insert into a message; or a sentence where there are none. */
export type Insertable =
  | { readonly kind: 'points'; readonly points: readonly ToInsert[] }
  | { readonly kind: 'told'; readonly text: string }

const mostTyped = 200
/** Two lines of the list. */
const mostShown = 56

/** Nothing of a person's is read but their language and municipality, and nothing is kept of what they look for. */
export async function findToInsert(ctx: Ctx, texts: Texts, search: InsertSearch): Promise<Insertable> {
  const leader = atHome(await readLeader(ctx), ctx.config.municipality)
  const { library } = ctx.knowledge
  // Whoever reads it may be of another municipality, so it is always told whose it is.
  const reader = readerFor({ library, texts }, { ...leader, framework: null })
  const text = cutText(search.text.trim(), mostTyped)
  if (text === '') return { kind: 'told', text: texts(leader.locale, 'insert.how') }
  const points = findPoints(ctx.knowledge, { ...search, text, framework: leader.framework })
  if (points.length === 0)
    return { kind: 'told', text: texts(leader.locale, search.skip > 0 ? 'insert.noMore' : 'insert.none') }
  return {
    kind: 'points',
    points: points.map((point) => ({
      title: shortened(point.text, mostShown),
      text: sourceWithName(nameOf(library, point.framework), point, reader),
      card: pointCard(reader, point),
    })),
  }
}

/** What the frameworks say can be looked up by whomever, and while the store is away. */
async function readLeader(ctx: Ctx): Promise<Leader> {
  try {
    return (await findLeader(ctx)) ?? newLeader(ctx)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    ctx.log.warn({ error }, 'profile not read')
    return newLeader(ctx)
  }
}
