import { tokenise } from '../search/danish'
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
  /^(giv|fortæl|vis|list|nævn|rids|opsummer|forklar|uddyb|sæt|læg|stil|hold|sammenlign|tæl|find|hent|skriv|de bedes|bedes|kan du|kunne du|kan i|må jeg (få|se|bede)|lad mig|jeg (vil|ville|vil gerne|vil godt) (gerne |godt )?(vide|se|have|kende|høre)|give|show|tell|list|explain|compare|could you|can you|would you|please)\b/i
const later =
  /[,:;–-]\s*(hvad|hva|hvilke[nt]?|hvem|hvordan|hvor|hvornår|hvorfor|er der|står der|skal jeg|må jeg|bør jeg|har i|fortæl|what|how|which|who|where)\b/i

/** "Hvad er nyt", wherever it stands: the verb before its subject asks. */
const inverted =
  /\b(hvad|hvilke[nt]?( \p{L}+)?|hvem|hvordan|hvor (meget|mange|langt|tit)) (er|bliver|skal|kan|gør|siger|siges|betyder|kræver|kræves|forventes|forventer|står|må|bør|vil|har|dækker|mener|ligger|hænger|går)\b/iu
/** A verb first asks where what is spoken of stands after it: "kræver Odder", "må man", "får jeg". */
const verbFirst =
  /^(kræver|forventer|nævner|siger|gælder|advarer|omtaler|findes|falder|hører|får|gør|ligger|bliver|skal|må|kan|bør|vil|har|er|ser|bruger|tør|does|do|is|are|can|should|may|has) (jeg|vi|man|du|i|de|det|der|en|et|min|mine|vores|nogen|grundlaget|kommunen|sorø|odder|sønderborg|skanderborg|kerteminde)\b/iu

/** The sentences of a text, in order. A stop within a number, a time or an abbreviation ends none. */
export function sentencesOf(names: Names, text: string): Sentence[] {
  return text
    .replace(/\b(kl|nr|ca|pr|kr|osv|dvs|pga|f\.eks|fx|hr|min|max|st|sek)\.(?=\s)/giu, '$1')
    .split(/(?<=[?!])\s+|(?<=[\p{L}”"'’)]{2,}[.…]+)\s+|\n+/u)
    .map((part) => part.trim())
    .filter((part) => tokenise(part).length > 0)
    .map((part) => ({ text: part, asks: doesAsk(names, part) }))
}

function doesAsk(names: Names, text: string): boolean {
  if (/\?[^\p{L}\p{N}]*$/u.test(text)) return true
  const bare = text.replace(/^[^\p{L}\p{N}]+/u, '')
  if (requests.test(bare) || later.test(text) || inverted.test(text) || verbFirst.test(bare)) return true
  const first = tokenise(text)
    .map((token) => token.folded)
    .find((word) => !leadIns.has(word))
  return (
    first !== undefined && (first === 'hvor' || (names.questionWords.has(first) && !names.questionVerbs.has(first)))
  )
}
