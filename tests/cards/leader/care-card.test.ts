import { careCard } from '../../../src/cards/leader/care-card'
import { quietLine } from '../../../src/cards/leader/quiet-line'
import { type CarePeople, nobodyNamed } from '../../../src/care/care-people'
import { cares } from '../../../src/care/care-words'
import { locales } from '../../../src/texts'
import { texts } from '../../support/kept'
import { lintCard } from '../lint-card'
import { cards } from '../sample-cards'

const people: CarePeople = {
  texts: { self: { da: 'Vestbys egne ord.', en: 'Words of Vestby.' } },
  contacts: [
    { name: { da: 'Psykologordningen', en: 'Counselling' }, reach: '12 34 56 78, hele døgnet', for: ['life', 'self'] },
    { name: { da: 'Arbejdsmiljø', en: 'Health and safety' }, reach: 'lokal 1234', for: ['other'] },
  ],
  who: { da: 'Vestbys psykologordning', en: 'the counselling of Vestby' },
}
const view = { locale: 'da', texts, care: 'life', people: nobodyNamed, isHrReached: false } as const
const rendered = (changed: Partial<Parameters<typeof careCard>[0]>) => cards.render(careCard({ ...view, ...changed }))
const shown = (changed: Partial<Parameters<typeof careCard>[0]>) => JSON.stringify(rendered(changed).card)

test('each is sound in both languages, with and without people of the municipality', () => {
  for (const locale of locales)
    for (const care of [...cares, 'calmed'] as const)
      for (const isHrReached of [true, false])
        for (const named of [nobodyNamed, people]) {
          const { card, summary } = rendered({ locale, care, people: named, isHrReached })
          expect([locale, care, ...lintCard(card)]).toEqual([locale, care])
          expect(summary).not.toBe('')
        }
})

test('112 stands in each of the three, and nothing sends people to their own leader', () => {
  for (const locale of locales)
    for (const care of cares) {
      const text = texts(locale, `care.${care}`)
      expect(text).toContain('112')
      expect(text).not.toMatch(
        /(tal med|gå til|kontakt|talk to|go to|contact) (din|your) (egen |own )?(leder|chef|manager|boss)/i,
      )
    }
})

test('the municipality’s words and people stand where they are meant to', () => {
  expect(shown({ care: 'self', people })).toContain('Vestbys egne ord.')
  expect(shown({ care: 'self', people })).toContain('Psykologordningen: 12 34 56 78, hele døgnet')
  expect(shown({ care: 'self', people, locale: 'en' })).toContain('Counselling: 12 34 56 78')
  expect(shown({ care: 'self', people })).not.toContain('lokal 1234')
  expect(shown({ care: 'other', people })).toContain('lokal 1234')
  expect(shown({ care: 'calmed', people })).not.toContain('12 34 56 78')
})

test('HR has a button where HR can be reached', () => {
  expect(shown({ isHrReached: true })).toContain('hr.write')
  expect(shown({ isHrReached: false })).not.toContain('hr.write')
  expect(shown({ care: 'calmed', isHrReached: true })).not.toContain('hr.write')
})

test('a notification shows nothing of it', () => {
  for (const care of cares) expect(rendered({ care, people }).summary).toBe('Svar fra Pejling')
})

test('the quiet line names the municipality’s own, or somebody to turn to', () => {
  expect(quietLine(texts, 'da', people)).toBe(
    'Fylder det mere, end du kan bære alene? Tal med Vestbys psykologordning.',
  )
  expect(quietLine(texts, 'en', nobodyNamed)).toContain('somebody you feel safe with')
  expect(quietLine(texts, 'en', nobodyNamed)).not.toContain('112')
  expect(quietLine(texts, 'en', nobodyNamed, true)).toContain('112')
})
