import { noteFault } from '../../../src/journal/keep-note'
import { earlierOn } from '../../../src/journal/reading/earlier-on'
import type { Reflection } from '../../../src/records/reflection'

const at = '2026-03-10T08:00:00.000Z'
function written(id: string, promptId: string, more: Partial<Reflection> = {}): Reflection {
  const stands = { leaderId: 'l', statementIds: [], state: 'answered' as const, shownAt: at, createdAt: at }
  return { id, promptId, text: 'Noget.', ...stands, ...more }
}
const asked = { id: 'now', promptId: 'odder/leder/dialog/q1', statementIds: ['odder/leder/dialog/1'] }
const idOf = (answered: Reflection[], more: Partial<Reflection> = {}) => earlierOn(answered, { ...asked, ...more })?.id

test.each<[string, Reflection[], Partial<Reflection>, string | undefined]>([
  ['nothing', [], {}, undefined],
  [
    'the answer that it goes on from',
    [written('same', asked.promptId), written('from', 'x/y/z/q1')],
    { goesOnFrom: { reflectionId: 'from', answeredAt: at } },
    'from',
  ],
  [
    'the same question before one on the same point',
    [written('point', 'a/b/c/q1', { statementIds: asked.statementIds }), written('same', asked.promptId)],
    {},
    'same',
  ],
  [
    'one on the same point before one in the area',
    [written('area', 'odder/leder/dialog/q9'), written('point', 'a/b/c/q1', { statementIds: asked.statementIds })],
    {},
    'point',
  ],
  [
    'the newest in the area, a note too',
    [written('note', 'note', { area: 'odder/dialog' }), written('area', 'odder/leder/dialog/q9')],
    {},
    'note',
  ],
  ['never itself', [written('now', asked.promptId)], {}, undefined],
  ['no number alone', [written('number', asked.promptId, { text: undefined, scale: 4 })], {}, undefined],
  [
    'the same question of HR’s, and no other',
    [written('other', 'own', { question: 'Hvad nu?' }), written('hr', 'own', { question: 'Hvad så?' })],
    { promptId: 'own', statementIds: [], question: 'Hvad så?' },
    'hr',
  ],
  ['nothing in another area', [written('else', 'odder/leder/faglighed/q1'), written('note', 'note')], {}, undefined],
])('what was written last about it is %s', (_what, answered, more, id) => {
  expect(idOf(answered, more)).toBe(id)
})

test.each([
  ['', 'ownNote.fault.empty'],
  [' \n ', 'ownNote.fault.empty'],
  ['https://intra.dk/a?b=c', 'ownNote.fault.link'],
  ['www.odder.dk, mette@odder.dk!', 'ownNote.fault.link'],
  ['x'.repeat(2001), 'ownNote.fault.tooLong'],
  ['x'.repeat(2000), undefined],
  ['Læs https://intra.dk/a', undefined],
  ['👍', undefined],
])('a note of “%.20s” has the fault %s', (text, fault) => {
  expect(noteFault(text)?.key).toBe(fault)
})
