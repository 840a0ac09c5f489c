import type { TurnContext } from 'botbuilder'
import { type Config, readConfig } from '../../src/config/config'
import { createServer } from '../../src/http/server'
import { type AdapterOptions, createAdapter } from '../../src/teams/adapter'
import { type BotClient, createBotClient } from './bot-client'
import { createFakeConnector, type FakeConnector } from './fake-connector'
import { createLogLines, type LogLine } from './log-lines'

export interface Transport {
  readonly client: BotClient
  readonly connector: FakeConnector
  readonly adapter: ReturnType<typeof createAdapter>
  readonly config: Config
  logText(): string
  logLines(): LogLine[]
  close(): Promise<void>
}

export interface TransportOptions extends Partial<AdapterOptions> {
  readonly env?: Readonly<Record<string, string>>
  onTurn(context: TurnContext): Promise<void>
}

/** The transport layer alone, over real HTTP on both sides: server, adapter, and `onTurn` in the bot's place. */
export async function startTransport({ env, onTurn, ...options }: TransportOptions): Promise<Transport> {
  const connector = await createFakeConnector()
  const { log, text, lines } = createLogLines()
  const config = readConfig(env ?? { PEJLING_LOCAL: 'yes', PORT: '0' })
  const errorNotice = (reference: string) => `Noget gik galt. Henvisning: ${reference}`
  const adapter = createAdapter({ config, log, errorNotice, ...options })
  const server = createServer({
    config: { host: '127.0.0.1', port: 0, isLocal: true, watchToken: '' },
    log,
    onActivity: (req, res) => adapter.process(req, res, onTurn),
    health: async () => {},
    schedule: () => ({}),
    figures: async () => '',
  })
  const { port } = await server.listen()
  return {
    client: createBotClient({ botUrl: `http://127.0.0.1:${port}`, connector }),
    connector,
    adapter,
    config,
    logText: text,
    logLines: lines,
    close: async () => {
      await server.close()
      await connector.close()
    },
  }
}
