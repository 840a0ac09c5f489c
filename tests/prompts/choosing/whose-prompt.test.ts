import { type Whose, whosePrompt } from '../../../src/prompts/choosing/whose-prompt'
import { knowledge } from '../../support/kept'

const { library } = knowledge

test.each<[framework: string | null, role: string | null, prompt: string, expected: Whose]>([
  ['skanderborg', 'kontraktholder', 'skanderborg/kontraktholder/faglig-ledelse/q1', 'role'],
  ['skanderborg', 'kontraktholder', 'skanderborg/alle-ledere/forord/q1', 'all'],
  ['skanderborg', 'kontraktholder', 'skanderborg/direktoer/faglig-ledelse/q1', 'other-role'],
  ['skanderborg', null, 'skanderborg/direktoer/faglig-ledelse/q1', 'any-role'],
  ['skanderborg', null, 'skanderborg/alle-ledere/forord/q1', 'all'],
  ['odder', 'virksomhedsleder', 'odder/alle-ledere/performance/q1', 'all'],
  ['odder', 'virksomhedsleder', 'soro/alle-ledere/mod/q1', 'elsewhere'],
  [null, null, 'soro/alle-ledere/mod/q1', 'elsewhere'],
  [null, null, 'skanderborg/direktoer/faglig-ledelse/q1', 'elsewhere-role'],
])('to a leader of %s, %s the prompt %s is: %s', (framework, role, prompt, expected) => {
  expect(library.prompt(prompt)).toBeDefined()
  expect(whosePrompt(library, { framework, role }, prompt)).toBe(expected)
})
