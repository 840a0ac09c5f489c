import { profileStanding } from '../../src/people/profile-standing'
import { leaderSchema } from '../../src/records/leader'

const at = '2026-03-10T08:00:00.000Z'
const leader = (more: object) =>
  leaderSchema.parse({ id: 'ea', tenantId: 'tenant', name: 'Ea', createdAt: at, updatedAt: at, ...more })
const standing = (more: object, now: string) => profileStanding(leader(more), 24, Date.parse(now))

test.each([
  ['used this month', { lastContact: '2028-03' }, '2028-03-20T00:00:00Z', 'kept'],
  ['22 months ago', { lastContact: '2026-05' }, '2028-03-20T00:00:00Z', 'kept'],
  ['23 months ago', { lastContact: '2026-04' }, '2028-03-20T00:00:00Z', 'tell'],
  ['long ago, before contacts were noted', {}, '2028-03-20T00:00:00Z', 'tell'],
  ['told a week ago', { lastContact: '2026-03', expiryToldAt: '2028-03-13T00:00:00Z' }, '2028-03-20T00:00:00Z', 'kept'],
  [
    'told a month ago',
    { lastContact: '2026-03', expiryToldAt: '2028-03-10T00:00:00Z' },
    '2028-04-20T00:00:00Z',
    'expire',
  ],
  ['told late', { lastContact: '2020-03', expiryToldAt: '2028-04-10T00:00:00Z' }, '2028-04-20T00:00:00Z', 'kept'],
  ['held', { lastContact: '2020-03', heldSince: at }, '2028-04-20T00:00:00Z', 'kept'],
  ['being erased', { lastContact: '2020-03', erasing: 'x' }, '2028-04-20T00:00:00Z', 'kept'],
  ['nothing but a stop', { name: '', stopped: true }, '2028-04-20T00:00:00Z', 'kept'],
])('a profile %s: %s at %s is %s', (_what, more, now, expected) => {
  expect(standing(more, now)).toBe(expected)
})
