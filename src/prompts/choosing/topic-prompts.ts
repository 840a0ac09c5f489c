import type { Profile } from '../../answers/profile'
import type { Question } from '../../answers/question'
import type { QuestionReader } from '../../answers/reading/interpret'
import { askedPoints, promptPlace } from '../../framework/asked-points'
import type { Library } from '../../framework/library'
import type { Prompt } from '../../framework/schema'
import { tokenise } from '../../search/danish'
import type { PromptIndex } from '../../search/prompt-index'
import type { Vocabulary } from '../../search/vocabulary'
import { areaNamed } from './area-named'
import { fittingChannelPrompts, fittingPrompts, otherPrompts } from './fitting-prompts'

/** What is known, as far as topics are looked up in it. */
export interface TopicKnowledge {
  readonly library: Library
  readonly vocabulary: Vocabulary
  readonly readQuestion: QuestionReader
  readonly promptIndex: PromptIndex
}

/** Words that all of it is about, or that say only whose. */
const nothingSaid = new Set(tokenise('ledelse lederskab leadership egen egne').map(({ stem }) => stem))
/** A word that cannot stand alone as what something is about: "strategiske", "tværgående". */
const isAdjective = /(ende|lige?|iske?)$/

/** Lists of prompts, nearest first. */
type Tiers = readonly (readonly Prompt[])[]

/** `any`: the topic names nothing that could be looked for. `none`: no prompt is on it, but perhaps on what is near. */
export type OnTopic =
  | { readonly status: 'found'; readonly prompts: readonly Prompt[] }
  | { readonly status: 'none'; readonly near: readonly string[] }
  | { readonly status: 'any' }

export interface Asked {
  readonly topic: string
  readonly profile: Profile
  /** For the names of what is near. */
  readonly locale: 'da' | 'en'
  /** Asked by a group, whose members have different roles. */
  readonly isGroup: boolean
}

const mostNear = 2

/**
 * The prompts on a topic, best first: of one's own role, then of what the municipality says to everybody, and only where there is
 * none of these, of its other roles. An area that is named means that area.
 */
export function promptsOnTopic(knowledge: TopicKnowledge, asked: Asked): OnTopic {
  const query = read(knowledge, asked)
  const { own, others, role } = tiersFor(knowledge.library, asked, query)
  const ways = [
    () => inArea(knowledge, own, query, role),
    () => inArea(knowledge, others, query, null),
    () => about(knowledge, own, query, 'any'),
    // What is not for oneself should at least be on the very thing.
    () => about(knowledge, others, query, 'literal'),
  ]
  for (const find of ways) {
    const prompts = find()
    if (prompts.length > 0) return { status: 'found', prompts }
  }
  if (query.concepts.length === 0) return { status: 'any' }
  const hasOwn = (topic: string) => {
    const near = read(knowledge, { ...asked, topic })
    return [...inArea(knowledge, own, near, role), ...about(knowledge, own, near, 'any')].length > 0
  }
  return { status: 'none', near: nearNames(query, asked.locale).filter(hasOwn).slice(0, mostNear) }
}

/**
 * As a question is understood, except that a word for a role or for pitfalls is a topic where nothing else is.
 */
function read({ readQuestion, vocabulary }: TopicKnowledge, { topic, profile }: Asked): Question {
  const query = readQuestion(topic, profile)
  const isNamed = query.concepts.length > 0
  const concepts = isNamed ? query.concepts : vocabulary.concepts(vocabulary.correct(tokenise(topic)), new Set())
  return { ...query, concepts: concepts.filter(({ own }) => own.some((stem) => !nothingSaid.has(stem))) }
}

interface Sought {
  readonly own: Tiers
  readonly others: Tiers
  /** Whose areas count for a question to every leader; null: several, or not known. */
  readonly role: string | null
}

/** "… om tillid i Sorø" is about what Sorø says, whoever asks. */
function tiersFor(library: Library, { profile, isGroup }: Asked, query: Question): Sought {
  const [named] = query.isFrameworkNamed ? query.frameworks : []
  const meant = named && named !== profile.framework ? { framework: named, role: null } : profile
  if (!isGroup) {
    const role = meant.role ?? null
    return { own: fittingPrompts(library, meant), others: otherPrompts(library, meant), role }
  }
  const framework = library.framework(meant.framework ?? '')
  return { own: fittingChannelPrompts(library, framework ? [framework.slug] : []), others: [], role: null }
}

/** The prompts of the area that the topic is the name of, or names among other words. */
function inArea(
  { library, promptIndex }: TopicKnowledge,
  tiers: Tiers,
  { text, area, concepts }: Question,
  role: string | null,
): Prompt[] {
  const placed = (prompt: Prompt) => promptPlace(prompt.id, askedPoints(prompt, role))
  const keys = new Map(
    tiers
      .flat()
      .map(placed)
      .map((place) => [place.area, place.framework]),
  )
  const titles = new Map([...keys].map(([slug, framework]) => [slug, library.areaTitle(framework, slug)]))
  const named = areaNamed(titles, text) ?? area
  if (named === null) return []
  return tiers.flatMap((tier) => {
    const prompts = tier.filter((prompt) => placed(prompt).area === named)
    return [...new Set([...promptIndex.about(prompts, concepts, 'any'), ...prompts])]
  })
}

function about(
  { library, promptIndex }: TopicKnowledge,
  tiers: Tiers,
  { kinds, concepts }: Question,
  match: 'literal' | 'any',
): Prompt[] {
  const found = tiers.flatMap((tier) => promptIndex.about(tier, concepts, match))
  if (found.length > 0 || !kinds.includes('pitfall')) return found
  return tiers.flat().filter(({ statements: [first = ''] }) => library.point(first)?.kind === 'pitfall')
}

/** Each of several things that were asked for at once, then what the lexicon says is near. */
function nearNames({ concepts }: Question, locale: Asked['locale']): string[] {
  const several = concepts.length > 1 ? concepts : []
  const single = several.flatMap(({ isTopic, written }) => (isTopic && !isAdjective.test(written) ? [written] : []))
  const related = concepts.flatMap((concept) => concept.related.flatMap((name) => name[locale] ?? []))
  return [...new Map([...single, ...related].map((name) => [name.toLowerCase(), name])).values()]
}
