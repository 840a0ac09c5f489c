import { choosePartner, namesSomebody, readPartner } from '../../../src/answers/expectations/read-partner'
import { saidAsMine } from '../../../src/answers/expectations/said-as-mine'
import { packSaid, saidInFields, unpackSaid } from '../../../src/answers/expectations/said-so-far'
import { suggestedText } from '../../../src/answers/expectations/talk-lines'
import { partnerIn, partnerKey, talkPartners, talkRole } from '../../../src/answers/expectations/talk-partners'
import { talkPoints } from '../../../src/answers/expectations/talk-points'
import { knowledge } from '../../support/kept'

const { library } = knowledge

/** Every two roles that may talk with each other, in every framework, each way. */
const pairs = library.frameworks.flatMap(({ slug: framework, roles, profile }) =>
  (profile === 'common' ? roles.slice(0, 1) : roles.filter(({ group }) => !group)).flatMap(({ slug }) => {
    const own = talkRole(library, framework, slug)
    return own === null
      ? []
      : talkPartners(library, framework, own).map((partner) => ({ framework, own, partner, name: partnerKey(partner) }))
  }),
)

test.each(pairs)('$framework: $own and $name have at least three sourced points on either side', (pair) => {
  const { framework, own, partner } = pair
  const { mine, theirs } = talkPoints(library, { framework, own, other: partner.slug, whom: partner.whom })
  for (const points of [mine, theirs]) {
    expect(points.length).toBeGreaterThanOrEqual(3)
    expect(new Set(points.slice(0, 3).map(({ id }) => id)).size).toBe(3)
    for (const point of points)
      expect([point.framework, point.source]).toEqual([framework, expect.stringMatching(/\S/)])
  }
  expect(partnerIn(partnerKey(partner))).toEqual({ whom: partner.whom, slug: partner.slug })
})

test('every framework has its pairs, the neighbours among them both ways', () => {
  const between = pairs.map(({ framework, own, name }) => `${framework} ${own} ${name}`)
  expect(new Set(pairs.map(({ framework }) => framework)).size).toBe(library.frameworks.length)
  for (const { slug: framework, roles } of library.frameworks)
    for (const { slug, reportsTo } of roles) {
      const above = library.role(framework, reportsTo ?? '')
      if (!above || above.group || library.role(framework, slug)?.group) continue
      expect(between).toContain(`${framework} ${slug} leader:${above.slug}`)
    }
  expect(between).toContain('odder alle-ledere leader:alle-ledere')
})

test.each([
  // Who the document says they report to, though both lead leaders.
  ['skanderborg', 'leder-af-leder', 'leader:kontraktholder'],
  ['skanderborg', 'leder-af-medarbejder', 'leader:leder-af-leder'],
  ['skanderborg', 'kontraktholder', 'leader:fag-og-stabschef'],
  ['sonderborg', 'direktionen', 'leaders:chefer'],
  ['sonderborg', 'leder-af-medarbejdere', 'leader:leder-af-ledere'],
])('%s: for %s the nearest stands first: %s', (framework, own, first) => {
  const [nearest] = talkPartners(library, framework, own)
  expect(nearest && partnerKey(nearest)).toBe(first)
})

test.each([
  // What names the other comes before what is closer to the document's beginning.
  ['sonderborg', 'leder-af-medarbejdere', 'leder-af-ledere', 'theirs', /ledere og medarbejdere/],
  ['skanderborg', 'leder-af-leder', 'kontraktholder', 'theirs', /dine egne lederes ledelsesstil/],
  ['skanderborg', 'leder-af-medarbejder', 'leder-af-leder', 'theirs', /ledere af medarbejdere|ledergruppe|ledere/],
] as const)('%s: what is about the two of them stands first (%s and %s, %s)', (framework, own, other, side, said) => {
  expect(talkPoints(library, { framework, own, other, whom: 'leader' })[side][0]?.text).toMatch(said)
})

test('the first points are spread over the areas', () => {
  for (const { framework, own, partner } of pairs) {
    const { mine } = talkPoints(library, { framework, own, other: partner.slug, whom: partner.whom })
    expect(new Set(mine.slice(0, 4).map(({ area }) => area)).size).toBeGreaterThanOrEqual(3)
  }
})

