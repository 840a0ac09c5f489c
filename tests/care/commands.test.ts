import { dataDir } from '../../src/paths'
import { loadLexicon } from '../../src/search/lexicon'
import { knowledge } from '../support/kept'

test('whoever tells Pejling what to do, or says yes or no to an offer, is taken for nobody in trouble', () => {
  const { readCare } = knowledge
  const { commands, consent } = loadLexicon(dataDir)
  const said = [
    ...Object.values(commands).flatMap(({ whole, start }) => [...whole, ...start]),
    ...consent.yes,
    ...consent.no,
  ]
  expect(said.length).toBeGreaterThan(300)
  expect(said.filter((text) => readCare(text) !== null)).toEqual([])
})
