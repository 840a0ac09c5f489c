import { advice } from './examples'
import type { Findings } from './findings'
import type { Wish } from './read-wish'
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

interface Read {
  readonly asked: Findings
  readonly whole: Findings
  readonly clauses: readonly Findings[]
  readonly wish: Wish
}

/** Kinds that ask what the document says, whoever tells what before. */
const asksDocument = ['expectations', 'pitfalls', 'values', 'definition', 'overview', 'compare', 'change']
const leastLikeAdvice = 0.75
/** So like an example is a question that what stands around it may be any story. */
const plainlyLike = 0.55
const mostAfterAQuestion = 18

/** Whether a text tells of a leader's own trouble, and is not a question on what the document says. */
export function tellsOnly(sentences: readonly Sentence[], read: Read): boolean {
  const { asked, whole } = read
  if (whole.tokens.length < fewestWords) return false
  const asks = sentences.some((sentence) => sentence.asks) && !tellsOn(sentences, asked)
  const isStory = asks
    ? whole.tokens.length - asked.tokens.length >= wordsOfAStory.withAQuestion
    : whole.tokens.length >= wordsOfAStory.alone
  return isStory && somebody.test(whole.text) ? !(asks && asksOfDocument(read)) : tellsShortly(read, asks)
}

/** A question in the middle of a story is one of the story. */
function tellsOn(sentences: readonly Sentence[], { text }: Findings): boolean {
  const at = sentences.findIndex((sentence) => text.endsWith(sentence.text))
  const after = sentences.slice(at + 1).flatMap((sentence) => sentence.text.split(/\s+/))
  return at >= 0 && after.length > mostAfterAQuestion
}

/** A question by itself, at the end of a story: so like one that asks for what the document says, and more so than one for advice. */
const leastLikeADocument = 0.42
/** Two words of a clause are like many things. */
const clauseShare = 0.95

function asksOfDocument({ asked, clauses, wish }: Read): boolean {
  const { has, asksFramework } = asked
  const like = (kinds: readonly string[]) =>
    Math.max(likeOneOf(asked, kinds), ...clauses.map((clause) => clauseShare * likeOneOf(clause, kinds)))
  const advises = like([advice, 'told'])
  const isTwoSided = ['compare', 'change'].includes(wish.kind)
  const isOfPejling = /^talk\.(about|hr)-/.test(wish.kind) && wish.score > advises
  if ((isTwoSided || isOfPejling) && wish.score >= plainlyLike) return true
  const bonus =
    (isNamed(asked) ? 0.15 : 0) + (asksFramework ? 0.4 : 0) + (has('pitfalls') || has('expectations') ? 0.2 : 0)
  return like([...asksDocument, 'topic', 'outside']) + bonus >= Math.max(leastLikeADocument, advises)
}

function isNamed({ areas, roles, relative, self }: Findings): boolean {
  return areas.length + roles.length > 0 || relative !== undefined || self !== undefined
}

function likeOneOf({ like }: Findings, kinds: readonly string[]): number {
  const scores = like()
  return Math.max(...kinds.map((kind) => scores.get(kind) ?? 0))
}

function tellsShortly({ asked, whole, wish }: Read, asks: boolean): boolean {
  const { has, asksFramework } = asked
  if (has('pitfalls') || has('values') || asksFramework || has('compare')) return false
  const isAdvice =
    asks && (asksForAdvice.test(asked.text) || (!isNamed(asked) && likeOneOf(asked, [advice]) >= leastLikeAdvice))
  const isDocument =
    asksDocument.includes(wish.kind) &&
    wish.score >= (asks ? 0.4 : plainlyLike) &&
    !(isAdvice && wish.kind === 'overview')
  if (isDocument) return false
  if (
    asks &&
    ((wish.kind === 'told' && own.test(asked.text)) || wish.kind === 'follow-up.doing' || isAdvice) &&
    somebody.test(asked.text)
  )
    return !(asked.areas.length > 0 && whole.tokens.length < 14)
  if (asks) return false
  if (!somebody.test(whole.text) && !has('situation')) return false
  if (/^(at|to) /i.test(whole.text)) return false
  if (wish.kind === 'topic' && wish.score > plainlyLike && whole.tokens.length < 10) return false
  return has('situation') || wish.kind === 'told' || (whole.tokens.length >= 5 && somebody.test(whole.text))
}
