import { namesSomebody } from '../answers/expectations/read-partner'
import type { Command } from '../answers/reading/read-command'
import { readHrMessage } from '../answers/reading/read-hr-message'
import { readNote } from '../answers/reading/read-note'
import { isHr } from '../caller/access'
import { notice } from '../cards/kit/notice-card'
import { mostRequestCharacters } from '../hr-requests/send-request'
import { findOpenPrompt } from '../journal/find-open-prompt'
import { readMeeting } from '../prompts/choosing/read-meeting'
import { cutText } from '../text/cut-text'
import { askFrameworks, mostTyped } from './ask-frameworks'
import { meetWithCare, readTrouble } from './care'
import { answerTeamRhythm } from './channel/team-rhythm'
import { runAction, runCommand } from './commands'
import { readSeason } from './hr/read-season'
import { type JournalTime, readJournalTime } from './journal/journal-time'
import { readTypedNote } from './journal/note'
import type { Offer } from './last-acts'
import { isAboutTime, readAway } from './leader/pause'
import { type Keeping, offerToKeep } from './prompts/offer-to-keep'
import { answerRhythm } from './prompts/rhythm'
import { type Reply, send } from './reply'
import type { Turn } from './turn'

/**
 * What a typed text leads to, in the order it is said: somebody in trouble is met, an offer is taken, a command done, an answer
 * offered, a question answered.
 */
export async function answerTyped(turn: Turn, text: string): Promise<Reply[]> {
  const trouble = readTrouble(turn, text)
  if (trouble) return [...(await explicitAct(turn, text)), await meetWithCare(turn, trouble)]
  const taken = await answerOffer(turn, text)
  if (taken) return [taken]
  const toHr = readHrMessage(text)
  if (toHr !== undefined) return [await writeHr(turn, toHr)]
  const note = await answerNote(turn, text)
  if (note) return [note]
  const rhythm = await (turn.isPersonal ? answerRhythm(turn, text) : answerTeamRhythm(turn, text))
  if (rhythm) return [rhythm]
  const away = readAway(turn, text)
  if (away !== undefined) return [await runCommand(turn, { name: 'pause', rest: away })]
  const journal = readJournalTime(turn, text)
  if (journal) return [await showJournalTime(turn, journal)]
  const season = readSeason(turn, text)
  if (season) return [{ ...(await runAction(turn, 'season.show', season)), how: 'send' }]
  const command = turn.ctx.knowledge.readCommand(text)
  if (command && isMeant(turn, command)) return [await runCommand(turn, command)]
  const offered = await offerToKeep(turn, text)
  return [offered?.how === 'alone' ? offered.reply : await askAsTyped(turn, text, offered?.keeping)]
}

/** Whether what reads as a command is one from whoever says it. */
function isMeant(turn: Turn, { name, rest }: Command): boolean {
  // "Pause er noget, vi glemmer" begins like the command and tells of something.
  if (name === 'pause') return rest === '' || isAboutTime(turn, rest)
  // "Forventningsafstemning med min leder er svært" tells of something, too.
  if (name === 'expectations') return namesSomebody(rest)
  // "Forbered et møde med en medarbejder …" asks for points, not for a meeting of leaders.
  if (name === 'meeting') return readMeeting(rest) !== undefined
  return !hrsOwn.has(name) || isHr(turn.ctx)
}

/** Whoever is not of HR asks about the framework by the same words, or is told what HR does. */
const hrsOwn: ReadonlySet<string> = new Set(['leaders', 'cancelCampaign', 'pauseCampaign', 'sendNow', 'giveAccess'])

function showJournalTime(turn: Turn, { text, during }: JournalTime): Promise<Reply> {
  return text === ''
    ? runAction(turn, 'reflections.list', during)
    : runAction(turn, 'reflections.search', { ...during, text: cutText(text, 200) })
}

/** What is written down with "notat: …" is kept at once, and told below. */
async function answerNote(turn: Turn, text: string): Promise<Reply | undefined> {
  const reading = readNote(text)
  if (!reading) return undefined
  if (!turn.isPersonal) return runAction(turn, 'note.write', {})
  const typed = readTypedNote(turn, reading)
  return 'card' in typed ? typed : { ...(await runAction(turn, 'note.keep', typed)), how: 'send' }
}

/** Who asks for a person, or to have their data erased, gets that first, whatever else they say. */
const explicitActs: ReadonlySet<string> = new Set(['hr', 'erase'])

async function explicitAct(turn: Turn, text: string): Promise<Reply[]> {
  const toHr = readHrMessage(text)
  if (toHr !== undefined) return [await writeHr(turn, toHr)]
  const command = turn.ctx.knowledge.readCommand(text)
  return command && explicitActs.has(command.name) ? [await runCommand(turn, command)] : []
}

/** The form to HR with what was written already; nothing is sent by it. */
function writeHr(turn: Turn, text: string): Promise<Reply> {
  return runAction(turn, 'hr.write', { text: cutText(text, mostRequestCharacters) })
}

function askAsTyped(turn: Turn, text: string, keeping?: Keeping): Reply | Promise<Reply> {
  return askFrameworks(turn, cutText(text, mostTyped), { isTyped: true, keeping })
}

/** "Gem" and "nej" after an offer do what its buttons do, for clients that cannot show them. */
async function answerOffer(turn: Turn, text: string): Promise<Reply | undefined> {
  const offer = turn.before?.offer
  const said = offer && turn.ctx.knowledge.readConsent(text)
  if (!offer || !said) return undefined
  if (said === 'yes') return keep(turn, offer)
  return offer.isAnswered ? send(notice(turn.reader, 'offerDropped')) : askAsTyped(turn, offer.text)
}

/** Undefined where another prompt has come since: then that is the newest thing in the chat. */
async function keep(turn: Turn, { reflectionId, revision, text }: Offer): Promise<Reply | undefined> {
  const { ctx, before } = turn
  const newest = await findOpenPrompt(ctx)
  if (newest && newest.reflection.id !== reflectionId && newest.seenAtMs > (before?.atMs ?? 0)) return undefined
  return runAction(turn, 'prompt.keep', { reflectionId, revision, text })
}
