import type { Intent } from './intent'
import type { Question } from './question'

/** What a question is in the words of `ask --json`; where nothing is found, its answer is `absent` instead. */
export function intentOf({ operation, kinds, told }: Pick<Question, 'operation' | 'kinds' | 'told'>): Intent {
  const asksPitfalls = kinds.length === 1 && kinds[0] === 'pitfall'
  switch (operation) {
    case 'list':
      return kinds.includes('value') ? 'values' : asksPitfalls ? 'pitfalls' : 'expectations'
    case 'find':
      return told ? 'situation' : asksPitfalls ? 'pitfalls' : 'topic'
    case 'define':
    case 'overview':
      return 'definition'
    case 'compare':
      return 'compare'
    case 'change':
      return 'transition'
  }
}

/** Small talk and what is outside have no answer in any framework; what is about Pejling helps one along. */
export function intentOfTalk(about: string): Intent {
  return /^(about|hr)-|^(empty|command)$/.test(about) ? 'help' : 'out-of-scope'
}
