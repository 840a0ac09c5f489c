import { loadCareExamples } from '../../../src/care/care-examples'
import { speaksOfTrouble } from '../../../src/journal/reading/speaks-of-trouble'
import { dataDir } from '../../../src/paths'
import { knowledge } from '../../support/kept'

const harmless =
  'Jeg holdt et godt møde med mine teamledere om budgettet for næste år, og vi blev enige om at fordele opgaverne efter hvem der har tid. På fredag følger vi op på planen, og så ser vi på, hvad borgerne får ud af det.'
const troubled = loadCareExamples(dataDir)
  .filter(({ kind, text }) => kind === 'life' && knowledge.readCare(text) !== null)
  .map(({ text }) => text)

test('trouble in one answer is not hidden by what is harmless in the other', () => {
  expect(knowledge.readCare(harmless)).toBeNull()
  expect(troubled.length).toBeGreaterThan(200)
  // Read as one message some would be missed, which is why each is read by itself.
  expect(troubled.filter((text) => knowledge.readCare(`${text}\n${harmless}`) === null)).not.toEqual([])
  const missed = troubled.filter(
    (text) =>
      !speaksOfTrouble(knowledge, { text, second: harmless }) ||
      !speaksOfTrouble(knowledge, { text: harmless, second: text }),
  )
  expect(missed).toEqual([])
})

test('what is harmless in both is not taken', () => {
  expect(speaksOfTrouble(knowledge, { text: harmless, second: harmless })).toBe(false)
  expect(speaksOfTrouble(knowledge, {})).toBe(false)
})
