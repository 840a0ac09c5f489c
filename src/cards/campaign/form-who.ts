import { type Framework, levels, type Role } from '../../framework/schema'
import type { Channel } from '../../records/channel'
import type { Choice } from '../kit/choice-list'
import { shortened } from '../kit/shortened'
import { asChoice, carriedFields, unitsKept } from './campaign-form-values'
import type { CampaignFormView } from './campaign-form-view'
import { channelTitle } from './campaign-words'
import { type FormInputs, formInputs } from './form-inputs'

/** With the names cut, this many leave room for the rest of the form (docs/teams-facts.md#size-of-a-message). */
const mostChannels = 200
const mostUnits = 60
const mostNameCharacters = 60
/** What is left of a message for what is offered and carried. */
const charactersLeft = 34_000
const [perChannel, perUnit] = [160, 200]
/** Two buttons carry what was typed in other cards, each twice: for clients without Action.Execute. */
const carryings = 4
/** Employees are led, and get no prompts. */
const leading = levels.filter((level) => level !== 'employee')

/** Those who lead somebody, since a group is nobody's role; and whatever is chosen already. */
export function offeredRoles({ roles }: Framework, chosen: readonly string[]): readonly Role[] {
  const leads = ({ group, level }: Role) => !group && level !== null && level !== 'employee'
  return roles.filter((role) => leads(role) || chosen.includes(role.slug))
}

/** Whom it is for: municipality, roles or levels, units and channels, all by name. */
export function whoFields(view: CampaignFormView): Readonly<Record<string, FormInputs>> {
  const { library, texts, locale, form, units: known = [] } = view
  const { t, written, listed, choices } = formInputs(view)
  const framework = library.framework(form.framework)
  const roles = framework ? offeredRoles(framework, form.roles) : []
  const municipalities = library.frameworks
    .map(({ slug, municipality }) => ({ title: municipality, value: slug }))
    .sort((a, b) => a.title.localeCompare(b.title, 'da'))
  const offered = offeredChannels(view)
  return {
    name: written('name', form.name),
    framework: listed('framework', form.framework, [
      { title: t('framework.all'), value: 'all' },
      ...municipalities,
      ...(offered.length > 0 ? [{ title: t('framework.none'), value: 'none' }] : []),
      ...(form.framework === 'kept' ? [{ title: t('framework.kept'), value: 'kept' }] : []),
    ]),
    roles: listed(
      'roles',
      form.roles.join(','),
      roles.map(({ slug, title }) => ({ title, value: slug })),
      { municipality: framework?.municipality ?? '' },
    ),
    // A municipality's own roles say it in its own words; a level that was chosen before can still be left out.
    levels: framework && form.levels.length === 0 ? [] : choices('levels', form.levels.join(','), leading),
    units: listed('units', (form.units?.map(asChoice) ?? [unitsKept]).join(','), [
      ...(form.units === null ? [{ title: t('framework.kept'), value: unitsKept }] : []),
      ...offeredUnits(form.units ?? [], known),
    ]),
    channels: listed(
      'channels',
      form.channels.join(','),
      offered.map((channel) => ({
        title: channelTitle(texts, locale, channel, mostNameCharacters),
        value: channel.id,
      })),
    ),
  }
}

function offeredUnits(chosen: readonly string[], known: readonly string[]): readonly Choice[] {
  return [...new Set([...chosen, ...known])]
    .slice(0, Math.max(mostUnits, chosen.length))
    .sort((a, b) => a.localeCompare(b, 'da'))
    .map((unit) => ({ title: shortened(unit, mostNameCharacters), value: asChoice(unit) }))
}

/** What is chosen already is always among them. */
function offeredChannels({ channels, form, units = [] }: CampaignFormView): readonly Channel[] {
  const carried = Object.values(carriedFields(form)).join('').length * carryings
  const beside = Math.min(mostUnits, units.length + (form.units?.length ?? 0)) * perUnit
  const most = Math.max(20, Math.min(mostChannels, Math.floor((charactersLeft - carried - beside) / perChannel)))
  if (channels.length <= most) return channels
  const isChosen = ({ id }: Channel) => form.channels.includes(id)
  const others = channels.filter((channel) => !isChosen(channel))
  const kept = [...channels.filter(isChosen), ...others].slice(0, most)
  return channels.filter((channel) => kept.includes(channel))
}
