import type { Lexicon } from './lexicon'

/** What a topic is called where one can ask about it: "prioritering" and not "prioritere". */
export interface TopicName {
  readonly da: string | undefined
  readonly en: string | undefined
}

const danishEndings = ['hed', 'else', 'ning', 'ing', 'ering', 'ation', 'itet', 'se']
/** Verbs and adjectives; the nouns in -e that the lexicon uses are let through. */
const isDanishVerb = /(e|ig|sk|bar|som|iv)$/
const danishNouns = /(else|ejde|tale|source|krise|iale|støtte|viden)$/
const englishEndings = ['ness', 'ment', 'ion', 'ation', 'tion', 'ing', 'ity', 'y', 'ance']

/** Names for the words that a topic is related to, each a noun; none where the lexicon has no such noun. */
export function createTopicNames({ topics }: Pick<Lexicon, 'topics'>): (word: string) => TopicName {
  type Topic = (typeof topics)[number]
  const topicOf = new Map<string, Topic>()
  for (const topic of topics) for (const word of topic.words) if (!topicOf.has(word)) topicOf.set(word, topic)
  // The topic that goes by the word comes before those that only hold it.
  for (const topic of topics) topicOf.set(topic.words[0] ?? '', topic)
  return (word) => {
    const topic = topicOf.get(word)
    const noun = nounOf(word, topic?.words ?? [], danishEndings)
    const [english] = topic?.words[0] === word ? topic.en : []
    return {
      da: noun ?? (isDanishVerb.test(word) && !danishNouns.test(word) ? undefined : word),
      en: english && (nounOf(english, topic?.en ?? [], englishEndings) ?? english),
    }
  }
}

/** "Kommunikere" and "kommunikation", "åben" and "åbenhed": the same beginning, and the ending of a noun. */
function nounOf(word: string, among: readonly string[], endings: readonly string[]): string | undefined {
  const bases = [word, word.replace(/e$/, ''), word.replace(/(ere|ise|ate|se)$/, '')]
  return among.find((other) => bases.some((base) => endings.some((ending) => other === base + ending)))
}
