import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Answer } from '../answers/answer'
import { answerQuestion } from '../answers/answer-question'
import { createKnowledge, type Knowledge } from '../answers/knowledge'
import type { Reading } from '../answers/reading'
import type { InterpretContext } from '../answers/reading/interpret'
import { namesOf } from '../cards/answer/framework-names'
import { noteText } from '../cards/answer/note-text'
import type { Care } from '../care/care-words'
import { journalTimeIn } from '../chat/journal/journal-time'
import { awayIn } from '../chat/leader/pause'
import { readOwnRhythm } from '../dates/read-own-rhythm'
import { parseJson } from '../files/parse-json'
import type { Library } from '../framework/library'
import { dataDir } from '../paths'
import { cutText } from '../text/cut-text'
import { type Locale, loadTexts, type Texts } from '../texts'
import { localDate, systemClock } from '../time/clock'
import { denmarksTimeZone } from '../time/time-zone'
import { printAnswer } from './print-answer'

const profileSchema = z.strictObject({ framework: z.string().nullish(), role: z.string().nullish() }).nullish()
/** A line of input may be a bare question or one of these. */
const lineSchema = z.union([
  z.strictObject({ text: z.string(), profile: profileSchema }),
  z.strictObject({ dialog: z.array(z.string()).min(1), profile: profileSchema }),
])

export interface AskOptions {
  /** Empty: one question a line is read from standard input. */
  readonly questions: readonly string[]
  readonly isJson: boolean
  readonly locale: Locale
  /** The municipality that everybody works for, by its slug. */
  readonly home: string | undefined
  /** The municipality's own folder of data. */
  readonly own?: string | undefined
}

/** Answers each question in order, a line (`isJson`) or a stretch of text each. @returns the exit code */
export async function ask({ questions, isJson, locale, home, own }: AskOptions): Promise<number> {
  const knowledge = createKnowledge(dataDir, own)
  const texts = loadTexts(dataDir)
  let faults = 0
  for await (const line of questions.length > 0 ? questions : lines()) {
    const { turns, profile, isFaulty } = readLine(line)
    if (isFaulty) {
      faults++
      process.stderr.write(
        `Not read as JSON of the form {"text"} or {"dialog"}, so taken as a question: ${cutText(line, 80)}\n`,
      )
    }
    const care = knowledge.readCare(turns.at(-1) ?? '')
    if (care) {
      process.stdout.write(
        isJson
          ? `${JSON.stringify(careJson(turns.at(-1) ?? '', care, texts))}\n`
          : `\n${texts(locale, `care.${care}`)}\n`,
      )
      continue
    }
    let reading: Reading | undefined
    // What came before somebody was met with care is no context.
    for (const turn of turns)
      reading = knowledge.readCare(turn)
        ? undefined
        : read(knowledge, turn, { profile, previous: reading?.context, home })
    if (!reading) continue
    const answer = answerQuestion(knowledge, reading)
    const question = turns.at(-1) ?? ''
    process.stdout.write(
      isJson
        ? `${JSON.stringify(toJson(question, answer, knowledge, texts))}\n`
        : printAnswer({ question, answer, knowledge, texts, locale }),
    )
  }
  return faults > 0 ? 1 : 0
}

async function* lines(): AsyncGenerator<string> {
  for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') yield line
}

function readLine(raw: string): {
  turns: readonly string[]
  profile: z.infer<typeof profileSchema> & object
  isFaulty: boolean
} {
  // A Windows pipe may begin with a byte order mark.
  const line = raw.replace(/^\uFEFF/, '')
  const plain = { turns: [line], profile: {}, isFaulty: false }
  if (!line.trimStart().startsWith('{')) return plain
  const parsed = lineSchema.safeParse(parseJson(line))
  if (!parsed.success) return { ...plain, isFaulty: true }
  return {
    turns: 'dialog' in parsed.data ? parsed.data.dialog : [parsed.data.text],
    profile: parsed.data.profile ?? {},
    isFaulty: false,
  }
}

/** As the chat reads a text: what asks Pejling to do something is done there and only told of here. */
function read(knowledge: Knowledge, text: string, context: InterpretContext): Reading {
  const command = knowledge.readCommand(text)
  if (!command && !isDoneInChat(knowledge, text)) return knowledge.interpret(text, context)
  return { kind: 'talk', about: toldOf[command?.name ?? ''] ?? 'command', context: context.previous }
}

/** Times in words: "jeg er på ferie i uge 28", "send mig et spørgsmål hver fredag", "mine refleksioner fra oktober". */
function isDoneInChat({ readCommand }: Knowledge, text: string): boolean {
  const today = localDate(systemClock.now(), denmarksTimeZone)
  const meant = awayIn(text, today) ?? readOwnRhythm(text) ?? journalTimeIn(text, today, readCommand)
  return meant !== undefined
}

/** Commands that are answered here as in the chat: by a text. */
const toldOf: Readonly<Record<string, string>> = { privacy: 'about-privacy', help: 'about-use' }

function noteOf({ notes, talk }: Answer, library: Library, texts: Texts): string | null {
  if (talk !== null) return texts('da', `talk.${talk}.text`, { frameworks: namesOf(library, 'da') })
  return notes.length > 0 ? notes.map((note) => noteText(texts, 'da', note)).join(' ') : null
}

/** The contract of `ask --json` (docs/ask-json.md). */
function toJson(question: string, answer: Answer, { library }: Knowledge, texts: Texts) {
  const { intent, frameworks, roles, area, statements } = answer
  return {
    question,
    intent,
    frameworks,
    roles,
    area,
    statements: statements.map(({ id, kind, text, of }) => ({ id, kind, text, of })),
    note: noteOf(answer, library, texts),
  }
}

/** Somebody in trouble: the text that the chat shows, and nothing else. */
function careJson(question: string, care: Care, texts: Texts) {
  const nothing = { frameworks: [], roles: [], area: null, statements: [] }
  return { question, intent: 'out-of-scope', ...nothing, note: texts('da', `care.${care}`), care }
}
