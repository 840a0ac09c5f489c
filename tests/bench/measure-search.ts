import { type Answering, answerQuestion } from '../../src/answers/answer-question'
import type { Profile } from '../../src/answers/profile'
import type { Context } from '../../src/answers/question'
import { createInterpreter, createKnown, type Interpreter } from '../../src/answers/reading/interpret'
import { makeLineIndex } from '../../src/answers/reading/line-index'
import { loadUtterances } from '../../src/answers/reading/load-utterances'
import { answerCard } from '../../src/cards/answer/answer-card'
import { readerFor } from '../../src/cards/kit/reader'
import { type Cards, createCards } from '../../src/cards/kit/render'
import { nobodyNamed } from '../../src/care/care-people'
import { createLibrary, type Library } from '../../src/framework/library'
import { loadLibrary } from '../../src/framework/load-library'
import { cardsDir, dataDir } from '../../src/paths'
import { loadLexicon } from '../../src/search/lexicon'
import { createSimilarity } from '../../src/search/similarity'
import { createStatementIndex } from '../../src/search/statement-index'
import { createVocabulary } from '../../src/search/vocabulary'
import { loadTexts, type Texts } from '../../src/texts'
import { readRankingSet } from '../ranking/measure'
import { generateFrameworks } from './generate-frameworks'
import { createRandom, pick } from './random'
import { median, ms, percentile, type Row } from './table'

interface Subject extends Answering {
  readonly interpret: Interpreter
}

/** A question as a leader asks it: the turns before it, and their profile. */
interface Asked {
  readonly turns: readonly string[]
  readonly profile: Profile | undefined
}

const entries = readRankingSet()

/** Interpreting, searching and composing, on the real frameworks and on one of each Danish municipality. */
export function measureSearch(): Row[] {
  const lexicon = loadLexicon(dataDir)
  const real = loadLibrary(dataDir)
  const show = createShow()
  const asked = entries.map((entry): Asked => ({ turns: turnsOf(entry), profile: entry.profile }))
  const { coldMs, warmMs, subject } = buildTimes(real, lexicon)
  const rows = [
    row(
      `index of ${real.points.length} statements built`,
      warmMs,
      150,
      `${ms(warmMs)} warm, ${ms(coldMs)} the first time`,
    ),
    ...answerRows(`interpret + search + compose, ${real.points.length} statements`, 1, subject, show, asked, 12),
  ]
  const names = [...real.frameworks.map(({ name }) => name), ...lexicon.municipalities]
  const many = createLibrary(generateFrameworks(real.frameworks, names), [])
  const before = process.memoryUsage().rss
  const from = performance.now()
  const large = createSubject(many, lexicon)
  const tookMs = performance.now() - from
  const heap = (process.memoryUsage().rss - before) / 1_048_576
  const label = `${many.frameworks.length} frameworks (${many.points.length} statements)`
  const random = createRandom(3)
  const withProfile = asked.map(({ turns }): Asked => {
    const framework = pick(random, many.frameworks)
    return { turns, profile: { framework: framework.slug, role: pick(random, framework.roles).slug } }
  })
  return [
    ...rows,
    {
      what: `  ${label}: everything built`,
      measured: `${ms(tookMs)}, +${heap.toFixed(0)} MB`,
      target: '',
      isOk: undefined,
    },
    firstQuestions(large, many),
    ...answerRows(`${label}, with a profile`, 10, large, show, withProfile, 4),
    ...answerRows(
      `${label}, without a profile`,
      10,
      large,
      show,
      asked.map(({ turns }) => ({ turns, profile: undefined })),
      4,
    ),
  ]
}

const support = { people: nobodyNamed, isHrReached: false, sources: {} }
type Show = (subject: Subject, answer: ReturnType<typeof answerQuestion>) => unknown

function createShow(): Show {
  const texts: Texts = loadTexts(dataDir)
  const cards: Cards = createCards({ cardsDir })
  return ({ library }, answer) =>
    cards.render(
      answerCard({
        ...readerFor({ library, texts }, { locale: 'da', timeZone: 'Europe/Copenhagen' }),
        answer,
        support,
        isPersonal: true,
      }),
    )
}

