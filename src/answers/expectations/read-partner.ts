import type { Library } from '../../framework/library'
import type { TalkWhom } from '../../records/expectation-talk'
import type { Knowledge } from '../knowledge'
import { resolveRole } from '../reading/resolve-role'
import type { TalkPartner } from './talk-partners'

/** Whom a typed text wants to talk with: a way, a role of the framework, or somebody it does not know. */
export type PartnerRead =
  | { readonly status: 'open' }
  /** `slug`: the role that is likely meant, or said. */
  | { readonly status: 'whom'; readonly whom: TalkWhom; readonly slug?: string | undefined }
  | { readonly status: 'role'; readonly slug: string; readonly whom?: TalkWhom | undefined }
  | { readonly status: 'unknown' }

interface Profile {
  readonly framework: string | null
  readonly role: string | null
}

const employees = /\b(?:medarbejder(?:e|ne)?|ansatte|personale(?:t)?|team|folk|employees?|staff)\b/i
/** Where a framework tells no roles apart, a question is about nobody's own leader; a talk is. */
const leading = /\b(?:min|vores|my|our)\b.*(?:leder|chef|overordnede|boss|manager|leaders?)\b/i
const ledLeaders = /\b(?:mine|vores|my|our)\b.*(?:ledere|chefer|managers|leaders)\b/i
/** "Dem, jeg leder", "min ledergruppe". */
const led = /\b(?:dem,? (?:som )?jeg leder|dem,? der er under mig|ledergruppe|ledelsesteam|the leaders i lead)\b/i

/** Words that make a sentence of what else names somebody. */
const tells = /\b(?:er|har|var|kan|skal|vil|bliver|går|gik|hvis|når|fordi|is|was|has|can|should|when|if|because)\b|\?/i
const mostWords = 6

/** Whether a text that begins like the command names somebody, and tells nothing of them. */
export function namesSomebody(text: string): boolean {
  const words = text.trim().split(/\s+/)
  return words.length <= mostWords && !tells.test(text)
}

/** Reads what stands after "forventningsafstemning med": "min leder", "mine ledere", "kontraktholderen". */
export function readPartner(
  { library, readQuestion }: Pick<Knowledge, 'library' | 'readQuestion'>,
  { framework, role }: Profile,
  text: string,
): PartnerRead {
  if (text.trim() === '') return { status: 'open' }
  const { roles } = readQuestion(text, { framework, role })
  const [named] = roles.filter(({ whose }) => whose !== 'mine')
  const known = named && framework !== null ? resolveRole(library, named, framework) : undefined
  const slug = known?.how === 'same' || known?.how === 'title' ? known.slug : undefined
  const whom = named && named.whose !== 'named' ? whomOf(named.whose) : undefined
  if (slug !== undefined && !named?.isLikely) return { status: 'role', slug, whom }
  if (whom !== undefined) return { status: 'whom', whom, slug }
  const said = text.trim().replace(/[.!?]+$/, '')
  if (led.test(said) || ledLeaders.test(said)) return { status: 'whom', whom: 'leaders' }
  if (leading.test(said)) return { status: 'whom', whom: 'leader' }
  return employees.test(text) ? { status: 'whom', whom: 'employees' } : { status: 'unknown' }
}

function whomOf(whose: string): TalkWhom {
  return whose === 'my-leaders' ? 'leaders' : 'leader'
}

/** What a text that names somebody comes to, among those there are. */
export type PartnerChoice =
  | { readonly status: 'one'; readonly partner: TalkPartner }
  /** Some come into question, the likeliest first chosen. */
  | { readonly status: 'several'; readonly chosen: TalkPartner | undefined }
  /** There is nobody that way, or no such role. */
  | { readonly status: 'none'; readonly whom: TalkWhom | 'unknown' }

export function choosePartner(partners: readonly TalkPartner[], read: PartnerRead): PartnerChoice {
  switch (read.status) {
    case 'open':
      return { status: 'several', chosen: undefined }
    case 'unknown':
      return { status: 'none', whom: 'unknown' }
    case 'role': {
      const partner = partners.find(({ slug }) => slug === read.slug)
      if (partner) return { status: 'one', partner }
      // Where no roles are told apart, or it is their own, what they said of whose it is still tells the way.
      if (read.whom !== undefined) return thatWay(partners, read.whom, undefined)
      const isApart = partners.some(({ title }) => title !== undefined)
      return isApart ? { status: 'none', whom: 'unknown' } : { status: 'several', chosen: undefined }
    }
    case 'whom':
      return thatWay(partners, read.whom, read.slug)
  }
}

function thatWay(partners: readonly TalkPartner[], way: TalkWhom, likely: string | undefined): PartnerChoice {
  const that = partners.filter(({ whom }) => whom === way)
  const [nearest] = that
  if (!nearest) return { status: 'none', whom: way }
  if (that.length === 1) return { status: 'one', partner: nearest }
  return { status: 'several', chosen: that.find(({ slug }) => slug === likely) ?? nearest }
}

/** The one thing that a framework says to employees, where that is all it says to them. */
export function onlyForEmployees(library: Library, framework: string): string | undefined {
  const role = library.framework(framework)?.roles.find(({ level, group }) => level === 'employee' && !group)
  const points = role ? library.select({ framework, role: role.slug }) : []
  return points.length === 1 ? points[0]?.text : undefined
}
