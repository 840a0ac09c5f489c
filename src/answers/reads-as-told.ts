import type { Findings } from './findings'
import type { Wish } from './read-wish'
import type { Sentence } from './sentences'

/** Words with which one asks for advice on what was told, rather than for what the document says. */
const advice =
  /\b(hvad (gør|skal|kan|bør|ville) (jeg|vi|man|du)( så| nu)? (gøre|stille op)|hvad gør (jeg|vi|man)|hva så|hvad så|hvad nu|nogen råd|gode råd|hvordan \p{L}+ (jeg|vi|man|du)|what (do|should|can|would) (i|we|you) do|how (do|can|should|would) (i|we)|any (advice|tips|ideas))/iu
/** Whom a story is about; without one of them a text is a topic put in words ("at stå i noget man ikke kender enden på"). */
const somebody =
  /\b(jeg|vi|mig|os|min|mit|mine|vores|han|hun|de|dem|folk|en af|to af|nogle? af|medarbejderne|en medarbejder|personalet|teamet|afdelingen|ingen|alle|lærerne|pædagogerne|i|we|my|our|they|people|nobody|everyone|someone)\b/iu
const own = /\b(jeg|vi|mig|os|min|mit|mine|vores|i|we|my|our|me)\b/iu
const fewestWords = 4

interface Read {
  readonly asked: Findings
  readonly whole: Findings
  readonly wish: Wish
}

/** Kinds that ask what the document says, whoever tells what before. */
const asksDocument = ['expectations', 'pitfalls', 'values', 'definition', 'overview', 'compare', 'change']
/** So like an example is a question that what stands around it may be any story. */
const plainlyLike = 0.55

/** Whether a text tells of a leader's own trouble, and is not a question on what the document says. */
export function tellsOnly(sentences: readonly Sentence[], { asked, whole, wish }: Read): boolean {
  const { has, asksFramework } = asked
  if (has('pitfalls') || has('values') || asksFramework || has('compare')) return false
  if (whole.tokens.length < fewestWords) return false
  const asks = sentences.some((sentence) => sentence.asks)
  const isAdvice = asks && advice.test(asked.text)
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
