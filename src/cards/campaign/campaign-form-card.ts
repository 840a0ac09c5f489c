import { type Framework, type Level, levels, type Role } from '../../framework/schema'
import type { Channel } from '../../records/channel'
import { button, primary, withoutInputs } from '../kit/button'
import { inert } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { channelTitle } from './campaign-words'

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** Kinds of days on which nothing is sent, as the form offers them. */
export const closedKinds = ['weekends', 'holidays', 'school', 'july'] as const
export type ClosedKind = (typeof closedKinds)[number]

/** What stands in the form's fields. */
export interface CampaignFormValues {
  readonly name: string
  /**
   * A framework's slug, `all`, or `none` where no leaders are meant, but channels only. `kept`: as the campaign has it, which
   * the form cannot say.
   */
  readonly framework: string
  /** Slugs of roles in the one municipality that is chosen. None chosen: all. */
  readonly roles: readonly string[]
  /** None chosen: all. */
  readonly levels: readonly Level[]
  /** Ids of channels. */
  readonly channels: readonly string[]
  readonly weekday: Weekday
  /** HH:MM. */
  readonly time: string
  /** YYYY-MM-DD. */
  readonly first: string
  /** Weeks; `kept` as above, whatever weekday is chosen. */
  readonly every: '1' | '2' | 'kept'
  /** Null: until it is stopped. */
  readonly weeks: number | null
  readonly closed: readonly ClosedKind[]
  /** HR's own; empty: chosen by each leader's framework. */
  readonly question: string
  readonly reminders: 0 | 1 | 2
}

export interface CampaignFormFields {
  /** Made up before anything is saved, so that pressing twice saves one campaign. */
  readonly campaignId: string
  readonly isNew: boolean
  /** It is no draft any more: what is changed counts when it is saved. */
  readonly isStarted?: boolean
  /** Of the campaign that the form was filled from. */
  readonly revision?: number | undefined
  readonly form: CampaignFormValues
  /** Days from one reminder to the next, which the form does not change. Default 2. */
  readonly reminderDays?: number | undefined
  /** Those that a prompt can be sent to. */
  readonly channels: readonly Channel[]
  /** Why it comes again: its roles were asked for, or others were chosen before the municipality was changed. */
  readonly roles?: 'asked' | 'cleared' | undefined
}

export interface CampaignFormView extends Reader, CampaignFormFields {}

/** With the names cut, this many leave room for the rest of the form (docs/teams-facts.md#size-of-a-message). */
const mostChannels = 200
const mostNameCharacters = 60
/** Employees are led, and get no prompts. */
const leading = levels.filter((level) => level !== 'employee')

/** Those who lead somebody, since a group is nobody's role; and whatever is chosen already. */
function offeredRoles({ roles }: Framework, chosen: readonly string[]): readonly Role[] {
  const leads = ({ group, level }: Role) => !group && level !== null && level !== 'employee'
  return roles.filter((role) => leads(role) || chosen.includes(role.slug))
}

