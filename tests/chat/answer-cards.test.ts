import { createAnswerCards } from '../../src/chat/answer-cards'
import { readerIn, support } from '../cards/sample-cards'
import { knowledge } from '../support/kept'

test('that no example is given is said of a point that was just shown, too', () => {
  const answerCards = createAnswerCards(knowledge, support)
  const { context } = knowledge.interpret('Hvilke faldgruber er der for en fagchef i Skanderborg?', {})
  const notesOf = (text: string) => {
    const reading = knowledge.interpret(text, { previous: context })
    expect(reading.kind).toBe('point')
    const { data } = answerCards(reading, readerIn('da'), { isPersonal: true }).card
    return 'notes' in data && data.notes
  }
  const [point, example] = [notesOf('uddyb nr. 1'), notesOf('giv mig et eksempel')]
  expect(example).not.toEqual(point)
  expect(notesOf('uddyb nr. 1')).toEqual(point)
})
