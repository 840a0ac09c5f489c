import type { Library } from '../../framework/library'
import type { Lexicon } from '../../search/lexicon'
import type { Vocabulary } from '../../search/vocabulary'
import type { Profile } from '../profile'
import type { Context, Question } from '../question'
import type { Reading } from '../reading'
import { createCountedKinds } from './counted-kinds'
import { editQuestion } from './edit-question'
import { createExamples } from './examples'
import type { Asker, Known } from './known'
import type { LineIndex } from './line-index'
import { createNames } from './names'
import { readBoth } from './read-both'
import { type Parts, readParts } from './read-parts'
import { readQuestion } from './read-question'
import { readTalk } from './read-talk'
import { createSpellOut } from './spell-out'

export interface InterpretContext {
  readonly profile?: Profile | undefined
  /** What the turn before left, for "og faldgruberne?". */
  readonly previous?: Context | undefined
  /** The municipality that everybody here works for, by its slug. */
  readonly home?: string | undefined
}

/** Turns free text (Danish, English or both) into a reading. Pure; any text gives one. */
export type Interpreter = (text: string, context?: InterpretContext) => Reading

/** Reads a text as a question whatever it is: for callers that look for what it is about. */
export type QuestionReader = (text: string, profile?: Profile) => Question

export function createKnown(library: Library, lexicon: Lexicon, vocabulary: Vocabulary, lines: LineIndex): Known {
  return {
    library,
    names: createNames(library, lexicon),
    vocabulary,
    examples: createExamples(lines.examples),
    counted: createCountedKinds(lines.counted),
    spellOut: createSpellOut(lexicon.shortForms),
  }
}

export function createQuestionReader(known: Known): QuestionReader {
  return (text, profile) => readQuestion(known, readParts(known, text), askerOf(known, { profile }))
}

export function createInterpreter(known: Known): Interpreter {
  return (said, given = {}) => {
    const { previous } = given
    const parts = readParts(known, said)
    const asker = askerOf(known, given)
    const talk = readTalk(parts)
    // "Hvad så?" greets, "hvad så med cheferne?" goes on: what names something edits, whatever it sounds like.
    const edited = previous && !(talk && isPlain(parts)) ? editQuestion(known, parts, asker, previous) : undefined
    if (edited) return edited
    if (talk) return { kind: 'talk', about: talk, context: previous }
    const [question, also = null] = readBoth(known, parts, asker) ?? [readQuestion(known, parts, asker)]
    return {
      kind: 'question',
      question: { ...question, also },
      context: isThin(parts, question) ? previous : contextAfter(question, previous),
    }
  }
}

const leastUnderstood = 0.35

/** What was hardly understood is no ground for the next turn to stand on. */
function isThin({ wish, whole }: Parts, { concepts, told }: Question): boolean {
  const isNamed = whole.roles.length + whole.frameworks.length + whole.areas.length > 0
  return !told && !isNamed && wish.score < leastUnderstood && !concepts.some(({ isTopic }) => isTopic)
}

function isPlain({ whole, topics }: Parts): boolean {
  return (
    whole.roles.length + whole.frameworks.length + whole.areas.length === 0 && !topics.some(({ isTopic }) => isTopic)
  )
}

function askerOf({ library }: Known, { profile, home }: InterpretContext): Asker {
  return {
    // A profile may name a framework that is no longer here.
    profile: library.framework(profile?.framework ?? '') ? profile : undefined,
    home: library.framework(home ?? '') ? home : undefined,
  }
}

function contextAfter(question: Question, previous: Context | undefined): Context {
  return {
    question,
    roles: [...(previous?.roles ?? []), ...question.roles].slice(-3),
    frameworks: [...(previous?.frameworks ?? []), ...question.frameworks].slice(-3),
  }
}
