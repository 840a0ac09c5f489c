import { requireHr, requireHrDesk } from '../caller/access'
import { requireHrAdministrator } from '../caller/hr-right'
import { seriesNames } from '../campaigns/form/series'
import { missCard, missQuestionCard } from '../cards/answer/miss-card'
import { seriesCard, seriesRolesCard } from '../cards/campaign/series-card'
import { findPersonCard } from '../cards/hr/give-access-cards'
import { noteFormCard } from '../cards/journal/note-card'
import type { Verb } from '../cards/kit/button'
import { readerFor } from '../cards/kit/reader'
import type { CardContent } from '../cards/kit/render'
import { hrDeskCard } from '../cards/leader/hr-desk-card'
import { hrFormCard, hrPreviewCard } from '../cards/leader/hr-request-card'
import { agreementAskCard, agreementEditCard, agreementFormCard } from '../cards/prompt/agreement-form-card'
import { answerFormCard } from '../cards/prompt/channel-answer-card'
import { channelPromptCard } from '../cards/prompt/channel-prompt-card'
import { placeCard, placeGroupCard } from '../cards/prompt/place-card'
import { reflectionCard } from '../cards/prompt/reflection-card'
import { thenCard } from '../cards/prompt/then-card'
import { findAgreement } from '../channels/agreements'
import { findOwnAnswer } from '../channels/answer-in-channel'
import { findOwnAgreement } from '../channels/change-agreement'
import { findDiscussion } from '../channels/discussion'
import { findHrRequest } from '../hr-requests/change-request'
import { pickTalkInput } from '../journal/keep-talk'
import { showReflection } from '../journal/show-reflection'
import { everybodyIn, pressedIn } from './channel/in-thread'
import { teamRhythmForm } from './channel/team-rhythm'
import { askPartner } from './expectations/start-talk'
import { showOtherPoints, wordForm } from './expectations/word-talk'
import { faultField } from './hr/fault-field'
import { type FormInput, formInput } from './hr/form-fields'
import { formToMend, formWithoutStore } from './hr/form-steps'
import { chooseUnits, showAccess } from './hr/hr-access'
import { showYear } from './hr/season'
import { findInJournal, showOwnScale } from './journal/journal'
import { chooseLus } from './journal/lus'
import { chooseChannel } from './journal/share'
import { chooseFramework, chooseRole } from './leader/profile'
import { isTyped, type PressedFields } from './pressed-fields'
import type { Turn } from './turn'

/** The card that a button stands in. */
export interface Form {
  /**
   * As it was before anything was typed; undefined where nothing was. @throws AppError what keeps it from being shown
   * @param faulty the fields that a fault is about, for a form of several cards
   */
  readonly card: (
    turn: Turn,
    fields: PressedFields,
    faulty: readonly string[],
  ) => CardContent | undefined | Promise<CardContent | undefined>
  /** What can be shown while the store is away. Without it: the words alone. */
  readonly withoutStore?: (turn: Turn, fields: PressedFields, faulty: readonly string[]) => CardContent | undefined
  /** Whether something came that could be lost. */
  readonly isFilled: (fields: PressedFields) => boolean
  /** The field that a fault is about which names none. */
  readonly fieldOf: (fault: string) => string | undefined
}

/** With a field of words. */
const words = (card: Form['card']): Form => ({ card, isFilled: isTyped, fieldOf: () => 'text' })
/** With something to choose. */
const choice = (card: Form['card'], field?: string): Form => ({ card, isFilled: () => true, fieldOf: () => field })

const prompt = words(promptForm)
/** Words come along from another card, which may hold none. */
const passing = words((turn, fields) => (isTyped(fields) ? promptForm(turn, fields) : undefined))
const lus = choice(async (turn, { months }) => (await chooseLus(turn, monthsOf(months))).card)
const campaign: Form = {
  card: (turn, fields, faulty) => filledForm(fields, (input) => formToMend(turn, input, faulty)),
  withoutStore: (turn, fields, faulty) => filledForm(fields, (input) => formWithoutStore(turn, input, faulty)),
  isFilled: () => true,
  fieldOf: faultField,
}

