import type { Library } from '../framework/library'
import type { Answer, Found } from './answer'
import { answerBoth } from './answer-both'
import { answerChange, answerCompare, type Comparing } from './answer-compare'
import { answerDefine } from './answer-define'
import { answerAbsent, answerFind } from './answer-find'
import { answerList } from './answer-list'
import { answerOverview } from './answer-overview'
import { answerPoint } from './answer-point'
import { answerValues } from './answer-values'
import { intentOfTalk } from './intent-of'
import { sameHere } from './next-questions'
import { unknownMunicipality } from './notes'
import type { Question } from './question'
import { readAs } from './read-as'
import type { Length, Reading } from './reading'
import { type Target, targetsOf } from './targets'

export type Answering = Comparing

/** Answers a reading from the frameworks alone. Never throws and never invents: what is not there is `absent`. */
export function answerQuestion(answering: Answering, reading: Reading): Answer {
  switch (reading.kind) {
    case 'talk':
      return { ...talk(reading.about), told: isLong(reading), isUneasy: reading.isUneasy ?? false }
    case 'point':
      return answerPoint(answering, reading, complete(answering, reading.question, false))
    case 'question':
      return complete(answering, reading.question, reading.isUneasy ?? false, reading.length)
  }
}

const isLong = ({ length = 'short' }: Reading) => length !== 'short'

function complete(answering: Answering, question: Question, isUneasy: boolean, length: Length = 'short'): Answer {
  const found = question.also
    ? answerBoth(answerFor(answering, question, isUneasy), answerFor(answering, question.also, isUneasy))
    : answerFor(answering, question, isUneasy)
  const isAsked = isUneasy && found.intent === 'absent'
  return {
    ...found,
    // Who may be in trouble is asked what would help, rather than told what a document does not say.
    ...(isAsked && { statements: [], sections: [], notes: [{ key: 'note.uneasy', params: {} }] }),
    isUneasy,
    isOwn: question.roles.every(({ whose }) => whose === 'mine'),
    offeredRole: question.toldRole,
    // Who writes long and is not understood has told something, too.
    told: question.told || length === 'story' || (length === 'long' && found.intent === 'absent'),
    isWhole: question.isWhole,
    readAs: readAs(answering.library, question),
    talk: null,
  }
}

function answerFor(answering: Answering, question: Question, isUneasy: boolean): Found {
  const { library } = answering
  if (question.unknownMunicipality && question.frameworks.length === 0)
    return { ...answerAbsent(answering, question), suggestions: sameHere(library, question) }
  if (asksOfNobody(library, question)) return answerList(library, { ...question, operation: 'list', area: null })
  switch (question.operation) {
    case 'list': {
      const found = question.kinds.includes('value') ? answerValues(library, question) : answerList(library, question)
      return { ...found, notes: [...unknownMunicipality(question, library), ...found.notes] }
    }
    case 'define':
      return answerDefine(answering, question)
    case 'overview':
      return answerOverview(answering, question)
    case 'compare':
      return answerCompare(answering, question)
    case 'change':
      return answerChange(answering, question)
    case 'find':
      return answerFind(answering, question, isUneasy)
  }
}

/** Somebody whom no framework describes is asked about, and nobody else. */
function asksOfNobody(library: Library, question: Question): boolean {
  const [asked, another] = question.roles
  if (!asked || another || question.operation === 'overview') return false
  return asked.whose === 'person' || (asked.whose === 'unknown' && targetsOf(library, question).every(isNone))
}

function isNone({ how }: Target): boolean {
  return how === 'none'
}

/** What the bot says of itself and of everyday things: a fixed text, no points. */
function talk(about: string): Answer {
  return {
    intent: intentOfTalk(about),
    frameworks: [],
    roles: [],
    area: null,
    isOwn: false,
    statements: [],
    notes: [],
    sections: [],
    suggestions: [],
    subject: '',
    offeredRole: null,
    told: false,
    isUneasy: false,
    isWhole: false,
    readAs: null,
    talk: about,
  }
}
