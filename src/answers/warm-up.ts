import { setImmediate, setTimeout } from 'node:timers/promises'
import { tokenise } from '../search/danish'
import type { Knowledge } from './knowledge'

/** Who starts the program and writes at once is answered first. */
const quietMs = 1000

/**
 * Makes what the first questions would otherwise wait for, a piece at a time: whoever writes meanwhile is answered between two pieces.
 * Each piece is made once, whoever asks first.
 */
export async function warmUp(knowledge: Knowledge): Promise<void> {
  await setTimeout(quietMs, undefined, { ref: false })
  for (const piece of pieces(knowledge)) {
    await setImmediate()
    piece()
  }
}

function pieces(knowledge: Knowledge): (() => unknown)[] {
  const { library, vocabulary } = knowledge
  // How leaders tell of things is indexed a framework at a time.
  const told = library.frameworks.map(({ slug, title }) => () => {
    const concepts = vocabulary.concepts(tokenise(title), new Set())
    knowledge.index.search(concepts, { frameworks: [slug], limit: 1, everyday: 'told' })
  })
  return [
    () => knowledge.index,
    () => knowledge.readCare(''),
    ...told,
    () => knowledge.promptIndex,
    () => knowledge.similarity,
    () => knowledge.readTyped,
    () => knowledge.readConsent,
  ]
}
