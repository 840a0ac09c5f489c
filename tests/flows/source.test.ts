import { createApp } from '../../src/app'
import { readConfig } from '../../src/config/config'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, textOf, titleOf } from '../support/card-text'
import { knowledge } from '../support/kept'
import { createLogLines } from '../support/log-lines'
import { da } from '../support/said'

const address = 'https://www.skanderborg.example/ledelsesgrundlag.pdf'
const started: TestApp[] = []
async function start(env: Record<string, string>): Promise<TestApp> {
  const app = await startApp({ env })
  started.push(app)
  return app
}
afterAll(() => Promise.all(started.map((app) => app.close())))

const links = (card: unknown) => JSON.stringify(card).match(/"Action\.OpenUrl","title":"[^"]+","url":"[^"]+"/g) ?? []
const link = (frameworkOf: string, url: string) =>
  `"Action.OpenUrl","title":"${da('answer.openSource', { frameworkOf })}","url":"${url}"`
const asking = ['link til kilden', 'kan jeg få det som pdf', 'where can I find the document']

test('where the address is known, asked for the source a leader can open it', async () => {
  const app = await start({ PEJLING_SOURCES: `skanderborg=${address}, odder=https://www.odder.example/x` })
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  for (const text of asking) {
    const card = await person.ask(text)
    expect(textOf(card)).toContain(da('talk.about-source.linked'))
    expect(links(card)).toEqual([link('Skanderborgs', address)])
  }
  // A stranger can open each that is known.
  expect(links(await app.person().ask('link til kilden'))).toHaveLength(2)
  expect(textOf(await person.ask('hvad forventes der af mig?'))).toContain(`](${address})`)
})

test('where it is not, they are told who has it, with a way to ask', async () => {
  const app = await start({ PEJLING_HR_CONVERSATION: '19:hr@thread.tacv2' })
  const person = app.person()
  await person.chooseProfile('skanderborg', 'kontraktholder')
  for (const text of asking) {
    const card = await person.ask(text)
    expect([titleOf(card), links(card)]).toEqual([da('talk.about-source.title'), []])
    expect(textOf(card)).toContain(da('talk.about-source.text'))
    expect(buttonsOf(card).map(({ verb }) => verb)).toContain('hr.write')
  }
})

test('a setting that names no framework stops the start', async () => {
  const config = readConfig({ PEJLING_LOCAL: 'yes', PEJLING_SOURCES: `skanderbor=${address}` })
  await expect(createApp({ config, log: createLogLines().log, knowledge })).rejects.toThrow(/names skanderbor/)
})
