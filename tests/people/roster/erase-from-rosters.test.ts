import { erasePerson } from '../../../src/people/erase-person'
import { exportPerson } from '../../../src/people/export-person'
import { awaitedLeaders, rosterPages } from '../../../src/records/roster'
import { everyDocument } from '../../../src/store/every-document'
import { importList, readList } from '../../support/import-list'
import { nothingShown } from '../../support/nothing-shown'
import { createPlace, type Place } from '../../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

const hr = () => place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'] })
const ea = '10000000-0000-4000-8000-000000000000'

test('whoever erases everything is in no list that can still be imported or undone, by id or by address; the others are', async () => {
  await importList(hr(), `object id;mail;unit\n${ea};ea@k.dk;Skole\n;bo@k.dk;Skole`)
  await readList(hr(), 'mail;unit\nea@k.dk;Teknik\nbo@k.dk;Teknik\nea@k.dk.;Teknik')
  const me = place.ctx({ leaderId: ea })
  const before = await exportPerson(me)
  expect(before.rosterPages).toHaveLength(2)
  await erasePerson(me, nothingShown)
  const after = await exportPerson(me)
  expect([after.leaders, after.rosterPages, after.awaitedLeaders]).toEqual([[], [], []])
  const pages = JSON.stringify(await everyDocument(place.store, rosterPages, 'tenant'))
  expect(pages).toContain('bo@k.dk')
  expect(pages).not.toMatch(/"ea@k\.dk"/)
  expect(await everyDocument(place.store, awaitedLeaders, 'tenant')).toHaveLength(1)
})
