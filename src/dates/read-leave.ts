/** "Jeg er på", "vi holder", "jeg skal til at holde"; nothing of anybody else. */
const opening =
  /^(?:(?:hej|nb|ps|fyi|info|husk|og|men|så|nå|lige|hi|hello|pejling)\s+)*(?:(?:jeg|i)\s+(?:er|går|gaar|skal|holder|tager|har|bliver|kommer|am|will be|go|have|take)|i'm|im|i m)?\s*(?:(?:nu|snart|lige|også|selv|desværre|planlagt|gå|holde|være|på|paa|have|on|away|be|going|taking|out)\s+)*/u
const leave =
  /^(?:(?:sommer|påske|jule|vinter|efterårs|barsels|forældre)?(?:ferie|feriefri|orlov)|barsel|fri|fravær|fraværende|sygemeldt|bortrejst|ude af huset|udenfor kontoret|væk|stop|(?:send (?:mig )?)?ingen spørgsmål|no questions|holiday|vacation|leave|maternity leave|parental leave|sick leave|off|out of office|away)(?![\p{L}])\s*/u
/** What is said besides, and asks for what a pause does. */
const closing =
  /[\s,.;:–-]*(?:(?:så|og|derfor|so|and|please)\s+)*(?:(?:send|giv|stil|spørg)\s+(?:mig\s+)?(?:ikke|ingen|først)[\p{L}\s]*|ingen\s+(?:spørgsmål|beskeder)[\p{L}\s]*|(?:hold|tag)\s+(?:en\s+)?pause[\p{L}\s]*|no questions[\p{L}\s]*|bare så du ved det)?[\s.!]*$/u

const thanks = /[\s,.;:–-]*(?:tak|mange tak|thanks|thank you|hilsen[\p{L}\s]*)[\s.!]*$/u

/** Seasons that are holidays say when by themselves. */
const holidayNames = /^(sommer|påske|jule|vinter|efterårs)ferie/u

/**
 * What stands beside "ferie", "orlov" or "barsel" where somebody says of themselves that they are away, and nothing else: the words that
 * say when; '' where none do. Undefined for any other text, such as a question, and for what tells of somebody else or of what happened.
 */
export function readLeave(text: string): string | undefined {
  const said = text.toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim()
  if (said.length > 200 || said.includes('?')) return undefined
  const begun = said.replace(opening, '')
  const named = leave.exec(begun)?.[0]
  if (named === undefined) return undefined
  const rest = begun.slice(named.length)
  const when = rest.replace(thanks, '').replace(closing, '').trim()
  // By themselves these ask for more than a pause, and a word alone may be a topic.
  if (when === '' && (begun === said || /^(stop|send|ingen|no )/.test(named))) return undefined
  const holiday = holidayNames.exec(named)?.[0]
  return holiday !== undefined && when === '' ? holiday : when
}