const turnsOf = ({ dialog, question }: { dialog?: string[] | undefined; question?: string | undefined }) =>
  dialog ?? [question ?? '']

function createSubject(library: Library, lexicon: ReturnType<typeof loadLexicon>): Subject {
  const vocabulary = createVocabulary(library, lexicon)
  return {
    library,
    index: createStatementIndex(library, vocabulary),
    similarity: createSimilarity(library, vocabulary),
    interpret: createInterpreter(
      createKnown(
        library,
        lexicon,
        vocabulary,
        makeLineIndex({ utterances: loadUtterances(dataDir), asked: loadUtterances(dataDir, 'asked') }),
      ),
    ),
  }
}

function buildTimes(library: Library, lexicon: ReturnType<typeof loadLexicon>) {
  const build = () => {
    const from = performance.now()
    createStatementIndex(library, createVocabulary(library, lexicon))
    return performance.now() - from
  }
  const coldMs = build()
  for (let i = 0; i < 3; i++) build()
  const warmMs = median(Array.from({ length: 7 }, build))
  return { coldMs, warmMs, subject: createSubject(library, lexicon) }
}

const mostRowMs = 10_000
let marks = 0

/** Marks that no question had before and that mean nothing, so that what the interpreter remembers is of no help. */
function mark(): string {
  marks += 1
  return ` ${marks.toString(4).replace(/\d/g, (digit) => '!.;:'[Number(digit)] ?? '')}`
}

/** The last turn of each question, alone and with its card; the turns before it are not timed. */
function answerRows(
  what: string,
  target: number,
  subject: Subject,
  show: Show,
  asked: readonly Asked[],
  times: number,
): Row[] {
  const bare = asked.map((): number[] => [])
  const shown = asked.map((): number[] => [])
  const until = performance.now() + mostRowMs
  // What has become slow is measured fewer times instead of holding up the whole bench.
  for (let round = -2; round < times && (round < 1 || performance.now() < until); round++) {
    asked.forEach(({ turns, profile }, i) => {
      let previous: Context | undefined
      for (const text of turns.slice(0, -1)) previous = subject.interpret(text, { profile, previous }).context
      const text = (turns.at(-1) ?? '') + mark()
      const from = performance.now()
      const answer = answerQuestion(subject, subject.interpret(text, { profile, previous }))
      const answered = performance.now()
      show(subject, answer)
      const rendered = performance.now()
      if (round < 0) return
      bare[i]?.push(answered - from)
      shown[i]?.push(rendered - from)
    })
  }
  return [timesRow(what, target, bare), timesRow('  the same with the card', target, shown)]
}

/** Judged by every sample; the questions' own medians tell what is left when nothing else runs on the machine. */
function timesRow(what: string, target: number, samples: readonly (readonly number[])[]): Row {
  const all = samples.flat()
  const p95 = percentile(all, 0.95)
  const undisturbed = percentile(samples.map(median), 0.95)
  return row(
    what,
    p95,
    target,
    `p95 ${ms(p95)} (of each question's median ${ms(undisturbed)}; median of all ${ms(median(all))}, p99 ${ms(percentile(all, 0.99))})`,
  )
}

/** What the first leader of each municipality waits for. */
function firstQuestions(subject: Subject, library: Library): Row {
  const samples = library.frameworks.map(({ slug }) => {
    const from = performance.now()
    answerQuestion(
      subject,
      subject.interpret('hvad siger grundlaget om feedback?', { profile: { framework: slug, role: null } }),
    )
    return performance.now() - from
  })
  return {
    what: '  the first search in each framework',
    measured: `p95 ${ms(percentile(samples, 0.95))} (median ${ms(median(samples))})`,
    target: '',
    isOk: undefined,
  }
}

function row(what: string, value: number, target: number, measured: string): Row {
  return { what, measured, target: `<= ${target} ms`, isOk: value <= target }
}
