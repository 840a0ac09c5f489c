import fc from 'fast-check'
import { anyText } from '../../support/any-text'
import { knowledge } from '../../support/kept'

const { readCommand } = knowledge

test.each<[text: string, name: string, rest: string]>([
  ['Giv mig et spørgsmål', 'prompt', ''],
  ['giv mig lige et spørgsmål, tak', 'prompt', ''],
  ['Giv mig et spoergsmaal om feedback', 'prompt', 'om feedback'],
  ['give me a question about trust please', 'prompt', 'about trust'],
  ['Et nyt spørgsmål', 'prompt', ''],
  ['Mine refleksioner', 'reflections', ''],
  ['vis mine svar', 'reflections', ''],
  ['my reflections', 'reflections', ''],
  ['Min profil', 'profile', ''],
  ['skift rolle', 'profile', ''],
  ['English', 'english', ''],
  ['switch to english, please', 'english', ''],
  ['Dansk', 'danish', ''],
  ['hjælp', 'help', ''],
  ['Hej Pejling, hjælp!', 'help', ''],
  // With a slip in a word of HR's.
  ['kamapgner', 'campaigns', ''],
  ['ny kampagen', 'newCampaign', ''],
  ['henvendelsr', 'requests', ''],
  ['vis rappporten', 'report', ''],
  ['arshjul', 'season', ''],
  ['hvem har HR-retigheder?', 'access', ''],
  ['hvem er ikke nået i Ugens refleksion?', 'notReached', 'Ugens refleksion'],
  ['send en prøve af Ugens refleksion', 'sampleCampaign', 'Ugens refleksion'],
  ['Kan jeg aflyse kampagnen?', 'cancelCampaign', ''],
  ['stop kampagnen ”Faldgruber”', 'cancelCampaign', 'Faldgruber'],
  ['sæt kampagnen på pause', 'pauseCampaign', ''],
  ['send ugens spørgsmål nu', 'sendNow', ''],
  ['giv HR-adgang til Grethe Lund', 'giveAccess', 'Grethe Lund'],
  ['hvordan giver jeg en kollega adgang?', 'giveAccess', ''],
])('%j is the command %s with the rest %j', (text, name, rest) => {
  expect(readCommand(text)).toEqual({ name, rest })
})

test.each([
  'Hvad forventes der af mig?',
  'Hvilke spørgsmål skal jeg stille mine medarbejdere?',
  'Hvordan hjælper jeg en medarbejder?',
  'Hvad siger Odder om refleksion?',
  'min profil som leder af ledere',
  'mine svar til medarbejderne bliver ofte for korte',
  'dansk erhvervsliv',
  'kampagnen mod mobning',
  'hvordan henvender jeg mig til en borger?',
  'support',
  'hej',
  'tak',
  '',
  '😀',
])('%j is no command', (text) => {
  expect(readCommand(text)).toBeUndefined()
})

test('politeness, capitals and punctuation change no command', () => {
  const polite = fc.constantFrom('', 'hej', 'lige', 'venligst', 'please', 'Pejling,')
  const command = fc.constantFrom('mine refleksioner', 'min profil', 'dansk', 'nyt spørgsmål')
  fc.assert(
    fc.property(polite, command, polite, fc.constantFrom('', '!', '.', ' 🙂'), (before, text, after, end) => {
      const plain = readCommand(text)
      expect(plain).toBeDefined()
      expect(readCommand(`${before} ${text.toUpperCase()} ${after}${end}`)).toEqual(plain)
    }),
  )
})

test('never throws', () => {
  fc.assert(fc.property(anyText(), (text) => void readCommand(text)))
})
