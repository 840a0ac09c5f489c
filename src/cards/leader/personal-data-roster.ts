import { z } from 'zod'
import { awaitedSchema, rosterPageSchema } from '../../records/roster'
import type { StoredDocument } from '../../store/store'
import { escapeMarkdown } from '../kit/plain-text'
import { type DataReader, type PersonalDataPart, partOf } from './personal-data-part'

/** As they are handed over: the person's own rows and no others. */
const rowsSchema = z.object({
  lines: rosterPageSchema.shape.lines,
  faults: rosterPageSchema.shape.faults,
  changes: rosterPageSchema.shape.changes,
})

export function awaitedPart(documents: readonly StoredDocument[], { texts, locale }: DataReader): PersonalDataPart {
  return partOf(documents, awaitedSchema, ({ addresses, name, unit }) => {
    const said = escapeMarkdown([name, ...addresses, unit ?? ''].filter(Boolean).join(', '))
    return [texts(locale, 'data.awaited', { said })]
  })
}

export function rosterPart(documents: readonly StoredDocument[], { texts, locale }: DataReader): PersonalDataPart {
  return partOf(documents, rowsSchema, ({ lines, faults, changes }) => [
    ...lines.map(({ name, addresses, said, unit }) =>
      texts(locale, 'data.rosterRow', {
        said: escapeMarkdown([name, ...addresses, said, unit ?? ''].filter(Boolean).join(', ')),
      }),
    ),
    ...(faults.length > 0 ? [texts(locale, 'data.rosterFault')] : []),
    ...(changes.length > 0 ? [texts(locale, 'data.rosterChange')] : []),
  ])
}
