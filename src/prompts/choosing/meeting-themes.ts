import { askedPoints, promptPlace } from '../../framework/asked-points'
import type { Shown } from './choose-prompt'
import { fittingChannelPrompts } from './fitting-prompts'
import { promptsOnTopic, type TopicKnowledge } from './topic-prompts'

interface Themed {
  /** A slug; null: not known. */
  readonly framework: string | null
  readonly locale: 'da' | 'en'
  readonly shown: readonly Pick<Shown, 'promptId'>[]
}

/** Names of what a meeting can be about: areas of the framework that there is a question on, those first that were talked of least. */
export function meetingThemes(knowledge: TopicKnowledge, { framework, locale, shown }: Themed): readonly string[] {
  const { library } = knowledge
  const isKnown = framework !== null && library.framework(framework) !== undefined
  const times = new Map<string, number>()
  const places = fittingChannelPrompts(library, isKnown ? [framework] : [])
    .flat()
    .map((prompt) => {
      const place = promptPlace(prompt.id, askedPoints(prompt))
      const title = library.areaTitle(place.framework, place.area)
      const seen = shown.filter(({ promptId }) => promptId === prompt.id).length
      times.set(title, (times.get(title) ?? 0) + seen)
      return { ...place, title }
    })
  // A chapter tells what a framework is for; an area of focus what leaders are to do.
  const isFocus = ({ framework: slug, area }: (typeof places)[number]) =>
    library.framework(slug)?.areas.some((each) => each.slug === area && each.type === 'focus')
  const titles = [...new Set(places.filter(isFocus).map(({ title }) => title))]
  const isFound = (topic: string) =>
    promptsOnTopic(knowledge, { topic, profile: { framework }, locale, isGroup: true }).status === 'found'
  return titles.sort((a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0)).filter(isFound)
}