test.each([
  ['Du sætter retning for dine ledere.', 'Jeg sætter retning for mine ledere.'],
  [
    'Du er rollemodel: Du efterlever værdierne og har dig selv med.',
    'Jeg er rollemodel: Jeg efterlever værdierne og har mig selv med.',
  ],
  ['Du sikrer, at I når dit mål.', 'Jeg sikrer, at vi når mit mål.'],
  ['I følger op på jeres indsatser.', 'Vi følger op på vores indsatser.'],
  ['I skal turde kaste jer ud i noget.', 'Vi skal turde kaste os ud i noget.'],
  // The preposition stays.
  ['I din ledelse skal du lytte.', 'I min ledelse skal jeg lytte.'],
  ['I praksis er det svært.', 'I praksis er det svært.'],
  ['Du inddrager dem i ledelsen.', 'Jeg inddrager dem i ledelsen.'],
  ['Individet og duelighed dingler.', 'Individet og duelighed dingler.'],
])('“%s” is said as “%s”', (text, mine) => expect(saidAsMine(text)).toBe(mine))

test('no suggestion speaks to anybody as du, and none is taken for somebody in trouble', () => {
  const offered = pairs.flatMap(({ framework, own, partner }) =>
    talkPoints(library, { framework, own, other: partner.slug, whom: partner.whom }).mine.map((point) =>
      suggestedText('mine', point),
    ),
  )
  expect(offered.filter((text) => /\b(?:du|dig|din|dit|dine|jer|jeres)\b/i.test(text))).toEqual([])
  expect(offered.filter((text) => knowledge.readCare(text) !== null)).toEqual([])
})

const middle = { framework: 'sonderborg', role: 'leder-af-ledere' }
// Where all share one profile, only the way counts.
test.each([
  ['stabschef', 'min leder', 'leader:alle-ledere'],
  ['leder-af-medarbejdere', 'min virksomhedsleder', 'leader:alle-ledere'],
  ['direktoer', 'min leder', 'leader:alle-ledere'],
  ['direktoer', 'mine ledere', 'leaders:alle-ledere'],
  ['direktoer', 'mine stabschefer', 'leaders:alle-ledere'],
])('in Odder a %s talks with “%s” as %s', (role, text, expected) => {
  const profile = { framework: 'odder', role }
  const choice = choosePartner(talkPartners(library, 'odder', 'alle-ledere'), readPartner(knowledge, profile, text))
  expect(choice.status === 'one' && partnerKey(choice.partner)).toBe(expected)
})

test.each([
  ['', 'several', undefined],
  ['min leder', 'several', 'leader:chefer'],
  ['min chef', 'several', 'leader:chefer'],
  ['mine ledere', 'one', 'leaders:leder-af-medarbejdere'],
  ['dem jeg leder', 'one', 'leaders:leder-af-medarbejdere'],
  ['direktionen', 'one', 'leader:direktionen'],
  ['my manager', 'several', 'leader:chefer'],
  ['min leders leder', 'several', 'leader:direktionen'],
  // Their own role's name, said of who leads them.
  ['min afdelingschef', 'one', 'leader:chefer'],
  ['mine medarbejdere', 'none', 'employees'],
  ['min mentor', 'none', 'unknown'],
  ['borgmesteren', 'none', 'unknown'],
  ['<script>', 'none', 'unknown'],
])('“med %s” leads to %s (%s)', (text, status, expected) => {
  const choice = choosePartner(
    talkPartners(library, middle.framework, middle.role),
    readPartner(knowledge, middle, text),
  )
  const found =
    choice.status === 'none'
      ? choice.whom
      : choice.status === 'one'
        ? partnerKey(choice.partner)
        : choice.chosen && partnerKey(choice.chosen)
  expect([choice.status, found]).toEqual([status, expected])
})

test.each([
  ['min leder', true],
  ['de ledere jeg leder', true],
  ['min leder er svært', false],
  ['min leder, når vi er uenige', false],
  ['mine medarbejdere om ferie og overarbejde til jul', false],
])('“%s” names somebody and tells nothing: %s', (text, isName) => expect(namesSomebody(text)).toBe(isName))

test('what has been written goes along while points are chosen, whatever comes back', () => {
  const said = saidInFields(new Map(), { mine0: 'a', theirs0: '', text: 'c' }, { mine: ['p'], theirs: ['q'] })
  expect(unpackSaid(packSaid(said))).toEqual(
    new Map([
      ['mine:p', 'a'],
      ['theirs:q', ''],
      ['text', 'c'],
    ]),
  )
  expect(packSaid(new Map())).toBe('')
  for (const broken of ['', '{', '[1]', '[["a"]]']) expect(unpackSaid(broken)).toEqual(new Map())
})
