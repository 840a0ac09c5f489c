import { type Button, button, primary, withoutInputs } from '../kit/button'
import { paragraphs } from '../kit/plain-text'
import type { CardContent } from '../kit/render'
import { carriedFields, type FormStep, stepsOf } from './campaign-form-values'
import type { CampaignFormView } from './campaign-form-view'
import type { FormInputs } from './form-inputs'
import { chosenLines, whatFields, whichFields } from './form-what'
import { whenFields } from './form-when'
import { offeredRoles, whoFields } from './form-who'

const inputs = {
  who: whoFields,
  what: whatFields,
  which: whichFields,
  when: whenFields,
} satisfies Record<FormStep, (view: CampaignFormView) => Readonly<Record<string, FormInputs>>>

/** Every input of the template, in its order there; those of other steps are left out. */
const fieldNames = [
  'name',
  'framework',
  'roles',
  'levels',
  'units',
  'channels',
  'plan',
  'areas',
  'each',
  'bankRole',
  'bankArea',
  'picked',
  'question',
  'english',
  'every',
  'weekday',
  'time',
  'first',
  'weeks',
  'closed',
  'reminder',
]

/** One step of what HR writes a campaign to be; filled in with what it is. */
export function campaignFormCard(view: CampaignFormView): CardContent {
  const { texts, locale, isNew, step } = view
  const t = (key: string, params = {}) => texts(locale, `campaignForm.${key}`, params)
  const title = t(isNew ? 'title' : 'titleEdit')
  const place = t(`step.${step}`, { of: 3 })
  const text = textOf(view)
  const shown = inputs[step](view)
  return {
    name: 'campaign-form-card',
    data: {
      lang: locale,
      title,
      place,
      lines: paragraphs(text),
      ...Object.fromEntries(fieldNames.map((name) => [name, shown[name] ?? []])),
      actions: buttonsOf(view, Object.keys(shown)),
      fallbackText: texts(locale, 'card.fallback', { title }),
      speak: `${title}. ${place}. ${text}`,
    },
    summary: `${title}: ${place}`,
  }
}

function textOf(view: CampaignFormView): string {
  const { texts, locale, step, form, library, roles, isStarted, bank } = view
  const t = (key: string, params = {}) => texts(locale, `campaignForm.${key}`, params)
  if (step === 'which' && form.plan === 'chosen') {
    const chosen = chosenLines(view)
    const at = bank && bank.pages > 1 ? [t('bankPage', { page: bank.number + 1, pages: bank.pages })] : []
    return [...(chosen.length === 0 ? [t('noneChosen')] : [t('chosen'), ...chosen]), ...at].join('\n')
  }
  if (step === 'which' && form.plan === 'areas') return t('text.areas')
  if (step !== 'who') return t(`text.${step}`)
  const framework = library.framework(form.framework)
  if (roles && (!framework || offeredRoles(framework, form.roles).length === 0)) return t('textNoRoles')
  if (roles === 'cleared') return t('textRoles')
  return t(isStarted ? 'textStarted' : 'text')
}

/** A third button that carries everything, twice, has room for no more than this. */
const mostInThree = 1500

function lengthOf(data: Readonly<Record<string, string>>): number {
  return Object.values(data).join('').length
}

/** At most four, and the one that goes on comes first. @param own the inputs of this card, which speak for themselves */
function buttonsOf(view: CampaignFormView, own: readonly string[]): Button[] {
  const { texts, locale, campaignId, step, form, revision, copyOf, isStarted, isNew, bank } = view
  const t = (key: string) => texts(locale, `campaignForm.${key}`)
  const carried = Object.entries(carriedFields(form)).filter(([name, value]) => !own.includes(name) && value !== '')
  const data = {
    campaignId,
    step,
    ...Object.fromEntries(carried),
    ...(bank && {
      shownPrompts: bank.page.map(({ id }) => id).join(','),
      bankOf: `${bank.role} ${bank.area}`,
      bankPage: String(bank.number),
    }),
    ...(revision !== undefined && { revision: String(revision) }),
    ...(copyOf !== undefined && { copyOf }),
  }
  const isLast = stepsOf(form.plan).at(-1) === step
  const save = button(t(isStarted ? 'save' : 'preview'), 'campaign.preview', data)
  return [
    primary(isLast ? save : button(t('next'), 'campaign.next', data)),
    ...(step === 'who' ? [button(t('showRoles'), 'campaign.roles', data)] : []),
    ...(bank ? [button(t('bankMore'), 'campaign.bank', data)] : []),
    ...(step === 'who' ? [] : [button(t('back'), 'campaign.back', data)]),
    // What is there already need not be gone through.
    ...(!isNew && step === 'who' && lengthOf(data) < mostInThree ? [save] : []),
    withoutInputs(button(t('cancel'), 'campaign.leave')),
  ]
}
