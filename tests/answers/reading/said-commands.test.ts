import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { readRankingSet } from '../../ranking/measure'
import { knowledge } from '../../support/kept'

// Leaders must be understood when they object, ask for erasure, ask who sees what, or ask for a person, however they say it.

const texts = z.array(z.string())
const { meant, none } = z
  .strictObject({ meant: z.record(z.string(), texts), none: texts })
  .parse(parse(readFileSync(join(__dirname, 'said-commands.yaml'), 'utf8')))

const { readCommand, library } = knowledge
const nameOf = (text: string) => readCommand(text)?.name

test.each(Object.entries(meant).flatMap(([name, said]) => said.map((text) => [name, text] as const)))(
  '%s: %s',
  (name, text) => expect(nameOf(text)).toBe(name),
)

test.each(none)('no command: %s', (text) => expect(readCommand(text)).toBeUndefined())

test('what is asked about keeps its topic', () => {
  expect(readCommand('kan du give mig et spørgsmål om tillid?')).toEqual({ name: 'prompt', rest: 'om tillid' })
  expect(readCommand("I'd like a question about delegation")).toEqual({ name: 'prompt', rest: 'delegation' })
  expect(readCommand('spørg mig om tillid')).toEqual({ name: 'prompt', rest: 'tillid' })
})

test('a long text that holds the words of a command is none', () => {
  const story =
    'Jeg har talt med mine medarbejdere om, hvordan vi bruger data, og vi blev enige om at slette de gamle skemaer, ' +
    'stoppe med at sende så mange mails og i stedet spørge mig, når HR eller min chef gerne vil se mine svar.'
  expect(readCommand(story)).toBeUndefined()
})

test('no question of the ranking set is a command, nor any point, sign or prompt of the data', () => {
  const points = library.points.flatMap(({ text, signs = [] }) => [text, ...signs])
  const questions = readRankingSet().flatMap(({ question = '', dialog = [] }) => [question, ...dialog])
  const prompts = library.prompts.flatMap(({ text, en = '' }) => [text, en])
  // What asks for help there asks for it here.
  const isCommand = (text: string) => (nameOf(text) ?? 'help') !== 'help'
  expect([...points, ...questions, ...prompts].filter(isCommand)).toEqual([])
})
