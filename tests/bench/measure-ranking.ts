import { mean, measureAnswers, measurePlainSearch, openKnowledge, readRankingSet } from '../ranking/measure'
import type { Row } from './table'

/** Whether the right points come first, against minisearch as it comes out of the box. */
export function measureRanking(): Row[] {
  const knowledge = openKnowledge()
  return (['dev', 'heldout'] as const).flatMap((set) => {
    const entries = readRankingSet().filter((entry) => entry.set === set)
    const ours = measureAnswers(knowledge, entries)
    const plain = measurePlainSearch(knowledge, entries)
    return (['recallAt5', 'reciprocalRank'] as const).map((measure): Row => {
      const values = [mean(ours.map((one) => one[measure])), mean(plain.map((one) => one[measure]))]
      const judged = ours.filter((one) => one[measure] !== undefined).length
      return {
        what: `${measure === 'recallAt5' ? 'recall@5' : 'MRR'}, ${judged} ${set} questions, against plain minisearch`,
        measured: `${values[0]?.toFixed(3)} against ${values[1]?.toFixed(3)}`,
        target: '',
        isOk: undefined,
      }
    })
  })
}
