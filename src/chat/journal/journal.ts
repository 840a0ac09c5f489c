import { z } from 'zod'
import type { CardContent } from '../../cards/kit/render'
import type { reflectionIdInput } from '../../journal/change-reflection'
import { type listInput, listReflections } from '../../journal/list-reflections'
import { listWaiting } from '../../journal/list-waiting'
import { noteReflectionCard } from '../../journal/note-reflection-card'
import { readJournal } from '../../journal/read-journal'
import { byPlace } from '../../journal/reading/journal-entry'
import { ownAreas } from '../../journal/reading/own-areas'
import { type searchInput, searchReflections } from '../../journal/search-reflections'
import { showCoverage } from '../../journal/show-coverage'
import { showReflection } from '../../journal/show-reflection'
import { type scaleSeriesInput, showScale } from '../../journal/show-scale'
import { noteOwnCards } from '../../people/note-own-cards'
import { areaNamed } from '../../prompts/choosing/area-named'
import { promptsOnTopic } from '../../prompts/choosing/topic-prompts'
import { noted } from '../noted'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import type { Views } from '../views/views'

export const findInput = z.object({
  text: z.string().max(200).default(''),
  area: z.string().max(200).default(''),
})

/** A card that holds what the leader wrote: where it comes to stand is remembered, so that it can be emptied. */
export function sendOwn(turn: Turn, card: CardContent, before: NonNullable<Reply['before']> = []): Reply {
  return send(card, { before, onSent: (ids) => noted(turn, () => noteOwnCards(turn.ctx, ids)) })
}

/** The same in place of the pressed card, or below it where Teams does not let it be replaced. */
export async function replaceOwn(turn: Turn, card: CardContent): Promise<Reply> {
  const note = (ids: readonly string[]) => noted(turn, () => noteOwnCards(turn.ctx, ids))
  // An old card may have been forgotten, and a card without words of theirs was never remembered.
  if (turn.pressedId !== undefined) await note([turn.pressedId])
  return { ...replace(card), onSent: note }
}

export async function listJournal(turn: Turn, input: z.infer<typeof listInput>, views: Views): Promise<Reply> {
  const page = await listReflections(turn.ctx, turn.leader, input)
  const isFirstPage = input.cursor === undefined
  const isAll = isFirstPage && page.area === ''
  const waiting = isAll ? (await listWaiting(turn.ctx, {})).total : 0
  const card = views.journal.list(turn.leader, page, isFirstPage, waiting)
  return isFirstPage ? sendOwn(turn, card) : replaceOwn(turn, card)
}

/** From the journal back to the card of one reflection, to edit, share or withdraw it. */
export async function openReflection(
  turn: Turn,
  input: z.infer<typeof reflectionIdInput>,
  views: Views,
): Promise<Reply> {
  const reflection = await showReflection(turn.ctx, input)
  return send(views.reflection(turn, reflection), {
    onSent: async (ids) => {
      // What is typed next may be its answer.
      turn.lastActs.promptShown(turn.ctx.caller.leaderId, reflection.id)
      await noted(turn, () => noteReflectionCard(turn.ctx, reflection.id, ids))
    },
  })
}

export async function findInJournal(turn: Turn, sought: z.infer<typeof findInput>, views: Views): Promise<Reply> {
  const places = [...byPlace(await readJournal(turn.ctx, turn.leader)).values()].map(([first]) => first?.place ?? null)
  return sendOwn(turn, views.journal.find(turn.leader, places, sought))
}

/** Words to look for, an area, or both. Words that are an area's name and nothing else mean the area. */
export async function lookInJournal(turn: Turn, input: z.infer<typeof searchInput>, views: Views): Promise<Reply> {
  const { ctx, leader } = turn
  const shown = (card: CardContent) => (turn.pressedId === undefined ? sendOwn(turn, card) : replaceOwn(turn, card))
  const named = input.area === '' ? await namedIn(turn, input.text, views) : undefined
  if (named !== undefined || input.text === '') {
    const page = await listReflections(ctx, leader, { area: named ?? input.area })
    return shown(views.journal.list(leader, page, true))
  }
  const finds = await searchReflections(ctx, leader, input)
  const canAsk = finds.total === 0 && hasPromptOn(turn, input.text)
  return shown(views.journal.finds(leader, { ...input, ...finds, canAsk }))
}

function hasPromptOn({ ctx, leader }: Turn, topic: string): boolean {
  const asked = { topic, profile: leader, locale: leader.locale, isGroup: false }
  return promptsOnTopic(ctx.knowledge, asked).status === 'found'
}

/** One's own areas count, whether or not anything is written there. */
async function namedIn(turn: Turn, text: string, views: Views): Promise<string | undefined> {
  const { ctx, leader } = turn
  const written = [...byPlace(await readJournal(ctx, leader)).values()].map(([first]) => first?.place ?? null)
  const own = ownAreas(ctx.knowledge.library, leader).map(({ place }) => place)
  return areaNamed(views.journal.titles(leader, [...written, ...own]), text)
}

export async function showOwnCoverage(turn: Turn, views: Views): Promise<Reply> {
  return sendOwn(turn, views.journal.coverage(turn.leader, await showCoverage(turn.ctx, turn.leader)))
}

export async function showOwnScale(turn: Turn, input: z.infer<typeof scaleSeriesInput>, views: Views): Promise<Reply> {
  const card = views.journal.scale(turn.leader, await showScale(turn.ctx, turn.leader, input))
  return input.area === undefined ? sendOwn(turn, card) : replaceOwn(turn, card)
}
