import { settingsFaults } from '../../src/framework/settings-faults'
import { library } from '../cards/sample-cards'

test('a setting that names no framework is a fault that says which there are', () => {
  const right = { municipality: 'odder', sources: { soro: 'https://a.dk' } }
  expect(settingsFaults(right, library)).toEqual([])
  expect(settingsFaults({ municipality: 'oder', sources: { sorø: 'https://a.dk' } }, library)).toEqual([
    expect.stringMatching(/^PEJLING_MUNICIPALITY names oder, which is no framework: there are kerteminde, odder/),
    expect.stringMatching(/^PEJLING_SOURCES names sorø/),
  ])
})
