import type { z } from 'zod'
import { requireHr } from '../../caller/access'
import { hrRightOf } from '../../caller/hr-right'
import type { campaignInput } from '../../campaigns/form/campaign-input'
import { changedForm } from '../../campaigns/form/changed-form'
import { readCampaignForm } from '../../campaigns/form/read-campaign-form'
import { campaignFormCard } from '../../cards/campaign/campaign-form-card'
import { type CampaignFormValues, type FormStep, stepsOf } from '../../cards/campaign/campaign-form-values'
import type { BankPage, CampaignFormFields } from '../../cards/campaign/campaign-form-view'
import type { CardContent } from '../../cards/kit/render'
import { listChannels } from '../../channels/list-channels'
import { AppError } from '../../errors'
import { listUnits } from '../../hr-access/list-units'
import { type Campaign, campaigns } from '../../records/campaign'
import { type Reply, replace } from '../reply'
import type { Turn } from '../turn'
import { bankNames, browseBank } from './browse-bank'
import { campaignOf } from './campaign-of'
import { faultField, isOfStep } from './fault-field'
import { areRolesLost, type FormInput, readFields, readForm } from './form-fields'

// The form is a card at a time. Nothing is saved before the last: what was typed goes along in the buttons.

/** The next card, once this one has no fault. */
export async function nextStep(turn: Turn, input: FormInput): Promise<Reply> {
  requireHr(turn.ctx)
  if (areRolesLost(input)) return showRoles(turn, input)
  const form = readForm(input)
  const standing = await standingOf(turn, input)
  const step = input.step ?? 'who'
  await refuseFaulty(turn, step, form, standing, input)
  const steps = stepsOf(form.plan)
  return replace(await filledStep(turn, input, { form, step: steps[steps.indexOf(step) + 1] ?? 'when' }))
}

/** The card before, whatever this one holds. */
export async function previousStep(turn: Turn, input: FormInput): Promise<Reply> {
  requireHr(turn.ctx)
  const { form } = readFields(input)
  const steps = stepsOf(form.plan)
  // Another plan may have been chosen since, without the card that was shown.
  const at = Math.max(steps.indexOf(input.step ?? 'who'), 1)
  return replace(await filledStep(turn, input, { form, step: steps[at - 1] ?? 'who' }))
}

/** The first card as it is filled in, with the roles of the municipality that is chosen now. */
export async function showRoles(turn: Turn, input: FormInput): Promise<Reply> {
  requireHr(turn.ctx)
  const form = readForm(input)
  const roles: CampaignFormFields['roles'] = areRolesLost(input) ? 'cleared' : 'asked'
  return replace(await filledStep(turn, input, { form, step: 'who', roles }))
}

/** More of the bank, with what was ticked so far. */
export async function showMoreOfBank(turn: Turn, input: FormInput): Promise<Reply> {
  requireHr(turn.ctx)
  return replace(await filledStep(turn, input, { form: readForm(input), step: 'which' }, true))
}

/** What was filled in, as far as it can be read, to be mended. */
export async function formToMend(turn: Turn, input: FormInput, faulty: readonly string[]): Promise<CardContent> {
  requireHr(turn.ctx)
  const { form } = readFields(input)
  return filledStep(turn, input, { form, step: stepToMend(input, form, faulty) })
}

/** The first card that something is wrong with, whichever was pressed. */
function stepToMend({ step }: FormInput, { plan }: CampaignFormValues, faulty: readonly string[]): FormStep {
  const steps = stepsOf(plan)
  return steps.find((each) => faulty.some((field) => isOfStep(each, field))) ?? step ?? 'who'
}

/** The same without the store: which channels and units there are is not known then. */
export function formWithoutStore(turn: Turn, input: FormInput, faulty: readonly string[]): CardContent {
  requireHr(turn.ctx)
  const { campaignId, revision, copyOf } = input
  const { form } = readFields(input)
  const step = stepToMend(input, form, faulty)
  const bank = bankOf(turn, input, { form, step }, false)
  const isNew = revision === undefined
  return campaignFormCard({ ...turn.reader, campaignId, isNew, revision, copyOf, step, form, bank, channels: [] })
}

