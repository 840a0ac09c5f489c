import type { Library } from '../framework/library'
import type { Similarity } from '../search/similarity'
import type { StatementIndex } from '../search/statement-index'
import type { Answer, Found } from './answer'
import { compare, transition } from './compare'
import { findDefinition, findSituation, findTopic, findValues, notFound, unknownMunicipality } from './find-points'
import { listExpectations, listPitfalls } from './list-points'
import type { Intent, Query } from './query'

export interface Answering {
  readonly library: Library
  readonly index: StatementIndex
  readonly similarity: Similarity
}

/** Answers a query from the frameworks alone. Never throws and never invents: what is not there is `absent`. */
export function answerQuestion(answering: Answering, query: Query): Answer {
  return { ...answerFor(answering, query), isOwn: query.isOwn }
}

function answerFor(answering: Answering, query: Query): Found {
  const { library, similarity } = answering
  if (query.unknownMunicipality && query.frameworks.length === 0) return notFound(answering, query)
  switch (query.intent) {
    case 'expectations':
      return withUnknown(library, query, listExpectations(library, query))
    case 'pitfalls':
      return withUnknown(library, query, listPitfalls(library, query))
    case 'definition':
      return findDefinition(answering, query)
    case 'values':
      return findValues(answering, query)
    case 'compare':
      return compare(library, similarity, query)
    case 'transition':
      return transition(library, similarity, query)
    case 'topic':
      return findTopic(answering, query)
    case 'situation':
      return findSituation(answering, query)
    case 'absent':
      return notFound(answering, query)
    case 'out-of-scope':
    case 'help':
      return plain(query.intent)
  }
}

function withUnknown(library: Library, query: Query, answer: Found): Found {
  return { ...answer, notes: [...unknownMunicipality(query, library), ...answer.notes] }
}

function plain(intent: Intent): Found {
  return {
    intent,
    frameworks: [],
    roles: [],
    area: null,
    statements: [],
    notes: [],
    sections: [],
    suggestions: [],
    subject: '',
  }
}
