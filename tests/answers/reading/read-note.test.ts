import { readNote } from '../../../src/answers/reading/read-note'

test.each([
  ['notat: husk Mette', '', 'husk Mette'],
  ['Notat:\nhusk Mette\nog Jonas', '', 'husk Mette\nog Jonas'],
  ['NOTAT – husk Mette', '', 'husk Mette'],
  ['notat til mig selv: husk Mette', '', 'husk Mette'],
  ['skriv et notat: husk Mette', '', 'husk Mette'],
  ['Gem et nyt notat om faglig ledelse: husk Mette', 'faglig ledelse', 'husk Mette'],
  ['note to self: remember Mette', '', 'remember Mette'],
  ['add a note about trust: remember Mette', 'trust', 'remember Mette'],
  ['notat:', '', ''],
  ['notat: kl. 9: møde', '', 'kl. 9: møde'],
])('“%s” is a note', (text, about, words) => {
  expect(readNote(text)).toEqual({ about, text: words })
})

test.each([
  'hvad skal der stå i et notat?',
  'notat',
  'notater: hvem skriver dem?',
  'notatet: er det færdigt?',
  'mine medarbejdere skriver notater hele dagen',
  'jeg har skrevet et notat til direktionen: det blev ikke læst',
  'et notat om sagen - hvad gør jeg ved det?',
  'noter: jeg tager for mange',
  'tal med HR: skriv et notat',
])('“%s” is none', (text) => {
  expect(readNote(text)).toBeUndefined()
})
