import { asksOfDocument, documentKinds, isNamed, type Telling } from './asks-of-document'
import { advice } from './example-index'
import { type Findings, likeOneOf } from './findings'
import type { Sentence } from './sentences'

/** Words with which one asks for advice on what was told, rather than for what the document says. */
const asksForAdvice =
  /\b(hvad (gør|skal|kan|bør|ville) (jeg|vi|man|du)( så| nu)? (gøre|stille op)|hvad gør (jeg|vi|man)|hva så|hvad så|hvad nu|nogen råd|gode råd|hvordan \p{L}+ (jeg|vi|man|du)|what (do|should|can|would) (i|we|you) do|how (do|can|should|would) (i|we)|any (advice|tips|ideas))/iu
/** "I have", "I'm": the Danish word "i" is nobody. */
const englishI =
  "i['’]m|i (am|was|have|had|do|did|don|can|could|feel|felt|need|want|lead|run|took|told|said|keep|find|get|got|always|never|know|think)"
/** Whom a story is about; without one of them a text is a topic put in words ("at stå i noget man ikke kender enden på"). */
const somebody = new RegExp(
  `(?<!\\p{L})(jeg|vi|mig|os|min|mit|mine|vores|han|hun|de|dem|folk|en af|to af|nogle? af|en medarbejder|personalet|teamet|afdelingen|ingen|alle|\\p{L}{3,}(erne|ene)|we|my|our|they|people|nobody|everyone|someone|${englishI})(?!\\p{L})`,
  'iu',
)
const own = new RegExp(
  `(?<!\\p{L})(jeg|vi|mig|os|min|mit|mine|vores|we|my|our|me|do i|should i|can i|am i|${englishI})(?!\\p{L})`,
  'iu',
)
const fewestWords = 4

/** Who tells so much beside what they ask tells of something, whatever words of leadership it holds. */
const wordsOfAStory = { withAQuestion: 14, alone: 24 }

/** So like an example, a text of some words asks for advice, for what the document says or for a topic, whoever it speaks of. */
const leastLike = { advice: 0.75, document: 0.4, documentUnasked: 0.55, topic: 0.55 }
/** What asks is counted to tell of something so little that it does not, or so much that it does. */
const counted = { least: 0.05, plainly: 0.6 }
/** So few words with an area in them ask for what stands there. */
const fewWordsOfAnArea = 14
const fewWordsOfATopic = 10
const fewestToldWords = 5
/** So many words after a question, it is one of the story. */
const mostAfterAQuestion = 18

/** Whether a text tells of a leader's own trouble, and is not a question on what the document says. */
export function tellsOnly(sentences: readonly Sentence[], read: Telling): boolean {
  const { asked, whole } = read
  if (whole.tokens.length < fewestWords) return false
  const share = asked.counted().get('told') ?? 0
  if (share < counted.least && !tellsOn(sentences, asked)) return false
  if (share > counted.plainly && !asked.asksFramework && !asked.has('pitfalls')) return true
  const asks = sentences.some((sentence) => sentence.asks) && !tellsOn(sentences, asked)
  const isStory = asks
    ? whole.tokens.length - asked.tokens.length >= wordsOfAStory.withAQuestion
    : whole.tokens.length >= wordsOfAStory.alone
  return isStory && somebody.test(whole.text) ? !(asks && asksOfDocument(read)) : tellsShortly(read, asks)
}

function tellsOn(sentences: readonly Sentence[], { text }: Findings): boolean {
  const at = sentences.findIndex((sentence) => text.endsWith(sentence.text))
  const after = sentences.slice(at + 1).flatMap((sentence) => sentence.text.split(/\s+/))
  return at >= 0 && after.length > mostAfterAQuestion
}

/** Whether a text of some words tells; a longer one is a story. */
function tellsShortly({ asked, whole, wish }: Telling, asks: boolean): boolean {
  const { has, asksFramework } = asked
  if (has('pitfalls') || has('values') || asksFramework || has('compare')) return false
  const isAdvice =
    asks && (asksForAdvice.test(asked.text) || (!isNamed(asked) && likeOneOf(asked, [advice]) >= leastLike.advice))
  const isDocument =
    documentKinds.includes(wish.kind) &&
    wish.score >= (asks ? leastLike.document : leastLike.documentUnasked) &&
    !(isAdvice && wish.kind === 'overview')
  if (isDocument) return false
  if (
    asks &&
    ((wish.kind === 'told' && own.test(asked.text)) || wish.kind === 'follow-up.doing' || isAdvice) &&
    somebody.test(asked.text)
  )
    return !(asked.areas.length > 0 && whole.tokens.length < fewWordsOfAnArea)
  if (asks) return false
  if (!somebody.test(whole.text) && !has('situation')) return false
  if (/^(at|to) /i.test(whole.text)) return false
  if (wish.kind === 'topic' && wish.score > leastLike.topic && whole.tokens.length < fewWordsOfATopic) return false
  return (
    has('situation') || wish.kind === 'told' || (whole.tokens.length >= fewestToldWords && somebody.test(whole.text))
  )
}
