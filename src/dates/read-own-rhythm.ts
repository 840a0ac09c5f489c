/** When somebody wants to be asked again and again. What is not said is undefined. */
export type RhythmReading =
  | {
      readonly status: 'rhythm'
      readonly weekday: number | undefined
      readonly time: string | undefined
      readonly everyWeeks: number | undefined
      readonly topic: string
    }
  /** More often than weekly. */
  | { readonly status: 'daily' }
  /** More seldom than every second week. */
  | { readonly status: 'monthly' }
  | { readonly status: 'no-such-time'; readonly said: string }

const weekdays: readonly (readonly [RegExp, number])[] = [
  [/\b(mandag|monday)/, 1],
  [/\b(tirsdag|tuesday)/, 2],
  [/\b(onsdag|wednesday)/, 3],
  [/\b(torsdag|thursday)/, 4],
  [/\b(fredag|friday)/, 5],
  [/\b(lørdag|loerdag|saturday)/, 6],
  [/\b(søndag|soendag|sunday)/, 7],
]
const dayName = '(?:man|tirs|ons|tors|fre|lør|loer|søn|soen)dag(?:en|e)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?'
/** Says that it comes again. */
const often = new RegExp(
  `(?<!\\p{L})(?:(?:hver|hvert|every)\\s+(?:(?:anden|andet|2\\.?|other|second)\\s+)?(?:${dayName}|uge|week|dag|day)|(?:ugentlig(?:t|e)?|weekly|biweekly|fortnightly|daglig(?:t|e)?|daily)|en gang om ugen|once a week|hver(?:t)?\\s+(?:14\\.?|fjortende)\\s+dag|every\\s+(?:two\\s+weeks|fortnight|month)|hver\\s+måned|månedlig(?:t|e)?|monthly|en gang om måneden|once a month|(?<=(?:spørgsmål|question)\\s+)(?:om\\s+ugen|a\\s+week))(?!\\p{L})`,
  'u',
)
const monthly =
  /(?<!\p{L})(?:hver\s+måned|månedlig(?:t|e)?|every\s+month|monthly|en gang om måneden|once a month)(?!\p{L})/u
const daily =
  /(?<!\p{L})(?:(?:hver|every)\s+(?:(?:anden|2\.?|other|second)\s+)?(?:dag|day)|daglig(?:t|e)?|daily)(?!\p{L})/u
const everySecond =
  /(?<!\p{L})(?:(?:hver|hvert|every)\s+(?:anden|andet|2\.?|other|second)|hver\s+(?:14\.?|fjortende)\s+dag|every\s+(?:two\s+weeks|fortnight)|biweekly|fortnightly)(?!\p{L})/u
/** Asks for questions for oneself, or for all who are there. */
const asking = { mine: askingFor('mig', 'me', 'jeg', 'i'), ours: askingFor('os', 'us', 'vi', 'we') }

function askingFor(mig: string, me: string, jeg: string, i: string): RegExp {
  return new RegExp(
    `(?<!\\p{L})(?:(?:sende?|give?|stille?|bringe?)\\s+${mig}|(?:send|give|bring)\\s+${me}|spørge?\\s+${mig}|ask\\s+${me}|${jeg}\\s+(?:vil|kunne|ønsker)\\s+(?:gerne\\s+|godt\\s+|tænke\\s+(?:mig|os)\\s+)*(?:at\\s+)?(?:have|få|et)|(?:kan|må|kunne)\\s+${jeg}\\s+(?:godt\\s+|gerne\\s+)?få|${i}\\s+(?:want|would\\s+like)\\s+(?:to\\s+(?:have|get)\\s+)?(?:a|one)|(?:can|could|may)\\s+${i}\\s+(?:have|get))(?!\\p{L})|^(?:et|a)\\s+(?:fast|ugentligt|weekly|regular)\\s`,
    'u',
  )
}

