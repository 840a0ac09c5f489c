import { lazily } from '../async/lazily'
import { loadCareWords } from '../care/care-words'
import { familiarWords } from '../care/familiar-words'
import { type CareReaders, createCareReaders } from '../care/read-care'
import type { Library } from '../framework/library'
import { loadLibrary } from '../framework/load-library'
import { type BuiltWords, readBuiltWords } from '../search/built-words'
import { type Lexicon, loadLexicon } from '../search/lexicon'
import { createPromptIndex, type PromptIndex } from '../search/prompt-index'
import { createSimilarity, type Similarity } from '../search/similarity'
import { createStatementIndex, type StatementIndex } from '../search/statement-index'
import { takeOverStems } from '../search/stem'
import { createVocabulary, type Vocabulary } from '../search/vocabulary'
import { withoutLinks } from '../text/without-links'
import { builtCareIndex, makeCareIndex, ownSayings } from './care-index'
import type { Length } from './reading'
import {
  createInterpreter,
  createKnown,
  createQuestionReader,
  type Interpreter,
  type QuestionReader,
} from './reading/interpret'
import type { Known } from './reading/known'
import { builtLineIndex, makeLineIndex } from './reading/line-index'
import { loadUtterances } from './reading/load-utterances'
import { type CommandReader, createCommandReader } from './reading/read-command'
import { type ConsentReader, createConsentReader } from './reading/read-consent'
import { createTitleReader, type TitleReader } from './reading/read-title'
import { createTypedReader, type TypedReader } from './reading/read-typed'
import { type AnswerReader, createAnswerReader } from './reading/reads-as-answer'

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
  readonly readTitle: TitleReader
  readonly readsAsAnswer: AnswerReader
  readonly readConsent: ConsentReader
}

/** What the parts are made of, which nobody asks for. */
interface Sources extends Knowledge {
  readonly built: BuiltWords
  readonly lexicon: Lexicon
  readonly utterances: ReturnType<typeof loadUtterances>
  readonly known: Known
  readonly care: CareReaders
}

/**
 * Everything, made at once.
 * @param own the municipality's own folder of data
 * @throws AppError `invalid` naming every fault of the data
 */
export function createKnowledge(dataDir: string, own?: string): Knowledge {
  return { ...lazyKnowledge(dataDir, own) }
}

/**
 * The same for a server that is to answer soon: all is read and the indices are left to the first who asks (`warmUp`).
 * @throws AppError `invalid` naming every fault of the data
 */
export function readKnowledge(dataDir: string, own?: string): Knowledge {
  const made = lazyKnowledge(dataDir, own)
  for (const part of ['interpret', 'readCommand', 'readCare'] as const) made[part]
  return made
}

/** The same, each part made when it is first asked for: most commands need none, and indexing takes longer than all the rest. */
export function lazyKnowledge(dataDir: string, own?: string): Knowledge {
  // With words of the municipality's own, what the build has found of the shipped data is no longer all there is.
  const isAsBuilt = own === undefined
  const made: Sources = lazily<Sources>({
    built: () => readBuiltWords(dataDir),
    library: () => loadLibrary(dataDir, own),
    lexicon() {
      // Whoever takes words apart asks for the lexicon first.
      takeOverStems(made.built.stems)
      return loadLexicon(dataDir)
    },
    vocabulary: () => createVocabulary(made.library, made.lexicon, isAsBuilt ? made.built : undefined),
    utterances: () => loadUtterances(dataDir),
    known() {
      const lines =
        builtLineIndex(dataDir) ??
        makeLineIndex({ utterances: made.utterances, asked: loadUtterances(dataDir, 'asked') })
      return createKnown(made.library, made.lexicon, made.vocabulary, lines)
    },
    index: () => createStatementIndex(made.library, made.vocabulary),
    promptIndex: () => createPromptIndex(made.library, made.vocabulary),
    similarity: () => createSimilarity(made.library, made.vocabulary),
    interpret() {
      const interpret = createInterpreter(made.known)
      // What stands in an address is no word, and names no municipality.
      return (text, context) => ({
        ...interpret(withoutLinks(text), context),
        isUneasy: made.readUnease(text),
        length: lengthOf(text),
      })
    },
    readQuestion: () => createQuestionReader(made.known),
    readCommand: () => createCommandReader(made.lexicon),
    readTyped: () => createTypedReader(made.lexicon, made.readQuestion),
    readTitle: () => createTitleReader(made.known),
    readsAsAnswer: () => createAnswerReader(made.lexicon, made.library, made.vocabulary),
    readConsent: () => createConsentReader(made.lexicon),
    care() {
      return createCareReaders({
        words: loadCareWords(dataDir),
        familiar: () => familiarWords(made.library),
        index: () => (isAsBuilt ? builtCareIndex(dataDir) : undefined) ?? makeCareIndex(dataDir, made),
        own: () => ownSayings(made),
      })
    },
    readCare: () => made.care.readCare,
    readCalm: () => made.care.readCalm,
    readUnease: () => made.care.readUnease,
  })
  return made
}

/** In words, from which a text is so long. */
const fewestWords = { long: 12, story: 24 }

function lengthOf(text: string): Length {
  const words = text.trim().split(/\s+/).length
  if (words >= fewestWords.story) return 'story'
  return words >= fewestWords.long ? 'long' : 'short'
}
