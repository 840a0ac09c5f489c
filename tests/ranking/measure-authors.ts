import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { answerQuestion } from '../../src/answers/answer-question'
import type { Knowledge } from '../../src/answers/knowledge'

/** A question with the points that answer it (`gold`, of which any of `goldAlt` may take the place) and those a fair reader accepts. */
const lineSchema = z.object({
  text: z.string().optional(),
  dialog: z.array(z.string()).optional(),
  profile: z.object({ framework: z.string().nullish(), role: z.string().nullish() }).optional(),
  intent: z.string(),
  gold: z.array(z.string()),
  ok: z.array(z.string()),
  goldAlt: z.array(z.array(z.string())).optional(),
})
type Line = z.infer<typeof lineSchema>

export interface Figures {
  /** Recall of the right points among the first ten, over at most ten. */
  readonly recallAt10: number
  /** One over the place of the first right point. */
  readonly reciprocalRank: number
  /** Whole lists: right points and no others. */
  readonly listF1: number
  /** Told situations with a right or acceptable point among the first three. */
  readonly toldInThree: number
  /** Questions that no framework answers and that are told so. */
  readonly absent: number
}

export const authors = ['first', 'second', 'third', 'fourth'] as const

/** Asks all questions of one author and says how well they were answered. */
export function measureAuthor(knowledge: Knowledge, author: (typeof authors)[number]): Figures {
  const file = join(__dirname, 'authors', `${author}.jsonl`)
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const asked = lines.map((line) => {
    const entry = lineSchema.parse(JSON.parse(line))
    const answer = answered(knowledge, entry)
    return { entry, intent: answer.intent, ids: answer.statements.map(({ id }) => id) }
  })
  const answerable = asked.filter(({ entry }) => entry.gold.length > 0)
  const lists = answerable.filter(({ entry }) => ['expectations', 'pitfalls'].includes(entry.intent))
  const told = answerable.filter(({ entry }) => entry.intent === 'situation')
  const unanswerable = asked.filter(({ entry }) => entry.gold.length === 0)
  return {
    recallAt10: mean(answerable.map(({ entry, ids }) => best(entry, (gold) => recall(gold, ids)))),
    reciprocalRank: mean(answerable.map(({ entry, ids }) => best(entry, (gold) => rank(gold, ids)))),
    listF1: mean(lists.map(({ entry, ids }) => best(entry, (gold) => f1(gold, entry.ok, ids)))),
    toldInThree: mean(told.map(({ entry, ids }) => Number(holdsOne([...entry.gold, ...entry.ok], ids.slice(0, 3))))),
    absent: mean(unanswerable.map(({ intent, ids }) => Number(ids.length === 0 || isRefusal(intent)))),
  }
}

function answered(knowledge: Knowledge, { text = '', dialog = [text], profile }: Line) {
  const [first = '', ...later] = dialog
  let reading = knowledge.interpret(first, { profile })
  for (const turn of later) reading = knowledge.interpret(turn, { profile, previous: reading.context })
  return answerQuestion(knowledge, reading)
}

const isRefusal = (intent: string) => ['absent', 'out-of-scope', 'help'].includes(intent)

function best({ gold, goldAlt = [] }: Line, score: (gold: readonly string[]) => number): number {
  return Math.max(...[gold, ...goldAlt].map(score))
}

function recall(gold: readonly string[], ids: readonly string[]): number {
  const found = ids.slice(0, 10).filter((id) => gold.includes(id)).length
  return found / Math.min(10, gold.length)
}

function rank(gold: readonly string[], ids: readonly string[]): number {
  const first = ids.findIndex((id) => gold.includes(id))
  return first < 0 ? 0 : 1 / (first + 1)
}

function f1(gold: readonly string[], ok: readonly string[], ids: readonly string[]): number {
  const right = ids.filter((id) => gold.includes(id) || ok.includes(id)).length
  const precision = ids.length > 0 ? right / ids.length : 0
  const share = ids.filter((id) => gold.includes(id)).length / gold.length
  return precision + share > 0 ? (2 * precision * share) / (precision + share) : 0
}

function holdsOne(wanted: readonly string[], ids: readonly string[]): boolean {
  return ids.some((id) => wanted.includes(id))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
