import { createBotClient, personalMessage } from '../support/bot-client'
import { createFakeConnector, type FakeConnector } from '../support/fake-connector'
import { createFakeFiles } from '../support/fake-files'
import { createPerson, type Person } from '../support/person'

/** What the Playground has not: other people than its own user, and files that are attached. Over HTTP, as Teams would bring it. */
export interface Others {
  /** Somebody with a Teams of their own, which takes whatever the bot sends. */
  person(name: string): Person
  /** Their Teams: what it was sent, and whether it takes it. */
  readonly connector: Pick<FakeConnector, 'sent' | 'waitFor' | 'fail' | 'heal'>
  /** The Playground's user attaches a file in their chat with the bot; the answer comes there. */
  attach(name: string, bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

const info = 'application/vnd.microsoft.teams.file.download.info'

export async function openOthers(stage: { readonly botUrl: string; readonly url: string }): Promise<Others> {
  const connector = await createFakeConnector()
  const files = await createFakeFiles()
  const client = createBotClient({ botUrl: stage.botUrl, connector })
  let people = 0
  return {
    connector,
    person: (name) => createPerson({ number: ++people, name, said: new Set(), connector, client: () => client }),
    async attach(name, bytes) {
      const content = { downloadUrl: files.put(bytes), uniqueId: 'x', fileType: 'xlsx' }
      const attachments = [{ contentType: info, name, content }]
      await client.post(personalMessage('', { attachments, serviceUrl: `${stage.url}/_connector` }))
    },
    async close() {
      await files.close()
      await connector.close()
    },
  }
}
