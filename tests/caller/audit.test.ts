import { auditedAs, recordAudit } from '../../src/caller/audit'
import { erasePerson } from '../../src/people/erase-person'
import { exportPerson } from '../../src/people/export-person'
import { rememberPerson } from '../../src/people/remember-person'
import { audit } from '../../src/records/audit'
import { everyDocument } from '../../src/store/every-document'
import { nothingShown } from '../support/nothing-shown'
import { createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

const started = (id: string) => ({ id, what: 'campaign-started' as const, counts: { recipients: 3 } })
const lines = () => everyDocument(place.store, audit, 'tenant')

test('what HR does names who did it, what an operator does what they call themselves, and else nobody', async () => {
  await recordAudit(place.ctx({ leaderId: 'ida' }), started('1'))
  await recordAudit(place.ctx({ leaderId: 'operator', isOperator: true, by: 'Drift, NN' }), started('2'))
  await recordAudit(place.ctx({ leaderId: 'operator', isOperator: true }), started('3'))
  await recordAudit(place.ctx({ leaderId: 'ida' }), { id: '4', what: 'erased', counts: {}, isAboutCaller: true })
  expect((await lines()).map(({ by }) => by)).toEqual(['ida', 'Drift, NN', undefined, undefined])
})

test('one of HR sees their own acts, and erased they are one and the same without a name', async () => {
  const ida = place.ctx({ leaderId: 'ida', name: 'Ida' })
  await rememberPerson(ida, { conversationId: 'a:1', serviceUrl: 'https://eu', botId: '28:bot' })
  await recordAudit(ida, started('1'))
  await recordAudit(ida, started('2'))
  await recordAudit(place.ctx({ leaderId: 'bo' }), started('3'))
  expect((await exportPerson(ida)).audit).toHaveLength(2)
  await erasePerson(ida, nothingShown)
  expect((await exportPerson(ida)).audit).toEqual([])
  const [first, second, third] = (await lines()).filter(({ what }) => what !== 'erased').map(({ by }) => by)
  expect(first).toMatch(/^erased-/)
  expect(second).toBe(first)
  expect(third).toBe('bo')
})

test('whom a line is about is told by a hash that another key or another person does not make', () => {
  const [one, two] = ['a', 'b'].map((auditKey) => ({ ...place.ctx(), auditKey }))
  expect(one && auditedAs(one, 'ea')).toBe(one && auditedAs(one, 'ea'))
  expect(one && auditedAs(one, 'ea')).not.toBe(two && auditedAs(two, 'ea'))
  expect(one && auditedAs(one, 'ea')).not.toBe(one && auditedAs(one, 'bo'))
  expect(auditedAs(place.ctx(), 'ea')).toBeUndefined()
})
