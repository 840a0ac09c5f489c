import { askButton } from '../../src/cards/kit/button'
import { noticeCard } from '../../src/cards/kit/notice-card'
import type { CardContent } from '../../src/cards/kit/render'
import { municipalityCard } from '../../src/cards/leader/municipality-card'
import { profileCard } from '../../src/cards/leader/profile-card'
import { roleCard } from '../../src/cards/leader/role-card'
import { welcomeCard } from '../../src/cards/leader/welcome-card'
import { locales } from '../../src/texts'
import { lintCard } from './lint-card'
import { cards, library, readerIn } from './sample-cards'

const stated = {
  legalBasis: '**Artikel** 6',
  processors: '',
  archive: '',
  contact: 'HR, lokal 1234',
  controller: 'Vestby',
  dpo: '',
  retentionMonths: 18,
  profileMonths: 24,
}
const unstated = { ...stated, legalBasis: '', contact: '', controller: '' }

const readers = locales.map(readerIn)

function faultsOf(contents: readonly CardContent[]): string[] {
  return contents.flatMap((content) => {
    const { card, summary } = cards.render(content)
    return [...lintCard(card), ...(summary.trim() === '' ? ['no summary'] : [])].map(
      (fault) => `${content.name}: ${fault}`,
    )
  })
}

test('welcome, role and profile are sound for every municipality and role', () => {
  const contents = readers.flatMap((reader) => [
    welcomeCard({ ...reader, processing: stated }),
    welcomeCard({ ...reader, processing: unstated }),
    municipalityCard(reader),
    profileCard({ ...reader, framework: null, role: null, municipality: null }),
    ...library.frameworks.flatMap((framework) => [
      welcomeCard({ ...reader, framework: framework.slug, processing: stated }),
      welcomeCard({ ...reader, municipality: framework.slug, processing: stated }),
      roleCard({ ...reader, framework }),
      ...framework.roles.flatMap((role) => [
        roleCard({ ...reader, framework, role: role.slug }),
        ...[null, framework.slug, 'odder'].map((municipality) =>
          profileCard({ ...reader, framework: framework.slug, role: role.slug, municipality }),
        ),
      ]),
    ]),
  ])
  expect(faultsOf(contents)).toEqual([])
})

test('what the municipality has stated is shown as written', () => {
  const content = welcomeCard({ ...readerIn('da'), processing: stated })
  expect(JSON.stringify(cards.render(content).card.body)).toContain('Retsgrundlag: \\\\*\\\\*Artikel')
})

test('roles that lead come first, groups and politicians are no choice, the empty value is for anybody else', () => {
  const choices = (slug: string) => {
    const framework = library.framework(slug)
    if (!framework) throw new Error(slug)
    return JSON.stringify(cards.render(roleCard({ ...readerIn('da'), framework })).card).match(/"value":"[^"]*"/g)
  }
  expect(choices('skanderborg')).toEqual(
    [
      '',
      'direktoer',
      'fag-og-stabschef',
      'kontraktholder',
      'leder-af-leder',
      'leder-af-medarbejder',
      'medarbejder',
      '',
    ].map((slug) => `"value":"${slug}"`),
  )
  expect(choices('kerteminde')).toEqual(['', 'ledere', 'medarbejdere', ''].map((slug) => `"value":"${slug}"`))
})

test('a notice shows three buttons at most', () => {
  const buttons = ['a', 'b', 'c', 'd'].map((title) => askButton(title))
  const content = noticeCard({ locale: 'da', title: 'Gemt', text: 'To linjer.\nOgså den.', buttons })
  expect(faultsOf([content])).toEqual([])
  expect(cards.render(content).card.actions).toHaveLength(3)
})
