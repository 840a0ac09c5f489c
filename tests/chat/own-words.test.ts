import { z } from 'zod'
import { actions } from '../../src/chat/actions'
import { verbsWithWords } from '../../src/chat/care'

// Whatever somebody can write into a card is read for whether they are in trouble.

/** Buttons that bring words which are nobody's own trouble, or that have been read already. */
const others: Readonly<Record<string, string>> = {
  ask: 'it is read as if it had been typed',
  'hr.write': 'what was typed before it',
  'prompt.edit': 'what was typed before it',
  'reflections.find': 'what was searched for before, on another page',
  'meeting.start': 'what the meeting was asked for with, and read, before it',
  'meeting.send': 'what the meeting was asked for with, and read, before it',
  'channel.edit': 'what was posted, and read, before it',
  'channel.leave': 'what was posted, and read, before it',
  'channel.remove': 'what was posted, and read, before it',
}
/** HR's own, who plan and answer there; what they write is for others. */
const isOfHr = (verb: string) => /^(campaign|season|roster|access|log|desk)\./.test(verb)
/** Which thing or time is meant, and no words about it. */
const isName = (field: string) => /(Id|Ids|framework|[rR]ole|area|group|from|weeks|date|outcome)$/.test(field)

/** What was written, and read, before a card of other points was asked for; it goes along. */
const readBefore = 'said'

/** @returns the fields of free text that a button may bring */
function freeText(input: z.ZodType): string[] {
  const { properties = {} } = z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' })
  return Object.entries(properties).flatMap(([field, of]) => {
    const { type, maxLength = Number.POSITIVE_INFINITY, ...rest } = of as { type?: string; maxLength?: number }
    const isFree =
      type === 'string' &&
      maxLength >= 100 &&
      !('enum' in rest || 'const' in rest || 'pattern' in rest || 'format' in rest)
    return isFree && !isName(field) && field !== readBefore ? [field] : []
  })
}

const written = Object.entries(actions).flatMap(([verb, { input }]) =>
  isOfHr(verb) ? [] : freeText(input).map((field) => [verb, field] as const),
)

test('what can be written into a card is read for trouble, or it is known why not', () => {
  const unread = written.filter(([verb]) => !verbsWithWords.has(verb) && !Object.hasOwn(others, verb))
  expect(unread).toEqual([])
  expect(written.length).toBeGreaterThanOrEqual(verbsWithWords.size)
})

test('it stands in the fields that are read', () => {
  expect(
    written.filter(
      ([verb, field]) =>
        verbsWithWords.has(verb) && !['text', 'topic', 'who'].includes(field) && !/^(mine|theirs)\d$/.test(field),
    ),
  ).toEqual([])
})

test('no button is named that brings no words', () => {
  const verbs = new Set(written.map(([verb]) => verb))
  expect([...verbsWithWords, ...Object.keys(others)].filter((verb) => !verbs.has(verb))).toEqual([])
})
