import { allLeaders, idParts, type Prompt } from '../../src/framework/schema'
import { knowledge } from '../support/kept'

const { library } = knowledge
const held = library.frameworks.map(({ slug }) => slug)
const promptsOf = (framework: string) => library.prompts.filter(({ id }) => idParts(id).framework === framework)
const those = (prompts: readonly Prompt[], like: RegExp) => prompts.filter(({ text }) => like.test(text))
const saidBy = (prompts: readonly Prompt[]) => prompts.map(({ id, text }) => `${id}: ${text}`)
const share = (prompts: readonly Prompt[], like: RegExp) => those(prompts, like).length / prompts.length

/** "Hvad skete der, og hvad lærte du?": whoever answers in a minute answers one of the two. */
const double =
  /[,:] (?:og|eller|men) (?:(?:på|i|til|med|for|af|fra|om|ved) )?hv(?:ad|em|or|ordan|ornår|orfor|ilken|ilket|ilke)\b/i
/** Who is asked so has one person in mind, and writes about them, with or without the name. */
const person = '(?:kolleg|medarbejder|leder|chef|borger|politiker|fagchef)'
const onePerson = new RegExp(
  [
    '\\bhvem\\b',
    '\\bvedkommende',
    '\\b(?:han|hun) eller (?:han|hun)\\b',
    `\\ben af (?:dine|jeres) (?:\\w+ )?${person}`,
    `\\b(?:tænk på|vælg|tag) en (?:\\w+ )?${person}`,
    `\\ben (?:anden|bestemt) ${person}`,
    `\\ben ${person}s\\b`,
    `\\bsidst (?:I|du) \\w+ en ${person}`,
  ].join('|'),
  'i',
)
/** What one finds hard oneself: "du", since "I" may be said among colleagues. */
const hardForOneself =
  /\b(?:svært|sværest|sværere) for dig\b|\bhar du (?:svært|sværest|tøvet|skubbet)\b|\b(?:tøver|skubber|fortryder) du\b|\bsidder du fast\b|\ber du i tvivl\b|\bdu tøvede\b/i
const setUp = /^(?:tænk på|forestil)/i
const whatWorks =
  /\b(?:bedst|bedste|godt|god|gode|let|lettere|lettest|nemt|nemmest|lykke[st]|lykkedes|glad|stolte?|tilfredse?|holder af|energi|glæde|fungerer|hjælper|glider|virke[dr]e?|lyst|gladest)\b/i
const scaleInWords = /et tal fra 1 til 5\b.*\?$/
const otherScale = /\b1 (?:til|to) (?!5\b)\d/

describe.each(held)('the questions of %s', (framework) => {
  const prompts = promptsOf(framework)

  test('ask one thing each: at most one in ten asks two', () => {
    const doubles = those(prompts, double)
    expect(doubles.length > prompts.length / 10 ? saidBy(doubles) : []).toEqual([])
  })

  test('lead to no single person', () => {
    expect(saidBy(those(prompts, onePerson))).toEqual([])
    expect(prompts.filter(({ en }) => /^whom?\b|\b(?:he or she|she or he|his or her)\b/i.test(en))).toEqual([])
  })

  test('are for one’s own notebook where they ask what one finds hard oneself', () => {
    expect(saidBy(those(prompts, hardForOneself).filter((prompt) => !prompt.private))).toEqual([])
  })

  test('seldom set a scene first', () => {
    expect(share(prompts, setUp)).toBeLessThan(0.05)
  })

  test('ask for what works, and some for what holds a number up', () => {
    expect(share(prompts, whatWorks)).toBeGreaterThan(0.12)
    expect(share(prompts, scaleInWords)).toBeGreaterThan(0.02)
    // The card has the field that the number goes into, and it goes from 1 to 5.
    expect(those(prompts, scaleInWords).filter(({ scale }) => !scale)).toEqual([])
    expect(saidBy(prompts.filter(({ text, en }) => otherScale.test(text) || otherScale.test(en)))).toEqual([])
  })

  test('can be read at a glance', () => {
    const words = (text: string) => text.split(/\s+/).length
    expect(saidBy(prompts.filter(({ text, then = '' }) => words(text) > 28 || words(then) > 16))).toEqual([])
  })

  test('are followed up, where they are, by another question and not by the same', () => {
    const followed = prompts.filter(({ then }) => then !== undefined)
    expect(followed.length).toBeGreaterThan(2)
    expect(followed.filter((prompt) => prompt.then === prompt.text || prompt.thenEn === prompt.en)).toEqual([])
  })

  test('cover every shared task and every outright demand', () => {
    const asked = library.select({ framework, kinds: ['shared-task', 'requirement'] })
    expect(asked.filter(({ id }) => library.promptsFor(id).length === 0).map(({ id }) => id)).toEqual([])
  })

  test('are eight at least for each group of leaders', () => {
    const groups = library.framework(framework)?.roles.filter(({ group }) => group) ?? []
    const few = groups.filter(({ slug }) => prompts.filter(({ id }) => idParts(id).role === slug).length < 8)
    expect(few.map(({ slug }) => slug)).toEqual([])
  })
})

test('a question of Skanderborg’s to every leader is tied to a point of each role, and these to many areas', () => {
  const roles = ['direktoer', 'fag-og-stabschef', 'kontraktholder', 'leder-af-leder', 'leder-af-medarbejder']
  const general = promptsOf('skanderborg').filter(({ id }) => idParts(id).role === allLeaders)
  for (const role of roles) {
    const points = general.map(({ statements }) => statements.find((id) => idParts(id).role === role))
    expect([role, points.filter((id) => library.point(id ?? '')?.kind !== 'behaviour')]).toEqual([role, []])
    expect(new Set(points.map((id) => idParts(id ?? '').area)).size).toBeGreaterThan(6)
  }
})
