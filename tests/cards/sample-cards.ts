import { answerQuestion } from '../../src/answers/answer-question'
import { type Intent, intents } from '../../src/answers/intent'
import type { Profile } from '../../src/answers/profile'
import type { Question } from '../../src/answers/question'
import { answerCard } from '../../src/cards/answer/answer-card'
import { type Reader, readerFor } from '../../src/cards/kit/reader'
import { createCards } from '../../src/cards/kit/render'
import { nobodyNamed } from '../../src/care/care-people'
import { createLibrary } from '../../src/framework/library'
import type { Framework, Kind } from '../../src/framework/schema'
import { cardsDir } from '../../src/paths'
import type { Locale } from '../../src/texts'
import { knowledge, texts } from '../support/kept'

/** Each part is made when it is asked for: most cards need none. */
export const cards = createCards({ cardsDir })
export const { library } = knowledge
/** Somebody of no municipality in Denmark. */
export const readerIn = (locale: Locale): Reader =>
  readerFor({ library, texts }, { locale, timeZone: 'Europe/Copenhagen' })

/** A question of each intent; the intent is set as well, so that no change of wording leaves a card untried. */
const questions: Record<Intent, string> = {
  expectations: 'Hvad forventes der af mig?',
  pitfalls: 'Hvilke faldgruber skal jeg passe på?',
  definition: 'Hvad betyder tillid?',
  values: 'Hvilke værdier har vi?',
  compare: 'Hvad er forskellen på en direktør og en leder af medarbejdere?',
  transition: 'Hvad er nyt, når jeg går fra leder af medarbejdere til leder af ledere?',
  topic: 'Hvad står der om samarbejde?',
  situation: 'Jeg har svært ved at uddelegere',
  absent: 'Hvad står der om kvantecomputere?',
  'out-of-scope': 'Hvordan bliver vejret i morgen?',
  help: 'Hvad kan du?',
}

const list = (...kinds: Kind[]) => ({ operation: 'list' as const, kinds })
/** What makes a question of an intent, whatever its words are read as. */
const operationOf: Partial<Record<Intent, Partial<Question>>> = {
  expectations: list(),
  pitfalls: list('pitfall'),
  values: list('value'),
  definition: { operation: 'define' },
  compare: { operation: 'compare' },
  transition: { operation: 'change' },
  topic: { operation: 'find', told: false },
  situation: { operation: 'find', told: true },
  absent: { operation: 'find', told: false },
}
const talks: Partial<Record<Intent, string>> = { help: 'about-use', 'out-of-scope': 'outside' }

export function ask(intent: Intent, profile: Profile = {}, question = questions[intent]) {
  const wanted = operationOf[intent]
  if (wanted === undefined)
    return answerQuestion(knowledge, { kind: 'talk', about: talks[intent] ?? 'outside', context: undefined })
  const read = { ...knowledge.readQuestion(question, profile), ...wanted }
  return answerQuestion(knowledge, { kind: 'question', question: read, context: undefined })
}

/** Nobody known, then every municipality without a role and with each of its roles. */
export const profiles: readonly Profile[] = [
  {},
  ...library.frameworks.flatMap(({ slug, roles }) => [
    { framework: slug },
    ...roles.map((role) => ({ framework: slug, role: role.slug })),
  ]),
]

export function everyAnswer() {
  return profiles.flatMap((profile) =>
    intents.map((intent) => ({
      name: `${profile.framework ?? '-'} ${profile.role ?? '-'} ${intent}`,
      answer: ask(intent, profile),
    })),
  )
}

export const support = { people: nobodyNamed, isHrReached: true, sources: {} }

export function renderAnswer(answer: ReturnType<typeof ask>, locale: Locale, of = library) {
  return cards.render(answerCard({ ...readerIn(locale), library: of, answer, support, isPersonal: true }))
}

/** The library as a municipality has it that imported its own document: official wording half as long again. */
export const importedLibrary = createLibrary(
  library.frameworks.map((framework) => ({
    ...framework,
    statements: framework.statements.map((statement) => ({
      ...statement,
      wording: `${statement.text} ${statement.text.slice(0, statement.text.length / 2)}`.trim(),
    })),
  })),
  library.prompts,
)

/** Many municipalities, made of the five. */
export function manyFrameworks(copies: number): Framework[] {
  return Array.from({ length: copies }, (_, i) =>
    library.frameworks.map((framework) => ({
      ...framework,
      slug: `${framework.slug}-${i}`,
      name: `${framework.name} ${i}`,
      statements: framework.statements.map((statement) => ({
        ...statement,
        id: statement.id.replace('/', `-${i}/`),
      })),
    })),
  ).flat()
}

/** Every string of a card, by the type of the element that shows it. */
export function strings(value: unknown, type = ''): { type: string; text: string }[] {
  if (typeof value === 'string') return [{ type, text: value }]
  if (Array.isArray(value)) return value.flatMap((item) => strings(item, type))
  if (typeof value !== 'object' || value === null) return []
  const node = value as Record<string, unknown>
  const own = typeof node.type === 'string' ? node.type : type
  return Object.entries(node).flatMap(([key, child]) => (key === 'data' ? [] : strings(child, own)))
}