const refusing = /(?<!\p{L})(?:ikke|aldrig|stop|not|never|don't)(?!\p{L})/u
/** "Kan du ikke …" asks. */
const politely = /^(?:kan|vil|kunne|gider)\s+du\s+ikke(?:\s+nok)?\s/u
const question = /(?<!\p{L})(?:refleksions)?(?:spørgsmål|spoergsmaal)(?:et|ene)?|questions?(?!\p{L})/u
const clock =
  /(?<!\p{L})(?:kl(?:okken|\.)?\s*(\d{1,2})(?:[.:](\d{2}))?|at\s+(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm)?|(\d{1,2})[.:](\d{2}))(?!\d)/u
const about =
  /(?<!\p{L})(?:kun\s+om|om|about|on)\s+(?!(?:ugen|uge|måneden|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|formiddagen|morgenen|eftermiddagen|dagen)(?:en|e|s)?(?!\p{L}))([^,.?!]+)/u
const longest = 300

/**
 * Reads a wish to be asked at a time of one's own: "send mig et spørgsmål hver fredag kl. 9 om delegering", or where it is `ours` "giv os
 * …". Danish and English alike. Undefined for any other text, such as one that tells of something that happens every week. Pure.
 */
export function readOwnRhythm(text: string, whose: keyof typeof asking = 'mine'): RhythmReading | undefined {
  const said = text.toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim()
  if (said.length > longest || !often.test(said) || !isWish(said, whose)) return undefined
  const at = clock.exec(said)
  const time = at ? timeOf(at) : undefined
  if (at && time === undefined) return { status: 'no-such-time', said: at[0].trim() }
  const weekday = weekdays.find(([name]) => name.test(said))?.[1]
  if (daily.test(said) && weekday === undefined) return { status: 'daily' }
  if (monthly.test(said)) return { status: 'monthly' }
  const everyWeeks = everySecond.test(said) ? 2 : 1
  return { status: 'rhythm', weekday, time, everyWeeks, topic: topicOf(said) }
}

/** Asks for questions; or says when and nothing else ("hver fredag kl. 9", "et spørgsmål hver fredag"). */
function isWish(said: string, whose: keyof typeof asking): boolean {
  if (refusing.test(said.replace(politely, ''))) return false
  if (asking[whose].test(said) && question.test(said)) return true
  if (new RegExp(`^(?:${whose === 'mine' ? 'spørg mig|ask me' : 'spørg os|ask us'})(?!\\p{L})`, 'u').test(said))
    return true
  const rest = said
    .replace(often, '')
    .replace(clock, '')
    .replace(new RegExp(dayName, 'gu'), '')
    .replace(/^(?:et|ét|a|one)\s+(?:nyt\s+|new\s+)?(?:refleksions)?(?:spørgsmål|spoergsmaal|question)(?!\p{L})/u, '')
    .replace(about, '')
    .replace(/(?<!\p{L})(?:om|på|on|tak|please|morgen|formiddag)(?!\p{L})/gu, '')
  return rest.replace(/[\s.,!]/g, '') === '' && (clock.test(said) || new RegExp(dayName, 'u').test(said))
}

function timeOf([, danish, danishMinutes, english, englishMinutes, half, bare, bareMinutes]: RegExpExecArray):
  | string
  | undefined {
  const hour = Number(danish ?? english ?? bare)
  const minutes = Number(danishMinutes ?? englishMinutes ?? bareMinutes ?? 0)
  const shifted = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour
  if (shifted > 23 || minutes > 59) return undefined
  return `${String(shifted).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function topicOf(said: string): string {
  const without = said.replace(clock, '')
  const topic = about.exec(without)?.[1] ?? ''
  return topic
    .replace(often, '')
    .replace(new RegExp(`(?<!\\p{L})(?:om\\s+|på\\s+|on\\s+)?(?:${dayName})`, 'gu'), '')
    .replace(/(?<!\p{L})(?:tak|please)(?!\p{L})/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
