import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nobodyNamed, readCarePeople } from '../../src/care/care-people'

const folder = mkdtempSync(join(tmpdir(), 'care-'))
afterAll(() => rmSync(folder, { recursive: true }))

function reading(text: string) {
  const file = join(folder, 'care.yaml')
  writeFileSync(file, text)
  return readCarePeople(file)
}

test('a municipality names its people, and each is shown always where nothing else is said', () => {
  const { people, faults } = reading(`
contacts:
  - name: { da: Psykologordningen, en: Counselling }
    reach: 12 34 56 78, hele døgnet
  - name: { da: HR, en: HR }
    reach: lokal 1234
    for: [other]
`)
  expect(faults).toEqual([])
  expect(people.contacts.map((contact) => contact.for)).toEqual([['life', 'self', 'other'], ['other']])
})

test('without a file nobody is named, and that is no fault', () => {
  expect(readCarePeople(undefined)).toEqual({ people: nobodyNamed, faults: [] })
})

test.each([
  ['a missing file', undefined, /cannot be read/],
  ['no YAML', 'contacts: [', /line/],
  ['a language that is missing', 'contacts:\n  - name: { da: HR }\n    reach: lokal 1', /contacts\.0\.name\.en/],
  ['a word that is not known', 'contact: []', /contact/],
])('%s is a fault that is told, and care goes on without it', (_, text, fault) => {
  const { people, faults } = text === undefined ? readCarePeople(join(folder, 'none.yaml')) : reading(text)
  expect(faults.join()).toMatch(fault)
  expect(people).toBe(nobodyNamed)
})
