import type { Concept } from '../search/vocabulary'
import type { Parts } from './read-parts'

/** So like an example must small talk be, and so like one a matter that is none of Pejling's. */
const leastLikeTalk = 0.55
const leastLikeOutside = 0.45
const leastLikeAbout = 0.48
const leastLikeWordForWord = 0.9
/** Longer than this, a text is more than small talk. */
const mostWords = 14

const isTopical = (concept: Concept) => concept.isTopic

/** The text that answers small talk, a question about Pejling or something outside its field; undefined for all else. */
export function readTalk({ asked, whole, wish, topics, isTold }: Parts): string | undefined {
  if (whole.tokens.length === 0) return 'empty'
  const isNamed = asked.roles.length + asked.areas.length > 0
  // Whoever tells at length tells of something, whatever one sentence of it is like.
  if (isTold && whole.tokens.length > mostWords) return undefined
  const leastOutside = isTold ? leastLikeTalk : leastLikeOutside
  if (wish.kind === 'outside' && wish.score >= leastOutside && !asked.asksFramework) return 'outside'
  const [group, name] = wish.kind.split('.')
  if (group !== 'talk' || !name) return undefined
  const isAbout = name.startsWith('about-') || name.startsWith('hr-')
  if (wish.score < (isAbout ? leastLikeAbout : leastLikeTalk)) return undefined
  if (isAbout)
    return isNamed || (topics.some(isTopical) && asked.concepts.filter(isTopical).length > 1) ? undefined : name
  const isShort = whole.tokens.length <= mostWords
  // Word for word an example, it is one whatever its words could be about.
  const isPlain = wish.score >= leastLikeWordForWord || !topics.some(isTopical)
  // "Jeg har talt med hende to gange. Hvad så nu?" greets nobody.
  const isStory = isTold && asked !== whole
  return isShort && !isNamed && isPlain && !isStory ? name : undefined
}
