import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { z } from 'zod'
import { knowledge } from '../../support/kept'

const { readsAsAnswer, readTyped, library } = knowledge

const tableSchema = z.array(
  z.strictObject({ prompt: z.string(), answers: z.array(z.string()), others: z.array(z.string()) }),
)
const table = tableSchema.parse(load(readFileSync(join(__dirname, 'answers-to-prompts.yaml'), 'utf8')))

/** Each line with whether it reads as an answer to the prompt it was written beside. */
const linesOf = (which: 'answers' | 'others') =>
  table.flatMap(({ prompt: id, ...lines }) => {
    const prompt = library.prompt(id)
    if (!prompt) throw new Error(`no prompt ${id}`)
    const points = prompt.statements.flatMap((each) => library.point(each) ?? [])
    return lines[which].map((line) => ({ line, isRead: readsAsAnswer(line)({ question: prompt.text, points }) }))
  })

test('the table holds both kinds, all of which tell something', () => {
  const lines = [...linesOf('answers'), ...linesOf('others')].map(({ line }) => line)
  expect(lines.length).toBeGreaterThanOrEqual(80)
  expect(lines.filter((line) => readTyped(line) === 'asked')).toEqual([])
})

test('four answers of five read as such', () => {
  const answers = linesOf('answers')
  expect(answers.filter(({ isRead }) => isRead).length / answers.length).toBeGreaterThan(0.8)
})

test('what tells of something else does not', () => {
  expect(linesOf('others').flatMap(({ line, isRead }) => (isRead ? [line] : []))).toEqual([])
})

test('held against every prompt there is, it does so for one in twenty at most', () => {
  const others = table.flatMap((each) => each.others)
  const questions = library.prompts.map(({ text, statements }) => ({
    question: text,
    points: statements.flatMap((id) => library.point(id) ?? []),
  }))
  const taken = others.flatMap((line) => questions.filter(readsAsAnswer(line)))
  expect(taken.length / (others.length * questions.length)).toBeLessThan(0.05)
})
