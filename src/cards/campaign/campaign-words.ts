import { lazily } from '../../async/lazily'
import type { Approval } from '../../campaigns/kept/approval'
import type { Preview } from '../../campaigns/verbs/preview'
import type { Library } from '../../framework/library'
import type { Audience, Campaign } from '../../records/campaign'
import type { ChannelName } from '../../records/channel'
import { enumerate, type Locale, type Texts } from '../../texts'
import { localDate } from '../../time/clock'
import { dateInWords, timeOfDay } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import { shortened } from '../kit/shortened'

/** "Ledergruppen – Ugens refleksion". @param most characters of it */
export function channelTitle(texts: Texts, locale: Locale, { teamName, name, id }: ChannelName, most = 120): string {
  const own = name === '' && id !== '' ? texts(locale, 'campaigns.teamsOwnChannel') : name
  return shortened(teamName === '' ? own : `${teamName} – ${own}`, most)
}

/** A leader by name, a channel with its team; empty for a leader Pejling has never met. */
export function recipientTitle(
  { texts, locale }: Pick<Reader, 'texts' | 'locale'>,
  { name, channel }: { readonly name: string; readonly channel?: ChannelName },
): string {
  return channel ? channelTitle(texts, locale, channel) : name
}

/** "tirsdag den 1. december kl. 09.00", where the campaign is. @param at ISO instant */
export function instantInWords(texts: Texts, locale: Locale, timeZone: string, at: string, nowMs: number): string {
  const date = dateInWords(locale, localDate(Date.parse(at), timeZone), localDate(nowMs, timeZone))
  return texts(locale, 'campaigns.at', { date, time: timeOfDay(locale, timeZone, at) })
}

/** As it stands at the beginning of a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Each made when it is first asked for: most never are. */
const numberFormats = lazily({ da: () => new Intl.NumberFormat('da-DK'), en: () => new Intl.NumberFormat('en-GB') })

/** "1.002" / "1,002". */
export function numberInWords(locale: Locale, n: number): string {
  return numberFormats[locale].format(n)
}

/** "132 ledere og 2 kanaler". */
export function recipientsInWords(
  texts: Texts,
  locale: Locale,
  { leaders, channels }: Pick<Preview, 'leaders' | 'channels'>,
): string {
  const counted = (key: string, n: number) =>
    n === 0 ? [] : [texts(locale, `campaigns.${key}${n === 1 ? '1' : ''}`, { n: numberInWords(locale, n) })]
  const parts = [...counted('leaders', leaders), ...counted('channels', channels)]
  return parts.length === 0 ? texts(locale, 'campaigns.nobody') : enumerate(locale, parts)
}

const longestList = 300

/** Whom of the leaders a campaign is for, a line each: "Ledere i Skanderborg", "Roller: Kontraktholder". Channels are not told. */
export function audienceInWords(texts: Texts, locale: Locale, library: Library, audience: Audience): readonly string[] {
  const { isEveryLeader, frameworks, roles, levels, units, people } = audience
  const t = (key: string, params = {}) => texts(locale, `campaigns.audience.${key}`, params)
  const named = (key: string, names: readonly string[]) =>
    names.length === 0 ? [] : [t(key, { names: shortened(enumerate(locale, [...new Set(names)]), longestList) })]
  const municipalities = frameworks.map((slug) => library.framework(slug)?.municipality ?? slug)
  const within = frameworks.length > 0 ? frameworks : library.frameworks.map(({ slug }) => slug)
  const titleOf = (role: string) =>
    within.map((framework) => library.role(framework, role)?.title).find((title) => title !== undefined) ?? role
  const isNarrowed = [roles, levels, units].some((list) => list.length > 0)
  return [
    ...named('frameworks', municipalities),
    ...(isEveryLeader && frameworks.length === 0 && !isNarrowed ? [t('all')] : []),
    ...named('roles', roles.map(titleOf)),
    ...named(
      'levels',
      levels.map((level) => texts(locale, `campaignForm.levels.${level}`)),
    ),
    ...named('units', units),
    ...(people.length === 0 ? [] : [t('people', { n: numberInWords(locale, people.length) })]),
  ]
}

/** That another of HR is to approve of its questions; none where nothing is. */
export function approvalInWords(texts: Texts, locale: Locale, approval: Approval = 'none'): readonly string[] {
  return approval === 'none' ? [] : [texts(locale, `campaigns.approval.${approval}`)]
}

/** "Kører", "Holder pause" …, as a word and not a colour. */
export function stateInWords(texts: Texts, locale: Locale, { state }: Pick<Campaign, 'state'>): string {
  return texts(locale, `campaigns.state.${state}`)
}