/**
 * Every verb whose card has fields, and how that card is made again. Not here: what stands beside a form and takes nothing of it along,
 * which leaves the card alone, and `ask`, which needs no store and refuses nothing that its list offers.
 */
const forms: readonly (readonly [Verb, Form])[] = [
  ['prompt.answer', prompt],
  ['prompt.later', passing],
  ['prompt.snooze', passing],
  ['prompt.earlier', passing],
  ['prompt.edit', passing],
  ['prompt.answerThen', words(thenForm)],
  ['note.keep', words(noteForm)],
  ['reflections.search', words(async (turn) => (await findInJournal(turn, { text: '', area: '' })).card)],
  ['scale.show', choice(async (turn) => (await showOwnScale(turn, {})).card)],
  ['lus.choose', lus],
  ['lus.file', lus],
  ['lus.text', lus],
  ['profile.choose', choice((turn) => chooseFramework(turn, {}).card, 'framework')],
  ['profile.save', choice((turn, { framework = '' }) => chooseRole(turn, { framework }).card, 'role')],
  ['expect.pick', choice((turn) => askPartner(turn, {}).card, 'withRole')],
  ['expect.word', choice(talkPicks)],
  ['expect.more', choice(talkForm)],
  ['expect.keep', choice(talkForm)],
  ['share.preview', choice(shareForm, 'channelId')],
  ['miss.note', choice(missForm, 'reason')],
  ['miss.send', words(({ reader }, { feedbackId = '' }) => missQuestionCard(reader, feedbackId, ''))],
  ['hr.preview', words(({ reader }) => hrFormCard(reader))],
  ['hr.send', words(requestPreview)],
  [
    'access.find',
    words(({ reader, ctx }) => {
      requireHrAdministrator(ctx)
      return findPersonCard(reader)
    }),
  ],
  ['access.choose', choice(accessForm, 'personId')],
  ['access.give', choice(async (turn, { personId = '' }) => (await chooseUnits(turn, { personId })).card, 'units')],
  ['access.askTake', choice(accessForm, 'personId')],
  ['desk.answer', words(deskForm)],
  ['channel.answer', words(channelForm)],
  ['channel.change', words(ownAnswerForm)],
  ['channel.agree', words(agreementForm)],
  ['agreement.change', words(agreementEditForm)],
  ['place.group', choice((turn) => placeCard(everybodyIn(turn).everybody, turn.leader.framework), 'framework')],
  ['place.save', choice(placeGroupForm, 'group')],
  ['teamRhythm.keep', choice((turn) => teamRhythmForm(turn), 'time')],
  ['agreement.outcome', choice(askForm, 'outcome')],
  ['campaign.series', choice(seriesForm)],
  ['season.show', choice(async (turn) => (await showYear(turn, {})).card)],
  ['campaign.preview', campaign],
  ['campaign.next', campaign],
  ['campaign.back', campaign],
  ['campaign.bank', campaign],
  ['campaign.roles', campaign],
]

/** The verbs of `forms`. */
export const formVerbs: readonly Verb[] = forms.map(([verb]) => verb)

export interface PressedForm {
  readonly verb: Verb
  readonly form: Form
}

/** The card of a button, whose verb may be older or newer than the program. */
export function pressedForm(pressed: string): PressedForm | undefined {
  const found = forms.find(([verb]) => verb === pressed)
  return found && { verb: found[0], form: found[1] }
}

async function promptForm({ ctx, reader, leader }: Turn, { reflectionId = '' }: PressedFields): Promise<CardContent> {
  return reflectionCard(reader, leader, await showReflection(ctx, { reflectionId }), { form: {} })
}

async function thenForm({ ctx, reader }: Turn, { reflectionId = '' }: PressedFields): Promise<CardContent> {
  return thenCard(reader, await showReflection(ctx, { reflectionId }), { text: '' })
}

/** Needs no store: the note's own words come back with the press. */
function noteForm({ reader, leader }: Turn, { reflectionId = '', revision, area }: PressedFields): CardContent {
  return noteFormCard(reader, leader, { reflectionId, revision: Number(revision) || 0, area })
}

