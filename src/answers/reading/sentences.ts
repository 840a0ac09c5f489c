import { tokenise } from '../../search/danish'
import type { Names } from './names'

/** A sentence and whether it asks for something. */
export interface Sentence {
  readonly text: string
  readonly asks: boolean
}

/** What may stand before what is asked without changing that it is. */
const leadIns = new Set(
  tokenise(
    'men så og altså nu jamen hej okay ok ja nej kort sagt helt ærligt egentlig please nå bare blot but so well hi hey also derfor',
  ).map((token) => token.folded),
)
const requests =
  /^(giv|fortæl|vis|list|nævn|rids|opsummer|forklar|uddyb|sæt|læg|stil|hold|sammenlign|tæl|find|hent|skriv|de bedes|bedes|kan du|kunne du|kan i|må jeg (få|se|bede|udbede)|jeg (vil|ville|skal) (sætte|bede|tillade|ønske|udbede)|lad mig|jeg (vil|ville|vil gerne|vil godt) (gerne |godt )?(vide|se|have|kende|høre)|give|show|tell|list|explain|compare|could you|can you|would you|please)\b/i
const later =
  /[,:;–-]\s*(er der|står der|skal jeg|må jeg|bør jeg|har i|fortæl|hvilke[nt]?|(hvad|hva|hvem|hvordan|hvor|hvornår|hvorfor)(?! (jeg|vi|du|i|han|hun|de|man|den|det|der|dem|en|et|min|mit|mine|vores|hans|hendes|deres|som)\b)|what|how|which|who|where)\b/iu
/** "Før jeg svarer, vil jeg godt vide, hvad der bliver anderledes": a question in another sentence. */
const indirect =
  /\b(vil|ville|kunne|skal|må|nu) (jeg |vi )?(også |godt |gerne |lige |bare |så )*(vide|have at vide|høre|kende|se)\b|\b(want|like|need) to know\b/i

/** "Hvad er nyt", wherever it stands: the verb before its subject asks. */
const inverted =
  /\b((hvad|hvilke[nt]?( \p{L}+)?|hvem|hvordan|hvor (meget|mange|langt|tit)) (er|bliver|skal|kan|gør|siger|siges|betyder|kræver|kræves|forventes|forventer|ventes|venter|står|må|bør|vil|har|dækker|mener|menes|ligger|hænger|går|laver|bygger|gælder|hedder|mangler|hører|adskiller|ændrer|skriver|nævner|taler|indebærer|omfatter|kendetegner|påhviler)|what (is|are|does|do|changes|must|should|can|will|would)|how (is|are|does|do|should|can))\b/iu
/** A verb first asks where what is spoken of stands after it: "kræver Odder", "må man", "får jeg". */
const verbFirst =
  /^(kræver|forventer|nævner|siger|gælder|advarer|omtaler|findes|falder|hører|får|gør|ligger|bliver|skal|må|kan|bør|vil|har|er|ser|bruger|tør|does|do|is|are|can|should|may|has) (jeg|vi|man|du|i|de|det|der|en|et|min|mine|vores|nogen|grundlaget|kommunen|sorø|odder|sønderborg|skanderborg|kerteminde)\b/iu

/** The sentences of a text, in order. A stop within a number, a time or an abbreviation ends none. */
export function sentencesOf(names: Names, text: string): Sentence[] {
  return text
    .replace(/\b(kl|nr|ca|pr|kr|osv|dvs|pga|f\.eks|fx|hr|min|max|st|sek)\.(?=\s)/giu, '$1')
    .split(/(?<=[?!])\s+|(?<=[\p{L}”"'’)]{2,}[.…]+)\s+|\n+/u)
    .flatMap(askingApart)
    .map((part) => part.trim())
    .filter((part) => tokenise(part).length > 0)
    .map((part) => ({ text: part, asks: doesAsk(names, part) }))
}

/** A question in the order of a question, after what was said without a stop: "vi er fem i huset hvad gør vi". */
const unstopped =
  /\s+(?=(?:(?:og|men|så|for) )?(?:hvad|hva|hvilke[nt]?(?: \p{L}+)?|hvem|hvordan|hvor(?: meget| mange| tit)?|hvornår|hvorfor) (?:er|bliver|skal|kan|gør|siger|siges|betyder|kræver|kræves|ventes|forventes|forventer|står|må|bør|vil|har|ville|burde|starter|begynder|stiller)\b)/iu
const leastBefore = 10

/** What was dictated has no stops: what asks at its end is a sentence by itself. */
function askingApart(part: string): string[] {
  const [before = ''] = part.split(unstopped, 1)
  const rest = part.slice(before.length).trim()
  return rest !== '' && tokenise(before).length >= leastBefore && !/[,:;–-]$/.test(before)
    ? [before, ...askingApart(rest)]
    : [part]
}

function doesAsk(names: Names, text: string): boolean {
  if (/\?[^\p{L}\p{N}]*$/u.test(text)) return true
  const bare = text.replace(/^[^\p{L}\p{N}]+/u, '')
  if (requests.test(bare) || indirect.test(text) || later.test(text) || inverted.test(text) || verbFirst.test(bare))
    return true
  const first = tokenise(text)
    .map((token) => token.folded)
    .find((word) => !leadIns.has(word))
  return (
    first !== undefined && (first === 'hvor' || (names.questionWords.has(first) && !names.questionVerbs.has(first)))
  )
}
