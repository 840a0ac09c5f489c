import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Answer } from '../../src/answers/answer'
import { answerQuestion } from '../../src/answers/answer-question'
import { createKnowledge, type Knowledge } from '../../src/answers/knowledge'
import type { Reading } from '../../src/answers/reading'
import { dataDir } from '../../src/paths'

const entrySchema = z.strictObject({
  question: z.string().optional(),
  dialog: z.array(z.string()).optional(),
  profile: z.strictObject({ framework: z.string(), role: z.string().optional() }).optional(),
  intent: z.string(),
  frameworks: z.array(z.string()).optional(),
  roles: z.array(z.string()).optional(),
  expected: z.array(z.string()).optional(),
  why: z.string(),
  /** The points found for `heldout` questions were not looked at while the analyser was built; its weights were chosen on both sets. */
  set: z.enum(['dev', 'heldout']),
})
export type RankingEntry = z.infer<typeof entrySchema>

export interface Measured {
  readonly entry: RankingEntry
  readonly answer: Answer
  readonly reading: Reading
  /** The share of the expected ids (at most five) among the first five; undefined where none is expected. */
  readonly recallAt5: number | undefined
  /** One over the place of the first expected id, 0 if it is not there. */
  readonly reciprocalRank: number | undefined
}

export function readRankingSet(): RankingEntry[] {
  return z.array(entrySchema).parse(parse(readFileSync(join(__dirname, 'questions.yaml'), 'utf8')))
}

export function openKnowledge(): Knowledge {
  return createKnowledge(dataDir)
}

/** Answers every question as a leader would get it and holds the answer against what was expected. */
export function measureAnswers(knowledge: Knowledge, entries: readonly RankingEntry[]): Measured[] {
  return entries.map((entry) => {
    const [first = '', ...later] = entry.dialog ?? [entry.question ?? '']
    let reading = knowledge.interpret(first, { profile: entry.profile })
    for (const text of later) reading = knowledge.interpret(text, { profile: entry.profile, previous: reading.context })
    const answer = answerQuestion(knowledge, reading)
    return {
      entry,
      answer,
      reading,
      ...score(
        entry,
        answer.statements.map((point) => point.id),
      ),
    }
  })
}

/** The same questions and texts with minisearch as it comes out of the box: the yardstick. */
export function measurePlainSearch(knowledge: Knowledge, entries: readonly RankingEntry[]) {
  const mini = new MiniSearch<{ id: string; text: string; framework: string }>({ fields: ['text'] })
  mini.addAll(knowledge.library.points.map(({ id, text, framework }) => ({ id, text, framework })))
  return entries.map((entry) => {
    const text = entry.dialog?.join(' ') ?? entry.question ?? ''
    const found = mini.search(text, {
      filter: (hit) => !entry.frameworks || entry.frameworks.includes(String(hit.id).split('/')[0] ?? ''),
    })
    return score(
      entry,
      found.map((hit) => String(hit.id)),
    )
  })
}

/** Only searches have an order to judge: whole lists are right or wrong. */
const searched = new Set(['topic', 'situation', 'definition', 'values'])

function score(entry: RankingEntry, ids: readonly string[]) {
  if (!entry.expected || !searched.has(entry.intent)) return { recallAt5: undefined, reciprocalRank: undefined }
  const expected = entry.expected.slice(0, 5)
  const first = ids.findIndex((id) => expected.includes(id))
  return {
    recallAt5: expected.filter((id) => ids.slice(0, 5).includes(id)).length / expected.length,
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
  }
}

export function mean(values: readonly (number | undefined)[]): number {
  const known = values.filter((value): value is number => value !== undefined)
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
}
