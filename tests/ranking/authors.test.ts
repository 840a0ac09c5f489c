import { openKnowledge } from './measure'
import { type Figures, measureAuthor } from './measure-authors'

const knowledge = openKnowledge()
const measures = ['recallAt10', 'reciprocalRank', 'listF1', 'toldInThree', 'absent'] as const

// A little below what was measured when they were set; raised with the answers. What these authors asked
// for is known by now (`data/asked`): they hold what was reached, and tell little of what the next will meet.
test.each<[author: Parameters<typeof measureAuthor>[1], floor: Figures]>([
  ['first', { recallAt10: 0.8, reciprocalRank: 0.79, listF1: 0.94, toldInThree: 0.78, absent: 0.92 }],
  ['second', { recallAt10: 0.77, reciprocalRank: 0.78, listF1: 0.86, toldInThree: 0.8, absent: 0.85 }],
  ['third', { recallAt10: 0.7, reciprocalRank: 0.73, listF1: 0.81, toldInThree: 0.76, absent: 0.74 }],
  ['fourth', { recallAt10: 0.68, reciprocalRank: 0.67, listF1: 0.71, toldInThree: 0.74, absent: 0.78 }],
])('the questions of the %s author find what answers them', (author, floor) => {
  const figures = measureAuthor(knowledge, author)
  process.stdout.write(`ranking, ${author} author: ${JSON.stringify(figures)}\n`)
  const short = measures.filter((name) => figures[name] < floor[name])
  expect(short.map((name) => `${name} ${figures[name]}, wanted ${floor[name]}`)).toEqual([])
})
