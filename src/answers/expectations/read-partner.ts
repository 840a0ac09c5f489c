import type { Library } from '../../framework/library'
import type { TalkWhom } from '../../records/expectation-talk'
import type { Knowledge } from '../knowledge'
import { resolveRole } from '../reading/resolve-role'
import type { TalkPartner } from './talk-partners'

/** Whom a typed text wants to talk with: a way, a role of the framework, or somebody it does not know. */
export type PartnerRead =
  | { readonly status: 'open' }
  | { readonly status: 'whom'; readonly whom: TalkWhom }
  | { readonly status: 'role'; readonly slug: string }
  | { readonly status: 'unknown' }

interface Profile {
  readonly framework: string | null
  readonly role: string | null
}

const employees = /\b(?:medarbejder(?:e|ne)?|ansatte|personale(?:t)?|team|folk|employees?|staff)\b/i
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
  if (named && named.whose !== 'named' && named.isLikely) return { status: 'whom', whom: whomOf(named.whose) }
  const known = named && framework !== null ? resolveRole(library, named, framework) : undefined
  if (known && (known.how === 'same' || known.how === 'title')) return { status: 'role', slug: known.slug }
  if (named && named.whose !== 'named') return { status: 'whom', whom: whomOf(named.whose) }
  if (led.test(text)) return { status: 'whom', whom: 'leaders' }
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
      return partner ? { status: 'one', partner } : { status: 'none', whom: 'unknown' }
    }
    case 'whom': {
      const that = partners.filter(({ whom }) => whom === read.whom)
      const [partner] = that
      if (!partner) return { status: 'none', whom: read.whom }
      return that.length === 1 ? { status: 'one', partner } : { status: 'several', chosen: partner }
    }
  }
}

/** The one thing that a framework says to employees, where that is all it says to them. */
export function onlyForEmployees(library: Library, framework: string): string | undefined {
  const role = library.framework(framework)?.roles.find(({ level, group }) => level === 'employee' && !group)
  const points = role ? library.select({ framework, role: role.slug }) : []
  return points.length === 1 ? points[0]?.text : undefined
}
