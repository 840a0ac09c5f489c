import { readAbsence } from '../src/dates/read-absence'
import { readLeave } from '../src/dates/read-leave'
import { readPast } from '../src/dates/read-past'
import { saidText } from '../src/teams/said-text'
import { cutText } from '../src/text/cut-text'
import { visibleText } from '../src/text/visible-text'
import { withoutLinks } from '../src/text/without-links'
import { cpuTime } from './support/cpu-time'
import { knowledge } from './support/kept'

// What a message may hold at most, of the parts that a pattern could go back and forth over.

const today = '2026-03-10'
const length = 100_000
const mostMs = 2500
const parts = [
  'x',
  ' ',
  '\n',
  '. ',
  ', ',
  '? ',
  '-',
  '1',
  '1. ',
  '1.1.',
  '"',
  '(',
  '<at ',
  '<at>x',
  'a@',
  'www.',
  '](http:',
  '\u00AD',
  '\u200D',
  '👩\u200D',
  'e\u0301',
  '\u0301',
  'fra 1. til ',
  'uge 28 og ',
  'jeg er ',
  'min chef ',
  'leder af ',
  'jeg vil dø ',
  'hvad skrev jeg om ',
  'sidste uge ',
  'giv mig et spørgsmål om ',
]
const { interpret, readCare, readCalm, readUnease, readTyped, readConsent } = knowledge

test.each<readonly [string, (text: string) => unknown]>([
  ['what was said', (text) => saidText({ text, entities: [], recipient: { id: '28:bot', name: 'Pejling' } })],
  ['what is seen of it', visibleText],
  ['its words without links', withoutLinks],
  ['its beginning', (text) => cutText(text, length / 2)],
  ['an absence', (text) => readAbsence(text, today)],
  ['a leave', readLeave],
  ['a time that is over', (text) => readPast(text, today)],
  ['what was asked', (text) => interpret(text)],
  ['trouble', readCare],
  ['calm', readCalm],
  ['unease', readUnease],
  ['whether it asks or tells', readTyped],
  ['consent', readConsent],
])('%s is read from 100 KB of anything in bounded time', (_what, read) => {
  read('hej')
  const slow = parts.flatMap((part) => {
    const before = cpuTime()
    read(part.repeat(length / part.length))
    const ms = cpuTime() - before
    return ms > mostMs ? [`${JSON.stringify(part)}: ${Math.round(ms)} ms`] : []
  })
  expect(slow).toEqual([])
})
