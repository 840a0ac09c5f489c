import { eraseCard, privacyCard } from '../../../src/cards/leader/privacy-card'
import { locales } from '../../../src/texts'
import { textOf } from '../../support/card-text'
import { texts } from '../../support/kept'
import { lintCard } from '../lint-card'
import { cards, readerIn } from '../sample-cards'

const unstated = { controller: '', dpo: '', legalBasis: '', contact: '', processors: '', archive: '' }
const processing = { ...unstated, retentionMonths: 14, profileMonths: 24 }
const shown = (changed: object = {}) =>
  textOf(
    cards.render(
      privacyCard({
        ...readerIn('da'),
        processing: { ...processing, ...changed },
        isPersonal: true,
        hasHelpDesk: true,
      }),
    ).card as Record<string, unknown>,
  )

test('it is sound in both languages, among others and alone, whatever the municipality has stated', () => {
  const stated = { ...Object.fromEntries(Object.keys(unstated).map((key) => [key, `**${key}**`])) } as typeof unstated
  for (const locale of locales)
    for (const isPersonal of [true, false])
      for (const said of [unstated, stated]) {
        const view = {
          ...readerIn(locale),
          processing: { ...processing, ...said },
          isPersonal,
          hasHelpDesk: isPersonal,
        }
        expect(lintCard(cards.render(privacyCard(view)).card)).toEqual([])
      }
})

test('every right is named, and how to use it', () => {
  const card = shown()
  for (const words of ['”mine data”', 'få det rettet', '”slet mine data”', 'begrænse behandlingen', 'indsigelse'])
    expect(card).toContain(words)
  expect(card).toContain('Datatilsynet')
})

test('what is stored of campaigns, shares and threads is named, and what HR sees of it', () => {
  const card = shown()
  for (const words of [
    'sprog, tidszone og eventuelle pause',
    'om du svarede, sprang det over eller bad om det senere',
    'hvor du selv har delt dem',
    'Svarer du med kortet i en kanal, gemmer jeg, hvor svaret står',
    'HR og din leder kan ikke se dem',
    'HR kan se, hvis et spørgsmål ikke kunne nå dig',
  ])
    expect(card).toContain(words)
})

test('before and after an erasure it is said that a line and anonymous numbers are left, and files in OneDrive', () => {
  const before = JSON.stringify(
    cards.render(eraseCard({ ...readerIn('da'), reflections: 1, messages: 0, answers: 0 })).card,
  )
  for (const text of [before, texts('da', 'dataErased.text'), texts('da', 'dataErasedMostly.text')])
    for (const words of ['en linje', 'at noget er slettet', 'anonyme tal i opgørelser', 'OneDrive'])
      expect(text).toContain(words)
})
