import type { Library, Point } from '../framework/library'
import type { Found, Section } from './answer'
import { statedIn } from './answer-list'
import { intentOf } from './intent-of'
import { unknownMunicipality } from './notes'
import type { Question } from './question'
import { frameworksOf } from './targets'

const mostSpeaking = 3
/** What is called values, or does their work under another name. */
const speaksOfValues = /værdier|kulturforstærker/i

/** The values a framework names; where it names none, that is said and its points that speak of values are the nearest. */
export function answerValues(library: Library, question: Question): Found {
  const frameworks = frameworksOf(library, question)
  const sections = frameworks
    .map(({ slug }): Section => {
      const values = library.select({ framework: slug, kinds: ['value'] })
      const points: readonly Point[] = values.length > 0 ? values : speakingOfValues(library, slug)
      return { framework: slug, role: null, heading: 'points', points }
    })
    .filter((section) => section.points.length > 0)
  const without = frameworks.filter(({ slug }) => library.select({ framework: slug, kinds: ['value'] }).length === 0)
  return {
    intent: sections.length > 0 ? intentOf(question) : 'absent',
    frameworks: sections.length > 0 ? sections.map((section) => section.framework) : question.frameworks,
    roles: [],
    area: question.area,
    statements: statedIn(library, question, sections),
    notes: [
      ...unknownMunicipality(question, library),
      ...without
        .filter(() => question.frameworks.length > 0)
        .map(({ name }) => ({ key: 'note.noValues', params: { framework: name } })),
    ],
    sections,
    suggestions: [],
    subject: '',
  }
}

function speakingOfValues(library: Library, framework: string): Point[] {
  return library
    .select({ framework })
    .filter((point) => speaksOfValues.test(point.text))
    .slice(0, mostSpeaking)
}
