import { countAddressed } from '../../../src/campaigns/audience/audience'
import { newLeader } from '../../../src/people/leader'
import { leaders } from '../../../src/records/leader'
import { createPlace } from '../../support/verbs'

const place = createPlace()
afterAll(() => place.dispose())

test('a campaign to the municipality that everybody works for is for who has chosen none, too', async () => {
  for (const [i, framework] of [null, 'skanderborg', 'odder'].entries()) {
    const ctx = place.ctx({ leaderId: `leader-${i}` })
    await ctx.store.create(leaders, { ...newLeader(ctx), framework })
  }
  const to = (framework: string, municipality: string | null) =>
    countAddressed(place.ctx({}, { municipality }), {
      isEveryLeader: false,
      roles: [],
      levels: [],
      units: [],
      people: [],
      channels: [],
      frameworks: [framework],
    })
  expect([await to('skanderborg', 'skanderborg'), await to('odder', 'skanderborg')]).toEqual([2, 1])
  expect(await to('skanderborg', null)).toBe(1)
})
