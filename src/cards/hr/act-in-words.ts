import { hrActs } from '../../caller/audit'
import type { LogEntry, LogPerson } from '../../hr-access/list-log'
import { occasionOf } from '../../records/ids'
import { numberInWords, recipientsInWords } from '../campaign/campaign-words'
import { dateInWords } from '../kit/local-time'
import type { SheetReader } from '../kit/sheet-card'

/** What was done, as a sentence without its subject. */
export function actInWords({ texts, locale }: SheetReader, { line, about }: LogEntry): string {
  const t = (key: string, params = {}) => texts(locale, key, params)
  const { what, counts, campaignName, id, at } = line
  // A newer version of the program may have noted what this one has no words for.
  const key = hrActs.find((act) => act === what)
  return t(key ? `log.act.${key}` : 'log.act.other', {
    ...counts,
    what,
    whom: whomInWords({ texts, locale }, counts),
    // What is done to one time of a campaign has that time's id in its own.
    date: dateInWords(locale, occasionOf(id)?.date ?? at.slice(0, 10), at.slice(0, 10)),
    campaign: campaignName || t('log.campaign.gone'),
    about: about ? aboutInWords({ texts, locale }, about) : '',
  })
}

/** "1 leder og 2 kanaler". */
function whomInWords({ texts, locale }: SheetReader, counts: LogEntry['line']['counts']): string {
  const { recipients = 0, leaders, channels } = counts
  if (leaders === undefined || channels === undefined)
    return texts(locale, 'log.recipients', { n: numberInWords(locale, recipients) })
  return recipientsInWords(texts, locale, { leaders, channels })
}

/** Who did it. */
export function actorInWords(reader: SheetReader, { by }: LogEntry): string {
  return by ? personInWords(reader, by) : reader.texts(reader.locale, 'log.operator')
}

/** Inside a sentence. */
function aboutInWords(reader: SheetReader, person: LogPerson): string {
  return person.kind === 'erased' ? reader.texts(reader.locale, 'log.about.erased') : personInWords(reader, person)
}

function personInWords({ texts, locale }: SheetReader, person: LogPerson): string {
  switch (person.kind) {
    case 'known':
      return person.name
    case 'erased':
      return texts(locale, 'log.erased')
    case 'operator':
      return texts(locale, 'log.operatorBy', { by: person.name })
  }
}
