import { callBack } from '../../src/campaigns/verbs/call-back'
import { resendDeliveries } from '../../src/campaigns/verbs/resend-deliveries'
import { outgoingCard } from '../../src/cards/prompt/outgoing-card'
import { saveReflection } from '../../src/journal/save-reflection'
import { occasions } from '../../src/records/campaign'
import { reflections } from '../../src/records/reflection'
import { cards, library } from '../cards/sample-cards'
import { buttonsOf, type Card, fieldsIn, textOf, titleOf } from '../support/card-text'
import { createDeliveryPlace, type DeliveryPlace } from '../support/delivery-place'
import { texts } from '../support/kept'
import { da } from '../support/said'
import { codeOf } from '../support/verbs'

let place: DeliveryPlace
beforeEach(() => {
  place = createDeliveryPlace()
})
afterEach(() => place.dispose())

const operator = () => ({
  ...place.services,
  queue: place.queue,
  caller: { tenantId: place.services.config.tenantId, leaderId: 'operator', name: '', isOperator: true as const },
})
const as = (leaderId: string) => ({
  ...place.services,
  caller: { tenantId: place.services.config.tenantId, leaderId, name: '' },
})
const reflectionOf = async (occasionId: string, id: string) =>
  (await place.store.get(reflections, id, `${occasionId}:${id}`))?.document

/** An occasion that everybody has got. */
async function sent(people: number): Promise<string> {
  const occasionId = await place.plan(await place.people(people))
  await place.deliver()
  return occasionId
}
const everybody = { locale: 'da', timeZone: 'Europe/Copenhagen', profileMonths: 24 } as const
/** The cards that take the place of those that were sent, as they are shown. */
const shown = () => back().map(({ message }) => cards.render(outgoingCard({ library, texts }, message, everybody)).card)
const back = () => place.sent.filter(({ message }) => message.kind === 'called-back')

test('the cards that were sent say that the question was called back, in their place, each once', async () => {
  const occasionId = await sent(3)
  const before = place.sent.length
  await callBack(operator(), { occasionId })
  await place.deliver()
  await callBack(operator(), { occasionId })
  place.clock.advance(5 * 60_000)
  await place.deliver()
  expect(place.sent).toHaveLength(before + 3)
  for (const { to } of back())
    expect(to).toMatchObject({ kind: 'message', activityId: expect.stringMatching(/^activity-/) })
  for (const { calledBackAt, state } of await place.deliveries(occasionId))
    expect([calledBackAt, state]).toEqual([expect.any(String), 'sent'])
})

test('an answer stays with its writer; who had not answered is asked no more', async () => {
  const occasionId = await sent(2)
  const [first = '', second = ''] = (await place.deliveries(occasionId)).map(({ recipientId }) => recipientId)
  await saveReflection(as(first), { reflectionId: `${occasionId}:${first}`, text: 'Det gik godt.' } as never)
  await callBack(operator(), { occasionId })
  await place.deliver()
  expect(await reflectionOf(occasionId, first)).toMatchObject({
    state: 'answered',
    text: 'Det gik godt.',
    calledBackAt: expect.any(String),
  })
  expect(await reflectionOf(occasionId, second)).toMatchObject({ state: 'skipped', calledBackAt: expect.any(String) })
  const [answered = {}, unanswered = {}] = shown().sort((a, b) => Number(hasText(b)) - Number(hasText(a)))
  expect(textOf(answered)).toContain('Det gik godt.')
  expect(textOf(answered)).toContain(da('prompt.calledBack.answered'))
  expect([titleOf(unanswered), fieldsIn(unanswered)]).toEqual([da('prompt.calledBack.title'), {}])
  expect(textOf(unanswered)).toContain(da('prompt.calledBack.text'))
  expect(buttonsOf(unanswered).map(({ verb }) => verb)).not.toContain('prompt.answer')
  for (const card of [answered, unanswered]) expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(20_000)
})
const hasText = (card: Card) => textOf(card).includes('Det gik godt.')

test('what is not sent yet is not, and nobody is reminded', async () => {
  const occasionId = await place.plan(await place.people(3), { reminder: { afterDays: 2, most: 1 } } as never)
  await callBack(operator(), { occasionId })
  await place.deliver()
  expect(place.sent).toEqual([])
  const found = await place.store.get(occasions, occasionId.split(':')[0] ?? '', occasionId)
  expect(found?.document).toMatchObject({ state: 'cancelled', remindAt: null, reminderDates: [] })
})

test('a card that Teams does not take now is changed later', async () => {
  const occasionId = await sent(1)
  await callBack(operator(), { occasionId })
  place.answer(() => ({ status: 'busy' }))
  await place.deliver()
  expect((await place.deliveries(occasionId))[0]?.calledBackAt).toBeUndefined()
  place.answer(({ to }) =>
    to.kind === 'message'
      ? { status: 'sent', activityId: to.activityId, conversation: to.conversation }
      : { status: 'busy' },
  )
  place.clock.advance(60_000)
  await place.deliver()
  expect((await place.deliveries(occasionId))[0]?.calledBackAt).toEqual(expect.any(String))
})

test('a question that was called back is not sent again', async () => {
  const occasionId = await sent(1)
  await callBack(operator(), { occasionId })
  expect(await codeOf(resendDeliveries(operator(), { occasionId, states: ['failed'] }))).toBe('conflict')
})

test('a person who has erased everything is written to no more', async () => {
  const occasionId = await sent(1)
  const [delivery] = await place.deliveries(occasionId)
  await place.store.remove(reflections, delivery?.recipientId ?? '', delivery?.id ?? '')
  await callBack(operator(), { occasionId })
  await place.deliver()
  expect(back()).toEqual([])
})
