import { askedPoints } from '../../framework/asked-points'
import type { Library, Point } from '../../framework/library'
import { allLeaders, idParts, type Prompt } from '../../framework/schema'
import type { StatementIndex } from '../../search/statement-index'
import { restedLongest, type Shown } from './choose-prompt'
import { groupPrompts } from './fitting-prompts'
import { meetingThemes } from './meeting-themes'
import { promptsOnTopic, type TopicKnowledge } from './topic-prompts'

/** What a leadership team talks about for twenty minutes: ids of the framework's own points, and of the question that opens it. */
export interface MeetingKit {
  readonly promptId: string
  /** Another point on the same, for the round; null: there is none. */
  readonly roundId: string | null
  /** The pitfall to look out for; null: the framework names none that fits. */
  readonly pitfallId: string | null
}

/** `none`: nothing is on the topic, but perhaps on what is near. `ask`: neither a topic nor a group with a task of its own is known. */
export type MeetingFor =
  | { readonly status: 'made'; readonly kit: MeetingKit }
  | { readonly status: 'none'; readonly themes: readonly string[] }
  | { readonly status: 'ask'; readonly themes: readonly string[] }

export interface MeetingWish {
  /** Empty: what the group shares. */
  readonly topic: string
  /** Slugs; null: not known. */
  readonly framework: string | null
  readonly group: string | null
  readonly locale: 'da' | 'en'
  /** What was talked of in the same place before. */
  readonly shown: readonly Pick<Shown, 'promptId' | 'at'>[]
  readonly seed: string
}

export type MeetingKnowledge = TopicKnowledge & { readonly index: StatementIndex }

/** Composes the meeting; none of its questions is private. The same wish gives the same meeting. */
export function meetingFor(knowledge: MeetingKnowledge, wish: MeetingWish): MeetingFor {
  const { topic, framework, locale } = wish
  const on =
    topic === ''
      ? { status: 'any' as const }
      : promptsOnTopic(knowledge, { topic, profile: { framework }, locale, isGroup: true })
  if (on.status === 'none') {
    const themes = [...new Set([...on.near, ...meetingThemes(knowledge, wish)])]
    return { status: 'none', themes: themes.slice(0, mostThemes) }
  }
  const isOnTopic = on.status === 'found'
  const prompts = isOnTopic ? bestFirst(knowledge.library, on.prompts, wish) : sharedPrompts(knowledge.library, wish)
  const prompt = isOnTopic ? newest(prompts, wish) : choose(prompts, wish)
  if (!prompt) return { status: 'ask', themes: meetingThemes(knowledge, wish).slice(0, mostThemes) }
  const opening = openingPoints(knowledge.library, prompt)
  const around = aroundOf(knowledge, wish, opening)
  const round = roundPoint(knowledge, prompts, around)
  const pitfall = pitfallFor(knowledge, round ? [...opening, round] : opening, around)
  return { status: 'made', kit: { promptId: prompt.id, roundId: round?.id ?? null, pitfallId: pitfall?.id ?? null } }
}

const mostThemes = 3

/** The points that a meeting opens with. */
export function openingPoints(library: Library, prompt: Prompt): readonly Point[] {
  return askedPoints(prompt).flatMap((id) => library.point(id) ?? [])
}

function sharedPrompts(library: Library, { framework, group }: MeetingWish): readonly Prompt[] {
  return framework !== null && group !== null ? groupPrompts(library, framework, group) : []
}

/** The group's own before what is said to others; a pitfall has a part of the meeting to itself. */
function bestFirst(library: Library, prompts: readonly Prompt[], { group }: MeetingWish): readonly Prompt[] {
  const isGroups = ({ id }: Prompt) => group !== null && idParts(id).role === group
  const isPitfall = (prompt: Prompt) => openingPoints(library, prompt)[0]?.kind === 'pitfall'
  const rank = (prompt: Prompt) => Number(isPitfall(prompt)) * 2 + Number(!isGroups(prompt))
  return [...prompts].sort((a, b) => rank(a) - rank(b))
}

/** The best one that has not been talked of, or else the one that was talked of longest ago. */
function newest(prompts: readonly Prompt[], wish: MeetingWish): Prompt | undefined {
  return prompts.find(({ id }) => wish.shown.every(({ promptId }) => promptId !== id)) ?? choose(prompts, wish)
}

function choose(candidates: readonly Prompt[], { shown, seed }: MeetingWish): Prompt | undefined {
  return restedLongest({ candidates, shown: shown.map((each) => ({ ...each, isSkipped: false })), seed })
}

/** On the topic where there is one: what is said to everybody or at the group's level before what is said to others. */
function roundPoint(
  { library }: MeetingKnowledge,
  prompts: readonly Prompt[],
  { opening, onTopic, isNear }: Around,
): Point | undefined {
  const [first] = opening
  if (!first) return undefined
  const { framework, role, area } = first
  const texts = new Set(opening.map(({ text }) => text))
  const isOther = (each: Point) => each.kind !== 'pitfall' && each.framework === framework && !texts.has(each.text)
  const others = onTopic.filter(isOther)
  const beside = [
    ...prompts.flatMap((prompt) => openingPoints(library, prompt)),
    ...library.select({ framework, role, area }),
  ]
  return others.find(isNear) ?? others[0] ?? beside.find(isOther)
}

/** One that the meeting's own points answer, one on the topic, or one of all leaders or of the group's own level. */
function pitfallFor({ library }: MeetingKnowledge, points: readonly Point[], around: Around): Point | undefined {
  const { framework = '' } = points[0] ?? {}
  const all = library
    .select({ framework, kinds: ['pitfall'] })
    .filter((each) => library.role(framework, each.role)?.level !== 'employee')
  const ids = new Set(points.map(({ id }) => id))
  const onTopic = around.onTopic.filter(({ kind }) => kind === 'pitfall')
  return (
    all.find(({ answeredBy = [] }) => answeredBy.some((id) => ids.has(id))) ??
    onTopic.find(around.isNear) ??
    onTopic[0] ??
    all.find(around.isNear)
  )
}

/** What the parts of one meeting are chosen by. */
interface Around {
  readonly opening: readonly Point[]
  /** What the framework says to leaders that speaks of the topic, best first. */
  readonly onTopic: readonly Point[]
  /** Whether it is said to everybody, or at the group's level. */
  readonly isNear: (point: Point) => boolean
}

function aroundOf(
  { library, index, readQuestion }: MeetingKnowledge,
  { topic, group }: MeetingWish,
  opening: readonly Point[],
): Around {
  const { framework = '', role = '' } = opening[0] ?? {}
  const levelOf = (slug: string) => library.role(framework, slug)?.level
  const level = levelOf(group ?? role)
  const { concepts } = readQuestion(topic, { framework })
  const hits = topic === '' ? [] : index.search(concepts, { frameworks: [framework], limit: mostHits })
  return {
    opening,
    onTopic: hits.flatMap(({ point, coverage }) =>
      coverage >= leastCoverage && levelOf(point.role) !== 'employee' ? [point] : [],
    ),
    isNear: (point) => point.role === allLeaders || (level != null && levelOf(point.role) === level),
  }
}

/** It speaks of most of what was asked. */
const leastCoverage = 0.6
/** More than any framework has on one thing. */
const mostHits = 200
