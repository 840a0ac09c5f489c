import { campaignOptions } from '../../src/cli/campaign-flags'
import { campaignHelp } from '../../src/cli/campaign-help'

test('the help of a campaign names every flag that is read, and no other', () => {
  const told = [...campaignHelp.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, flag]) => flag)
  expect(told.toSorted()).toEqual(Object.keys(campaignOptions).toSorted())
})
