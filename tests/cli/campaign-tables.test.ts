import { previewLines } from '../../src/cli/campaign-tables'
import { preview } from '../cards/sample-campaigns'

const planned = { ...preview.dates[0], ruleDate: '2026-11-25', date: '2026-11-25', why: null, holiday: null } as const

test('a preview marks what is planned already, and says where there is no time for everybody', () => {
  const [from, until] = ['2026-12-01T16:55:00.000Z', '2026-12-01T17:00:00.000Z']
  const told = previewLines({
    ...preview,
    dates: [{ ...planned, at: '2026-11-25T08:00:00.000Z', isPlanned: true }, ...preview.dates],
    shortage: { from, until, recipients: 8000, inTime: 7500 },
  })
  expect(told).toMatch(/^2026-11-25 +sent as planned +2026-11-25 08:00/m)
  expect(told).toMatch(/^2026-12-01 +sent +2026-12-01 08:00/m)
  expect(told).toContain('from 2026-12-01 16:55 to 2026-12-01 17:00 (UTC), 7500 of 8000 recipients can be sent to')
  expect(previewLines(preview)).not.toMatch(/no time|as planned/)
})