/** A card of the form, with what there is to choose. */
export async function formCard(turn: Turn, form: Omit<CampaignFormFields, 'channels' | 'units'>): Promise<CardContent> {
  const { ctx, reader } = turn
  if (form.step !== 'who') return campaignFormCard({ ...reader, ...form, channels: [] })
  // Who plans for some units plans for no channel.
  const isOffered = hrRightOf(ctx).kind === 'everything'
  const channels = (await listChannels(ctx)).filter(
    ({ id, removedAt }) =>
      // Where leaders' messages to HR are read is no place for a question to leaders.
      (isOffered && removedAt === null && id !== ctx.config.hrConversation) || form.form.channels.includes(id),
  )
  return campaignFormCard({ ...reader, ...form, channels, units: await unitNames(turn) })
}

/** Those with the most leaders first, since there is no room for all. */
async function unitNames({ ctx }: Turn): Promise<readonly string[]> {
  const units = await listUnits(ctx)
  return units.toSorted((a, b) => b.leaders - a.leaders).map(({ name }) => name)
}

export interface StandingForm {
  /** The campaign itself; undefined: it is new. */
  readonly campaign: Campaign | undefined
  /** What the form cannot say is taken from here: the campaign, or the one that it is like. */
  readonly source: Campaign | undefined
}

export async function standingOf(
  { ctx }: Turn,
  { campaignId, copyOf }: Pick<FormInput, 'campaignId' | 'copyOf'>,
): Promise<StandingForm> {
  const get = async (id: string) => (await ctx.store.get(campaigns, ctx.caller.tenantId, id))?.document
  const campaign = await get(campaignId)
  return { campaign, source: campaign ?? (copyOf === undefined ? undefined : await get(copyOf)) }
}

export function isStarted(campaign: Campaign | undefined): boolean {
  return campaign !== undefined && campaign.state !== 'draft'
}

/** The whole campaign that a form means, with what the form cannot say. */
export function wholeForm(form: CampaignFormValues, { source }: StandingForm): z.input<typeof campaignInput> {
  const meant = campaignOf(form, source)
  return source ? changedForm(source, meant).form : meant
}

/** Faults of cards to come are none yet. */
async function refuseFaulty(
  { ctx }: Turn,
  step: FormStep,
  form: CampaignFormValues,
  standing: StandingForm,
  { campaignId }: FormInput,
): Promise<void> {
  // Nothing of another card is to keep its own faults from being told.
  const calm = step === 'which' ? form : { ...form, plan: 'automatic' as const }
  const read = readCampaignForm(ctx, { id: campaignId, ...wholeForm(calm, standing) }, [], standing.campaign)
  const error = await read.then(
    () => undefined,
    (fault: unknown) => fault,
  )
  if (error === undefined) return
  if (!(error instanceof AppError) || error.code !== 'invalid' || !error.say) throw error
  const { and = [], ...said } = error.say
  const [first, ...more] = [said, ...and].filter(({ key, field = faultField(key) }) => isOfStep(step, field))
  if (first)
    throw new AppError('invalid', `This card of the form has ${more.length + 1} fault(s)`, {
      say: { ...first, and: more },
    })
}

/** What is to be chosen from, on the card that does. */
function bankOf(
  { reader: { library, texts, locale } }: Turn,
  input: FormInput,
  { form, step }: Pick<CampaignFormFields, 'form' | 'step'>,
  turnPages: boolean,
): BankPage | undefined {
  if (step !== 'which' || form.plan !== 'chosen') return undefined
  return browseBank({ library, all: bankNames(texts, locale) }, form, input, turnPages)
}

async function filledStep(
  turn: Turn,
  input: FormInput,
  filled: Pick<CampaignFormFields, 'form' | 'roles' | 'step'>,
  turnPages = false,
): Promise<CardContent> {
  const { campaignId, revision, copyOf } = input
  const { campaign, source } = await standingOf(turn, input)
  const bank = bankOf(turn, input, filled, turnPages)
  return formCard(turn, {
    campaignId,
    isNew: campaign === undefined,
    isStarted: isStarted(campaign),
    revision,
    copyOf,
    reminderDays: source?.reminder.afterDays,
    ...filled,
    bank,
  })
}
