import type { Concept } from '../../search/vocabulary'
import { type Parts, pointsBack } from './read-parts'

/** So like an example must small talk be, and so like one a matter that is none of Pejling's. */
const leastLikeTalk = 0.55
const leastLikeOutside = 0.45
const leastLikeAbout = 0.48
/** Who names an area hardly asks of anything else. */
const leastLikeNamed = 0.75
const leastLikeWordForWord = 0.9
/** Longer than this, a text is more than small talk. */
const mostWords = 14

/** "Du er en haj" speaks to Pejling, "det er et selvmål" of something else. */
const toPejling = /\b(du|dig|you)\b/i

/** "Ok cool" is a word in passing, whatever the word. */
const mostWordsOfAWord = 3

const saysAbout = /\b(siger|står|skriver|nævner|says?)\b.*\b(om|about)\b/i

const isTopical = (concept: Concept) => concept.isTopic

/** The text that answers small talk, a question about Pejling or something outside its field; undefined for all else. */
export function readTalk(parts: Parts): string | undefined {
  const { asked, whole, wish, isTold } = parts
  if (whole.tokens.length === 0) return 'empty'
  // Whoever tells at length tells of something, whatever one sentence of it is like.
  if (isTold && whole.tokens.length > mostWords) return undefined
  const isNamed = asked.roles.length + asked.areas.length > 0
  const leastOutside = asked.areas.length > 0 ? leastLikeNamed : isTold ? leastLikeTalk : leastLikeOutside
  if (wish.kind === 'outside' && wish.score >= leastOutside && !asked.asksFramework) return 'outside'
  const [group, name] = wish.kind.split('.')
  if (group !== 'talk' && !isNamed && !isTold) return aboutPejling(parts)
  if (group !== 'talk' || !name || isOfTopic(parts)) return undefined
  // "Hvad siger grundlaget om kunstig intelligens?" asks the document.
  if (asked.asksFramework && saysAbout.test(asked.text)) return undefined
  const isAbout = name.startsWith('about-') || name.startsWith('hr-')
  const isMeant = isAbout ? isAboutPejling(parts) : isSmallTalk(parts)
  return isMeant && !isNamed ? name : undefined
}

/** In no words that an example has, a text may be counted to speak to Pejling, and to nobody else. */
const leastCounted = 0.9

function aboutPejling({ asked, whole, topics }: Parts): string | undefined {
  if (whole !== asked || topics.some(isTopical)) return undefined
  const talk = [...asked.counted()].filter(([kind]) => kind.startsWith('talk.about-'))
  const sum = talk.reduce((all, [, share]) => all + share, 0)
  const [kind] = talk.reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0])
  return sum >= leastCounted ? kind.slice('talk.'.length) : undefined
}

/** "Feedback, hvor er det henne" asks of feedback. */
function isOfTopic({ asked, wish: { clause } }: Parts): boolean {
  const isOutside = asked.concepts.some(isTopical) && !clause.concepts.some(isTopical)
  return clause !== asked && isOutside && pointsBack(clause)
}

function isAboutPejling({ asked, wish, topics, strange }: Parts): boolean {
  const isOfMore = topics.some(isTopical) && asked.concepts.filter(isTopical).length > 1
  const isNamedAlone = strange.some(isTopical) && wish.score < leastLikeNamed
  return wish.score >= leastLikeAbout && !isOfMore && !isNamedAlone
}

function isSmallTalk({ asked, whole, wish, strange, isTold }: Parts): boolean {
  if (wish.score < leastLikeTalk || whole.tokens.length > mostWords) return false
  // "Jeg har talt med hende to gange. Hvad så nu?" greets nobody.
  if (isTold && asked !== whole) return false
  // Word for word an example, it is one whatever its words could be about.
  if (wish.score >= leastLikeWordForWord || strange.length === 0) return true
  return !strange.some(isTopical) && (whole.tokens.length <= mostWordsOfAWord || toPejling.test(asked.text))
}
