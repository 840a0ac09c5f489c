import type { CampaignFormValues } from '../../cards/campaign/campaign-form-values'
import type { BankPage } from '../../cards/campaign/campaign-form-view'
import type { Choice } from '../../cards/kit/choice-list'
import type { Library } from '../../framework/library'
import { allLeaders, idParts } from '../../framework/schema'
import { promptBank } from '../../prompts/choosing/prompt-bank'
import type { Texts } from '../../texts'
import type { FormInput } from './form-fields'

type BankInput = Pick<FormInput, 'bankRole' | 'bankArea' | 'bankOf' | 'bankPage'>

interface Bank {
  readonly library: Library
  readonly all: { readonly role: string; readonly area: string }
}

/** A long question takes three lines of a narrow screen. */
const pageSize = 6
const all = 'all'

/**
 * A page of the bank of prompts: the next one where nothing was changed, the first where it was narrowed otherwise.
 * @param turnPages false: the page that was shown
 */
export function browseBank(
  { library, all: names }: Bank,
  form: Pick<CampaignFormValues, 'framework' | 'roles'>,
  input: BankInput,
  turnPages: boolean,
): BankPage {
  const framework = library.framework(form.framework)
  const roles = framework ? roleChoices(library, framework.slug) : []
  const role = oneOf(roles, input.bankRole) ?? (form.roles.length === 1 ? oneOf(roles, form.roles[0]) : undefined)
  const narrowed = { framework: framework?.slug ?? null, role: role ?? null }
  const areas = framework ? areaChoices(library, framework.slug, narrowed) : []
  const area = oneOf(areas, input.bankArea)
  const found = promptBank(library, { ...narrowed, area: area ?? null })
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const isSame = input.bankOf === `${role ?? all} ${area ?? all}`
  const number = isSame ? ((input.bankPage ?? 0) + (turnPages ? 1 : 0)) % pages : 0
  return {
    roles: roles.length === 0 ? [] : [{ title: names.role, value: all }, ...roles],
    role: role ?? all,
    areas: areas.length === 0 ? [] : [{ title: names.area, value: all }, ...areas],
    area: area ?? all,
    page: found.slice(number * pageSize, (number + 1) * pageSize),
    number,
    pages,
  }
}

/** What stands for no narrowing, in the reader's words. */
export function bankNames(texts: Texts, locale: 'da' | 'en'): Bank['all'] {
  return { role: texts(locale, 'campaignForm.bankRole.all'), area: texts(locale, 'campaignForm.bankArea.all') }
}

function oneOf(choices: readonly Choice[], value: string | undefined): string | undefined {
  return choices.find((choice) => choice.value === value)?.value
}

/** The roles and groups that prompts are written for. */
function roleChoices(library: Library, framework: string): readonly Choice[] {
  const prompted = new Set(promptBank(library, { framework, role: null, area: null }).map(({ id }) => idParts(id).role))
  const { roles = [] } = library.framework(framework) ?? {}
  return roles
    .filter(({ slug }) => prompted.has(slug) && slug !== allLeaders)
    .map(({ slug, title }) => ({ title, value: slug }))
}

function areaChoices(
  library: Library,
  framework: string,
  narrowed: { readonly framework: string | null; readonly role: string | null },
): readonly Choice[] {
  const { areas = [] } = library.framework(framework) ?? {}
  return areas
    .filter(({ slug }) => promptBank(library, { ...narrowed, area: slug }).length > 0)
    .map(({ slug, title }) => ({ title, value: slug }))
}
