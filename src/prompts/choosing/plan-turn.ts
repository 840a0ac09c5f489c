import { askedPoints, promptPlace } from '../../framework/asked-points'
import type { Library } from '../../framework/library'
import type { Prompt } from '../../framework/schema'
import type { OwnQuestion, PromptPlan } from '../../records/campaign'
import type { Locale } from '../../texts'

/** A prompt as a delivery names it; `question` where it is HR's own. */
export interface GivenPrompt {
  readonly promptId: string
  readonly question?: string
}

/** Who is to be asked, as far as a plan tells people apart. */
export interface PlanReader {
  /** A slug; null: a channel, or somebody who has chosen none. */
  readonly role: string | null
  readonly locale: Locale
}

/** What a plan means for one of its occasions: prompts that HR chose, in turn, or which of those that fit may be taken. */
export type PlanTurn =
  | { readonly kind: 'given'; readonly prompts: readonly GivenPrompt[] }
  | { readonly kind: 'within'; readonly isWithin: (prompt: Prompt) => boolean }

/** @param occasionNumber the occasion's place in its campaign, from 0 */
export function planTurn(library: Library, plan: PromptPlan, occasionNumber: number, asked: PlanReader): PlanTurn {
  switch (plan.kind) {
    case 'automatic':
      return { kind: 'within', isWithin: () => true }
    case 'pitfalls':
      return { kind: 'within', isWithin: (prompt) => isOnPitfall(library, prompt, asked.role) }
    case 'areas': {
      const areas = areasAt(plan, occasionNumber)
      return { kind: 'within', isWithin: (prompt) => areas.includes(areaOf(prompt, asked.role)) }
    }
    case 'chosen': {
      // One that is no longer in the data gives its turn to the one after it.
      const known = inTurn(plan.promptIds, occasionNumber).filter((id) => library.prompt(id))
      return { kind: 'given', prompts: known.map((promptId) => ({ promptId })) }
    }
    case 'byRole': {
      const turns = inTurn(plan.turns, occasionNumber).flatMap((turn) => turn[asked.role ?? ''] ?? [])
      return { kind: 'given', prompts: turns.filter((id) => library.prompt(id)).map((promptId) => ({ promptId })) }
    }
    case 'own':
      return { kind: 'given', prompts: inTurn(ownQuestions(plan), occasionNumber).map((own) => given(own, asked)) }
  }
}

export function ownQuestions({ question, en, more = [] }: Extract<PromptPlan, { kind: 'own' }>): OwnQuestion[] {
  return [{ question, ...(en !== undefined && { en }) }, ...more]
}

/** How many prompts a plan names itself, before they come again; null: it goes by what fits. */
export function turnsOf(plan: PromptPlan): number | null {
  switch (plan.kind) {
    case 'chosen':
      return plan.promptIds.length
    case 'byRole':
      return plan.turns.length
    case 'own':
      return ownQuestions(plan).length
    default:
      return null
  }
}

function given({ question, en = question }: OwnQuestion, { locale }: PlanReader): GivenPrompt {
  return { promptId: 'own', question: locale === 'en' ? en : question }
}

function isOnPitfall(library: Library, prompt: Prompt, role: string | null): boolean {
  const [first = ''] = askedPoints(prompt, role)
  return library.point(first)?.kind === 'pitfall'
}

function areaOf(prompt: Prompt, role: string | null): string {
  return promptPlace(prompt.id, askedPoints(prompt, role)).area
}

function areasAt(
  { areas, occasionsEach }: Extract<PromptPlan, { kind: 'areas' }>,
  occasionNumber: number,
): readonly string[] {
  if (occasionsEach === undefined) return areas
  return inTurn(areas, Math.floor(occasionNumber / occasionsEach)).slice(0, 1)
}

function inTurn<T>(all: readonly T[], number: number): T[] {
  const from = number % all.length
  return [...all.slice(from), ...all.slice(0, from)]
}
