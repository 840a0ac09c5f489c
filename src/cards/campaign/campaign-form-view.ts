import type { Prompt } from '../../framework/schema'
import type { Channel } from '../../records/channel'
import type { Choice } from '../kit/choice-list'
import type { Reader } from '../kit/reader'
import type { CampaignFormValues, FormStep } from './campaign-form-values'

/** A page of the bank of prompts, and what it was narrowed by. */
export interface BankPage {
  readonly roles: readonly Choice[]
  readonly role: string
  readonly areas: readonly Choice[]
  readonly area: string
  readonly page: readonly Prompt[]
  /** From 0. */
  readonly number: number
  readonly pages: number
}

export interface CampaignFormFields {
  /** Made up before anything is saved, so that pressing twice saves one campaign. */
  readonly campaignId: string
  readonly step: FormStep
  readonly isNew: boolean
  /** It is no draft any more: what is changed counts when it is saved. */
  readonly isStarted?: boolean
  /** Of the campaign that the form was filled from. */
  readonly revision?: number | undefined
  /** The campaign that a new one is like; what the form cannot say is taken from there. */
  readonly copyOf?: string | undefined
  readonly form: CampaignFormValues
  /** Days from one reminder to the next, which the form does not change. Default 2. */
  readonly reminderDays?: number | undefined
  /** Those that a prompt can be sent to. */
  readonly channels: readonly Channel[]
  /** Units that leaders are in. */
  readonly units?: readonly string[]
  /** With the step that chooses from the bank. */
  readonly bank?: BankPage | undefined
  /** Why it comes again: its roles were asked for, or others were chosen before the municipality was changed. */
  readonly roles?: 'asked' | 'cleared' | undefined
}

export interface CampaignFormView extends Reader, CampaignFormFields {}
