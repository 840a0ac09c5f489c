import { z } from 'zod'
import { areaTitles } from '../../cards/journal/area-title'
import { coverageCard, scaleCard } from '../../cards/journal/journal-chart-card'
import { journalFindCard, journalFindsCard } from '../../cards/journal/journal-find-card'
import { reflectionsCard } from '../../cards/journal/reflections-card'
import type { CardContent } from '../../cards/kit/render'
import type { reflectionIdInput } from '../../journal/change-reflection'
import { type listInput, listReflections } from '../../journal/list-reflections'
import { listWaiting } from '../../journal/list-waiting'
import { readJournal } from '../../journal/read-journal'
import { byPlace } from '../../journal/reading/journal-entry'
import { ownAreas } from '../../journal/reading/own-areas'
import { type searchInput, searchReflections } from '../../journal/search-reflections'
import { showCoverage } from '../../journal/show-coverage'
import { showReflection } from '../../journal/show-reflection'
import { type scaleSeriesInput, showScale } from '../../journal/show-scale'
import { areaNamed } from '../../prompts/choosing/area-named'
import { promptsOnTopic } from '../../prompts/choosing/topic-prompts'
import { sendReflection } from '../reflection-reply'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

export const findInput = z.object({
  text: z.string().max(200).default(''),
  area: z.string().max(200).default(''),
})

export async function listJournal(turn: Turn, input: z.infer<typeof listInput>): Promise<Reply> {
  const page = await listReflections(turn.ctx, turn.leader, input)
  const isFirstPage = input.cursor === undefined
  const isAll = isFirstPage && page.area === '' && input.from === undefined && input.to === undefined
  const waiting = isAll ? (await listWaiting(turn.ctx, {})).total : 0
  const card = reflectionsCard({ ...turn.reader, ...page, isFirstPage, waiting })
  return isFirstPage ? send(card, { holds: 'own' }) : replace(card, { holds: 'own' })
}

/** From the journal back to the card of one reflection, to edit, share or withdraw it. */
export async function openReflection(turn: Turn, input: z.infer<typeof reflectionIdInput>): Promise<Reply> {
  const reflection = await showReflection(turn.ctx, input)
  return sendReflection(turn, reflection, { awaits: { reflectionId: reflection.id } })
}

export async function findInJournal(turn: Turn, sought: z.infer<typeof findInput>): Promise<Reply> {
  const places = [...byPlace(await readJournal(turn.ctx, turn.leader)).values()].map(([first]) => first?.place ?? null)
  const areas = [...areaTitles(turn.reader, places)].map(([value, title]) => ({ title, value }))
  return send(journalFindCard(turn.reader, areas, sought), { holds: 'own' })
}

/** Words to look for, an area, or both. Words that are an area's name and nothing else mean the area. */
export async function lookInJournal(turn: Turn, input: z.infer<typeof searchInput>): Promise<Reply> {
  const { ctx, leader } = turn
  const shown = (card: CardContent) =>
    turn.pressedId === undefined ? send(card, { holds: 'own' }) : replace(card, { holds: 'own' })
  const named = input.area === '' ? await namedIn(turn, input.text) : undefined
  if (named !== undefined || input.text === '') {
    const page = await listReflections(ctx, leader, { ...input, cursor: undefined, area: named ?? input.area })
    return shown(reflectionsCard({ ...turn.reader, ...page, isFirstPage: true, waiting: 0 }))
  }
  const finds = await searchReflections(ctx, leader, input)
  const canAsk = finds.total === 0 && hasPromptOn(turn, input.text)
  const { from, to } = input
  return shown(journalFindsCard({ ...turn.reader, ...input, during: { from, to }, ...finds, canAsk }))
}

function hasPromptOn({ ctx, leader }: Turn, topic: string): boolean {
  const asked = { topic, profile: leader, locale: leader.locale, isGroup: false }
  return promptsOnTopic(ctx.knowledge, asked).status === 'found'
}

/** The areas of the leader's own role count too, whether or not anything is written there. */
async function namedIn(turn: Turn, text: string): Promise<string | undefined> {
  const { ctx, leader } = turn
  const written = [...byPlace(await readJournal(ctx, leader)).values()].map(([first]) => first?.place ?? null)
  const own = ownAreas(ctx.knowledge.library, leader).map(({ place }) => place)
  return areaNamed(areaTitles(turn.reader, [...written, ...own]), text)
}

export async function showOwnCoverage(turn: Turn): Promise<Reply> {
  return send(coverageCard(turn.reader, await showCoverage(turn.ctx, turn.leader)), { holds: 'own' })
}

export async function showOwnScale(turn: Turn, input: z.infer<typeof scaleSeriesInput>): Promise<Reply> {
  const card = scaleCard(turn.reader, await showScale(turn.ctx, turn.leader, input))
  return input.area === undefined ? send(card, { holds: 'own' }) : replace(card, { holds: 'own' })
}
