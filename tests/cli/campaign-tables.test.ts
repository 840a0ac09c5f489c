import type { Preview } from '../../src/campaigns/verbs/preview'
import { previewLines } from '../../src/cli/campaign-tables'
import { campaign, preview } from '../cards/campaign/sample-campaigns'
import { library } from '../cards/sample-cards'

const planned = { ...preview.dates[0], ruleDate: '2026-11-25', date: '2026-11-25', why: null, holiday: null } as const
const told = (more: Partial<Preview> = {}) =>
  previewLines({ campaign: campaign(), preview: { ...preview, ...more }, library, locale: 'da' })

test('a preview marks what is planned already, and says where there is no time for everybody', () => {
  const lines = told({
    dates: [{ ...planned, at: '2026-11-25T08:00:00.000Z', isPlanned: true }, ...preview.dates],
    shortage: { from: '2026-12-01T16:55:00.000Z', until: '2026-12-01T17:00:00.000Z', recipients: 8000, inTime: 7500 },
  })
  expect(lines).toMatch(/^2026-11-25 +sent as planned +Wed 2026-11-25 09:00/m)
  expect(lines).toMatch(/^2026-12-01 +sent +Tue 2026-12-01 09:00/m)
  expect(lines).toContain('from Tue 2026-12-01 17:55 to Tue 2026-12-01 18:00, 7500 of 8000 recipients can be sent to')
  expect(told()).not.toMatch(/no time|as planned/)
})

test('a preview says for whom it is the first they hear of Pejling', () => {
  expect(told({ newcomers: 12 })).toContain('12 meet Pejling for the first time')
  expect(told({ newcomers: 0 })).not.toContain('first time')
})