/** Where HR writes what a campaign is to be; filled in with what it is. */
export function campaignFormCard(view: CampaignFormView): CardContent {
  const { texts, locale, campaignId, isNew, form } = view
  const t = (key: string) => texts(locale, `campaignForm.${key}`)
  const title = t(isNew ? 'title' : 'titleEdit')
  const framework = view.library.framework(form.framework)
  const roles = framework ? offeredRoles(framework, form.roles) : []
  const text = t(textKey(view, roles.length))
  // Whose roles the form shows, so that what is chosen can be told from what another municipality's would mean.
  const data = {
    campaignId,
    rolesOf: form.framework,
    ...(view.revision !== undefined && { revision: String(view.revision) }),
  }
  return {
    name: 'campaign-form-card',
    data: {
      lang: locale,
      title,
      text,
      whom: t('whom'),
      when: t('when'),
      what: t('what'),
      name: written('name', form.name),
      ...whomFields(view),
      ...whenFields(view),
      question: written('question', form.question),
      reminder: choices('reminder', String(form.reminders), ['0', '1', '2'], reminderParams(view)),
      actions: [
        primary(button(t(view.isStarted ? 'save' : 'preview'), 'campaign.preview', data)),
        button(t('showRoles'), 'campaign.roles', data),
        withoutInputs(button(t('cancel'), 'campaign.leave')),
      ],
      fallbackText: texts(locale, 'card.fallback', { title }),
      speak: `${title}. ${text}`,
    },
    summary: title,
  }

  function field(key: string, value: string | number) {
    return {
      label: texts(locale, `campaignForm.${key}.label`),
      error: texts(locale, `campaignForm.${key}.error`),
      value,
    }
  }

  function written(key: string, value: string) {
    return [{ ...field(key, value), placeholder: texts(locale, `campaignForm.${key}.placeholder`) }]
  }

  function choices(key: string, value: string, values: readonly string[], params = {}) {
    return [
      {
        ...field(key, value),
        choices: values.map((each) => ({ title: texts(locale, `campaignForm.${key}.${each}`, params), value: each })),
      },
    ]
  }

  function whomFields({ library, channels }: CampaignFormView) {
    const municipalities = library.frameworks
      .map(({ slug, municipality }) => ({ title: inert(municipality), value: slug }))
      .sort((a, b) => a.title.localeCompare(b.title, 'da'))
    const all = { title: t('framework.all'), value: 'all' }
    const none = { title: t('framework.none'), value: 'none' }
    const kept = form.framework === 'kept' ? [{ title: t('framework.kept'), value: 'kept' }] : []
    const offered = offeredChannels(channels, form.channels)
    return {
      framework: [
        {
          ...field('framework', form.framework),
          choices: [all, ...municipalities, ...(offered.length > 0 ? [none] : []), ...kept],
        },
      ],
      roles:
        framework && roles.length > 0
          ? [
              {
                ...field('roles', form.roles.join(',')),
                label: texts(locale, 'campaignForm.roles.label', { municipality: inert(framework.municipality) }),
                choices: roles.map(({ slug, title }) => ({ title: inert(title), value: slug })),
              },
            ]
          : [],
      // A municipality's own roles say it in its own words; a level that was chosen before can still be left out.
      levels: framework && form.levels.length === 0 ? [] : choices('levels', form.levels.join(','), leading),
      channels:
        offered.length === 0 ? [] : [{ ...field('channels', form.channels.join(',')), choices: offered.map(toChoice) }],
    }
  }

  function toChoice(channel: Channel) {
    return { title: inert(channelTitle(texts, locale, channel, mostNameCharacters)), value: channel.id }
  }

  function whenFields({ form: { weekday, time, first, every, weeks, closed } }: CampaignFormView) {
    return {
      weekday: choices('weekday', weekday, weekdays),
      time: [field('time', time)],
      first: [field('first', first)],
      every: choices('every', every, ['1', '2', ...(every === 'kept' ? ['kept'] : [])]),
      weeks: [field('weeks', weeks ?? '')],
      closed: choices('closed', closed.join(','), closedKinds),
    }
  }
}

/** What is chosen already is always among them. */
function offeredChannels(channels: readonly Channel[], chosen: readonly string[]): readonly Channel[] {
  if (channels.length <= mostChannels) return channels
  const isChosen = ({ id }: Channel) => chosen.includes(id)
  const others = channels.filter((channel) => !isChosen(channel))
  const kept = [...channels.filter(isChosen), ...others].slice(0, mostChannels)
  return channels.filter((channel) => kept.includes(channel))
}

function textKey({ roles, isStarted }: CampaignFormView, offered: number): string {
  if (roles && offered === 0) return 'textNoRoles'
  if (roles === 'cleared') return 'textRoles'
  return isStarted ? 'textStarted' : 'text'
}

function reminderParams({ texts, locale, reminderDays = 2 }: CampaignFormView): { first: string; second: string } {
  const inDays = (n: number) => texts(locale, n === 1 ? 'campaignForm.day' : 'campaignForm.days', { n })
  return { first: inDays(reminderDays), second: inDays(2 * reminderDays) }
}
