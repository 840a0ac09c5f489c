import { comparedWith, loadCareExamples } from '../care/care-examples'
import { loadCareWords } from '../care/care-words'
import { familiarWords } from '../care/familiar-words'
import { type CareReaders, createCareReaders } from '../care/read-care'
import type { Library } from '../framework/library'
import { loadLibrary } from '../framework/load-library'
import { loadLexicon } from '../search/lexicon'
import { createPromptIndex, type PromptIndex } from '../search/prompt-index'
import { createSimilarity, type Similarity } from '../search/similarity'
import { createStatementIndex, type StatementIndex } from '../search/statement-index'
import { createVocabulary, type Vocabulary } from '../search/vocabulary'
import {
  createInterpreter,
  createKnown,
  createQuestionReader,
  type Interpreter,
  type QuestionReader,
} from './interpret'
import { loadUtterances } from './load-utterances'
import { type CommandReader, createCommandReader } from './read-command'
import { type ConsentReader, createConsentReader } from './read-consent'
import { createTypedReader, type TypedReader } from './read-typed'

/** What the program knows of frameworks, made once from `data/` and only read afterwards. */
export interface Knowledge extends CareReaders {
  readonly library: Library
  readonly vocabulary: Vocabulary
  readonly index: StatementIndex
  readonly promptIndex: PromptIndex
  readonly similarity: Similarity
  readonly interpret: Interpreter
  readonly readQuestion: QuestionReader
  readonly readCommand: CommandReader
  readonly readTyped: TypedReader
  readonly readConsent: ConsentReader
}

/** @throws AppError `invalid` naming every fault of the data. */
export function createKnowledge(dataDir: string): Knowledge {
  const library = loadLibrary(dataDir)
  const lexicon = loadLexicon(dataDir)
  const vocabulary = createVocabulary(library, lexicon)
  const utterances = loadUtterances(dataDir)
  const known = createKnown(library, lexicon, vocabulary, utterances)
  const readQuestion = createQuestionReader(known)
  const careExamples = loadCareExamples(dataDir)
  const interpret = createInterpreter(known)
  const care = createCareReaders({
    words: loadCareWords(dataDir),
    familiar: () => familiarWords(library),
    examples: () => comparedWith(careExamples, [...everydayOf(library), ...utterances.map(({ line }) => line)]),
  })
  return {
    library,
    vocabulary,
    index: createStatementIndex(library, vocabulary),
    promptIndex: createPromptIndex(library, vocabulary),
    similarity: createSimilarity(library, vocabulary),
    interpret: (text, context) => ({ ...interpret(text, context), isUneasy: care.readUnease(text) }),
    readQuestion,
    readCommand: createCommandReader(lexicon),
    readTyped: createTypedReader(lexicon, readQuestion),
    readConsent: createConsentReader(lexicon),
    ...care,
  }
}

/** How leaders speak of the frameworks' points. */
function everydayOf(library: Library): string[] {
  return library.points.flatMap(({ id }) => library.phrasingsOf(id))
}