/** A new id would make another request of it, and the first may have been kept. */
function requestPreview({ ctx, reader }: Turn, { requestId = '', text = '' }: PressedFields): CardContent | undefined {
  return text === '' ? undefined : hrPreviewCard(reader, { id: requestId, name: ctx.caller.name, text })
}

async function accessForm(turn: Turn): Promise<CardContent> {
  requireHrAdministrator(turn.ctx)
  return (await showAccess(turn, { page: 0 })).card
}

/** The points to choose from, where some were chosen. */
function talkPicks(turn: Turn, fields: PressedFields): CardContent | undefined {
  const picked = pickTalkInput.safeParse({ ...fields, page: fields.page ?? '0' })
  return picked.success ? showOtherPoints(turn, picked.data).card : undefined
}

/** The words for the points that came along; pressed beside the choice of points, that choice. */
function talkForm(turn: Turn, fields: PressedFields): CardContent | undefined {
  if (fields.text === undefined) return talkPicks(turn, fields)
  const picked = pickTalkInput.safeParse(fields)
  return picked.success ? wordForm(turn, picked.data) : undefined
}

/** The roles where they were chosen, else the series. */
function seriesForm({ ctx, reader }: Turn, { series = '', framework = '', to }: PressedFields): CardContent {
  requireHr(ctx)
  const name = seriesNames.find((each) => each === series)
  return name && to !== undefined ? seriesRolesCard(reader, name, framework) : seriesCard(reader)
}

/** The points that were shown do not come back as texts; what was answered does. */
function missForm({ reader }: Turn, { operation = '', framework = '' }: PressedFields): CardContent {
  return missCard(reader, { operation, framework, statementIds: [] })
}

async function shareForm(turn: Turn, { reflectionId = '' }: PressedFields): Promise<CardContent> {
  return (await chooseChannel(turn, { reflectionId })).card
}

async function deskForm({ ctx, reader, conversationId }: Turn, { requestId = '' }: PressedFields) {
  requireHrDesk(ctx, conversationId)
  const request = await findHrRequest(ctx, requestId)
  return request && hrDeskCard(readerFor(reader, ctx.config), request)
}

async function channelForm(turn: Turn, { discussionId = '', deliveryId = '' }: PressedFields) {
  const discussion = await findDiscussion(turn.ctx, pressedIn(turn), discussionId || deliveryId)
  // Of one that has ended meanwhile the field is still there for what was written.
  return channelPromptCard(everybodyIn(turn).everybody, { ...discussion, state: 'open' })
}

async function ownAnswerForm(turn: Turn, { answerId = '' }: PressedFields) {
  await findOwnAnswer(turn.ctx, pressedIn(turn), answerId)
  return answerFormCard(turn.reader, answerId, '')
}

async function agreementForm(turn: Turn, { discussionId = '' }: PressedFields) {
  const { id } = await findDiscussion(turn.ctx, pressedIn(turn), discussionId)
  return agreementFormCard(everybodyIn(turn).everybody, id)
}

async function agreementEditForm(turn: Turn, { agreementId = '' }: PressedFields) {
  const { filledIn: _, ...form } = agreementEditCard(
    turn.reader,
    await findOwnAgreement(turn.ctx, pressedIn(turn), agreementId),
  )
  return form
}

function placeGroupForm(turn: Turn, { framework = '' }: PressedFields) {
  const found = turn.reader.library.framework(framework)
  return found && placeGroupCard(everybodyIn(turn).everybody, found, null)
}

async function askForm(turn: Turn, { agreementId = '' }: PressedFields) {
  const { everybody, today } = everybodyIn(turn)
  return agreementAskCard(everybody, await findAgreement(turn.ctx, pressedIn(turn), agreementId), today)
}

function monthsOf(written: string | undefined): { months: number } | Record<string, never> {
  const months = Number(written)
  return Number.isInteger(months) && months >= 1 && months <= 60 ? { months } : {}
}

/** What no form of ours sends has none to come back. */
function filledForm<T>(fields: PressedFields, make: (input: FormInput) => T): T | undefined {
  const input = formInput.safeParse(fields)
  return input.success ? make(input.data) : undefined
}
