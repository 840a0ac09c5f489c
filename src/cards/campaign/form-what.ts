import type { Library } from '../../framework/library'
import type { Framework } from '../../framework/schema'
import type { Choice } from '../kit/choice-list'
import { inertEitherWay } from '../kit/plain-text'
import { shortened } from '../kit/shortened'
import type { CampaignFormValues } from './campaign-form-values'
import type { CampaignFormView } from './campaign-form-view'
import { type FormInputs, formInputs } from './form-inputs'

/** What it asks: where the prompts come from. */
export function whatFields(view: CampaignFormView): Readonly<Record<string, FormInputs>> {
  const { form } = view
  const { choices } = formInputs(view)
  const kept = form.plan === 'byRole' ? ['byRole'] : form.plan === 'kept' || form.plan === 'earlier' ? ['kept'] : []
  return {
    plan: choices('plan', form.plan === 'earlier' ? 'kept' : form.plan, [
      ...kept,
      'automatic',
      'pitfalls',
      'areas',
      'chosen',
      'own',
    ]),
  }
}

/** Which areas, prompts of the bank, or questions of HR's own. */
export function whichFields(view: CampaignFormView): Readonly<Record<string, FormInputs>> {
  const { form, library, bank } = view
  const { written, listed, choices } = formInputs(view)
  switch (form.plan) {
    case 'areas':
      return {
        areas: listed('areas', form.areas.join(','), areaChoices(library, form)),
        each: choices('each', String(form.each ?? 'all'), ['all', '1', '2', '3', '4']),
      }
    case 'own':
      return { question: written('question', form.question), english: written('english', form.english) }
    case 'chosen':
      return {
        bankRole: listed('bankRole', bank?.role ?? '', bank?.roles ?? []),
        bankArea: listed('bankArea', bank?.area ?? '', bank?.areas ?? []),
        picked: listed(
          'picked',
          (bank?.page ?? []).flatMap(({ id }) => (form.prompts.includes(id) ? [id] : [])).join(','),
          (bank?.page ?? []).map(({ id, text, en }) => ({
            title: inertEitherWay(view.locale === 'en' ? en : text),
            value: id,
          })),
        ),
      }
    default:
      return {}
  }
}

const mostChosenCharacters = 70

/** The prompts that are chosen, a numbered line each, in the order in which they are sent. */
export function chosenLines({ form, library, locale }: CampaignFormView): readonly string[] {
  return form.prompts.map((id, at) => {
    const prompt = library.prompt(id)
    const question = (locale === 'en' ? prompt?.en : prompt?.text) ?? id
    return `${at + 1}. ${shortened(question, mostChosenCharacters)}`
  })
}

/** The areas of the municipality that is chosen; of several, each with its municipality's name. */
function areaChoices(library: Library, { framework, areas }: CampaignFormValues): readonly Choice[] {
  const chosen = library.framework(framework)
  const among = chosen ? [chosen] : library.frameworks
  const found = new Map<string, string>()
  for (const each of among) {
    for (const { slug, title } of promptedAreas(library, each)) {
      const title1 = chosen ? title : `${title} (${each.name})`
      const before = found.get(slug)
      found.set(slug, before === undefined ? title1 : `${before}, ${title1}`)
    }
  }
  for (const slug of areas) if (!found.has(slug)) found.set(slug, slug)
  return [...found].map(([value, title]) => ({ title: shortened(title, 120), value }))
}

/** Those that there are prompts in. */
function promptedAreas(library: Library, { slug, areas }: Framework): Framework['areas'] {
  const prompted = new Set(
    library.prompts
      .filter(({ id }) => id.startsWith(`${slug}/`))
      .flatMap(({ id, statements }) => [id, ...statements].map((each) => each.split('/')[2])),
  )
  return areas.filter((area) => prompted.has(area.slug))
}
