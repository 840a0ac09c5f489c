import type { Framework, Statement } from '../../src/framework/schema'
import { fold } from '../../src/search/danish'
import { createRandom, pick } from './random'

/** This share of the words of a text changes places with words of other texts, so that no two municipalities say the same. */
const movedShare = 0.35
/** This share becomes a compound of two words, as every municipality makes its own. */
const coinedShare = 0.03

/** One framework a municipality, each with the points of all the real ones, reworded. The same in every run. */
export function generateFrameworks(real: readonly Framework[], names: readonly string[]): Framework[] {
  return names.map((name, i) => generate(real, name, createRandom(i + 1)))
}

function generate(real: readonly Framework[], name: string, random: () => number): Framework {
  const slug = fold(name)
  const statements = real.flatMap((framework) => framework.statements)
  const texts = reword(
    statements.map(({ text }) => text),
    random,
  )
  const counts = new Map<string, number>()
  const first = <T extends { slug: string }>(items: readonly T[]) => [
    ...new Map([...items].reverse().map((item) => [item.slug, item])).values(),
  ]
  return {
    slug,
    name,
    municipality: `${name} Kommune`,
    title: 'Ledelsesgrundlag',
    year: 2024,
    profile: 'roles',
    speaksTo: 'each',
    roles: first(real.flatMap((framework) => framework.roles)),
    areas: first(real.flatMap((framework) => framework.areas)),
    statements: statements.map(({ id, kind, source, signs }, i): Statement => {
      const [, role = '', area = ''] = id.split('/')
      const place = `${slug}/${role}/${area}`
      const n = (counts.get(place) ?? 0) + 1
      counts.set(place, n)
      return { id: `${place}/${n}`, kind, source, text: texts[i] ?? '', ...(signs && { signs: reword(signs, random) }) }
    }),
  }
}

function reword(texts: readonly string[], random: () => number): string[] {
  const words = texts.map((text) => text.split(' '))
  const places = words.flatMap((line, i) => line.map((_, j) => [i, j] as const)).filter(() => random() < movedShare)
  const shuffled = places.map(([i, j]) => words[i]?.[j] ?? '')
  for (let i = shuffled.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    ;[shuffled[i], shuffled[other]] = [shuffled[other] ?? '', shuffled[i] ?? '']
  }
  places.forEach(([i, j], at) => {
    const line = words[i]
    if (line) line[j] = shuffled[at] ?? ''
  })
  const plain = shuffled.filter((word) => /^\p{L}{4,}$/u.test(word))
  return words.map((line) =>
    line
      .map((word) =>
        plain.length > 1 && random() < coinedShare ? pick(random, plain) + pick(random, plain).toLowerCase() : word,
      )
      .join(' '),
  )
}
