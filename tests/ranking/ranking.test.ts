import { type Measured, mean, measureAnswers, measurePlainSearch, openKnowledge, readRankingSet } from './measure'

const knowledge = openKnowledge()
const entries = readRankingSet()

/** Who tells of something that speaks of trouble gets no point, however well one was found: tests/care says who is taken for one of them. */
const isSpared = ({ answer }: Measured) => answer.told && answer.isUneasy
const isUnderstood = (measured: Measured) =>
  measured.answer.intent === measured.entry.intent || (measured.entry.intent === 'situation' && isSpared(measured))
const shareRight = (measured: readonly Measured[]) => measured.filter(isUnderstood).length / measured.length
const percent = (share: number) => `${(share * 100).toFixed(1)} %`

function measure(set: 'dev' | 'heldout') {
  const chosen = entries.filter((entry) => entry.set === set)
  const own = measureAnswers(knowledge, chosen)
  const plain = measurePlainSearch(knowledge, chosen)
  const searched = own.filter((each) => !isSpared(each))
  const numbers = {
    recall: mean(searched.map((each) => each.recallAt5)),
    rank: mean(searched.map((each) => each.reciprocalRank)),
    plainRecall: mean(plain.map((each) => each.recallAt5)),
    plainRank: mean(plain.map((each) => each.reciprocalRank)),
  }
  const { recall, rank, plainRecall, plainRank } = numbers
  process.stdout.write(
    `ranking, ${chosen.length} ${set} questions: recall@5 ${percent(recall)} (plain minisearch ${percent(plainRecall)}), ` +
      `MRR ${rank.toFixed(3)} (${plainRank.toFixed(3)}), intent ${percent(shareRight(own))}\n`,
  )
  return { own, ...numbers }
}

const dev = measure('dev')
const heldOut = measure('heldout')

// The thresholds stand a little below what was measured when they were set, and are raised with the search. A story gets no point that is
// half as near as the nearest, though it may be a second right one.
test.each([
  ['the questions it was built with', dev],
  ['questions not looked at while it was built', heldOut],
])(
  'the search finds far more of what answers %s than plain minisearch does',
  (_what, { recall, rank, plainRecall, plainRank }) => {
    expect(recall).toBeGreaterThan(0.64)
    expect(recall).toBeGreaterThan(2 * plainRecall)
    expect(rank).toBeGreaterThan(0.75)
    expect(rank).toBeGreaterThan(1.6 * plainRank)
  },
)

test('what a question wants is understood in at least 85 of 100', () => {
  expect(shareRight([...dev.own, ...heldOut.own])).toBeGreaterThanOrEqual(0.85)
})

test('what a question wants is understood in questions not looked at, too', () => {
  expect(shareRight(heldOut.own)).toBeGreaterThanOrEqual(0.83)
})

test('the framework that a question or a profile names is the one that answers', () => {
  const named = [...dev.own, ...heldOut.own].filter(
    ({ entry, answer }) => entry.frameworks && !entry.dialog && answer.statements.length > 0,
  )
  const strays = named.filter(({ entry, answer }) =>
    answer.statements.some((point) => !entry.frameworks?.includes(point.framework)),
  )
  expect(named.length).toBeGreaterThan(40)
  expect(strays.map(({ entry }) => entry.question)).toEqual([])
})

test('every expected point exists', () => {
  const expected = entries.flatMap((entry) => entry.expected ?? [])
  expect(expected.filter((id) => !knowledge.library.point(id))).toEqual([])
})
