import { AppError } from '../errors'
import { denmarksTimeZone } from '../time/time-zone'
import { type Environment, entries, environmentSchema, isManaged } from './environment'
import { environmentFaults } from './environment-faults'

/** How the bot proves who it is to Bot Framework; `local`: not at all, and on this machine only. */
export type BotIdentity =
  | { readonly kind: 'local' }
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'certificate'; readonly thumbprint: string; readonly privateKey: string }
  | { readonly kind: 'managed-identity' }

export type StoreChoice =
  | { readonly kind: 'sqlite'; readonly file: string }
  | {
      readonly kind: 'cosmos'
      readonly endpoint: string
      readonly database: string
      /** Absent: the default Azure credential. */
      readonly key: string | undefined
    }

export type QueueChoice =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'azure'; readonly connectionString: string }
  /** By the default Azure credential. */
  | { readonly kind: 'azure'; readonly account: string; readonly credential: 'default' }

/** Everything the environment decides, read once at start and frozen. Holds secrets: never logged. */
export interface Config {
  readonly isLocal: boolean
  readonly identity: BotIdentity
  /** Empty in local mode only. */
  readonly appId: string
  /** The one tenant whose activities are taken. Lower case, like every id here. */
  readonly tenantId: string
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Hosts that may be sent to: whoever is sent to gets the bot's token. */
  readonly serviceHosts: readonly string[]
  /** The managed identity that signs in to the store and the queue; undefined: the one that Azure finds by itself. */
  readonly managedIdentity: string | undefined
  readonly store: StoreChoice
  readonly queue: QueueChoice
  /** The framework's slug of the municipality that everybody here works for; null where there are several. */
  readonly municipality: string | null
  /** A framework's slug -> where its document can be opened. */
  readonly sources: Readonly<Record<string, string>>
  readonly locale: 'da' | 'en'
  readonly timeZone: string
  readonly logLevel: string
  /** Bearer that `/metrics` and the details of `/readyz` ask for; empty: nobody sees them. */
  readonly watchToken: string
  /** `aadObjectId`s of those who plan campaigns and see reports. */
  readonly hrIds: readonly string[]
  /** The conversation of HR's chat or channel, where leaders' requests go; may be empty. */
  readonly hrConversation: string
  /** HR is reminded of a message that nobody has answered after so many working days; 0: never. */
  readonly hrReminderDays: number
  /** HR's own questions are sent only once another of HR than who wrote them has approved of them. */
  readonly approveQuestions: boolean
  /** Messages a second to the whole tenant, all instances together; Teams allows 50 (docs/teams-facts.md#pace). */
  readonly sendsPerSecond: number
  /** A campaign to many is spread over this long. */
  readonly spreadMinutes: number
  /** A campaign to more recipients than this is started only when that is confirmed. */
  readonly confirmRecipients: number
  /** Whom to ask about the bot. Shown to leaders as written; may be empty, like the three below. */
  readonly contact: string
  /** The data controller: the municipality's name and how to reach it. */
  readonly controller: string
  /** How to reach the municipality's data protection officer. */
  readonly dpo: string
  readonly legalBasis: string
  /** The municipality's processors and what is transferred to third countries. */
  readonly processors: string
  /** What is settled with the archives about destruction. */
  readonly archive: string
  readonly retentionMonths: number
  /** How long a profile stays without a message or a press of its owner's. */
  readonly profileMonths: number
  /** Path of the file with the municipality's people for somebody in trouble (src/care/care-people.ts). */
  readonly careFile: string | undefined
  /** The municipality's own folder of frameworks, prompts, phrasings and wordings. */
  readonly dataFolder: string | undefined
}

// The Agents Playground's, which is no well-formed GUID (docs/teams-facts.md#agents-playground).
const playgroundTenant = '00000000-0000-0000-0000-0000000000001'
const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]']
// Teams' connector in the public cloud (docs/teams-facts.md#the-connectors-address).
const teamsHost = 'smba.trafficmanager.net'

/**
 * Turns an environment into a Config; nothing else reads one.
 * @param env names to values, as `process.env`; a blank value counts as absent
 * @throws AppError `invalid` naming every variable at fault and what to do about it
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()] as const] : []))
  const known = Object.fromEntries(present.filter(([name]) => name in environmentSchema.shape))
  const parsed = environmentSchema.safeParse(known)
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...environmentFaults(known).map(([variable, whatToDo]) => `${variable} ${whatToDo}`),
    // A misspelt name would otherwise leave its setting at the default without a word.
    ...present
      .filter(([name]) => name.startsWith('PEJLING_') && !(name in known))
      .map(([name]) => `${name} is no setting of Pejling; .env.example has the names`),
  ]
  if (!parsed.success || faults.length > 0) {
    throw new AppError('invalid', `The configuration cannot be used:\n  ${faults.join('\n  ')}`)
  }
  return freeze(toConfig(parsed.data))
}

function toConfig(env: Environment): Config {
  const isLocal = env.PEJLING_LOCAL?.toLowerCase() === 'yes'
  const lowerCase = (values: string[]) => values.map((value) => value.toLowerCase())
  return {
    isLocal,
    identity: isLocal ? { kind: 'local' } : toIdentity(env),
    appId: env.MicrosoftAppId?.toLowerCase() ?? '',
    tenantId: (isLocal
      ? (env.PEJLING_LOCAL_TENANT ?? playgroundTenant)
      : (env.MicrosoftAppTenantId ?? '')
    ).toLowerCase(),
    host: isLocal ? '127.0.0.1' : (env.PEJLING_HOST ?? '0.0.0.0'),
    port: Number(env.PEJLING_PORT ?? env.PORT ?? 3978),
    serviceHosts: isLocal ? loopbackHosts : [teamsHost, ...lowerCase(entries(env.PEJLING_SERVICE_HOSTS))],
    // Such a bot's app id is the client id of its identity.
    managedIdentity: env.AZURE_CLIENT_ID ?? (isManaged(env) ? env.MicrosoftAppId : undefined),
    store: toStore(env),
    queue: toQueue(env),
    municipality: env.PEJLING_MUNICIPALITY ?? null,
    sources: Object.fromEntries(
      entries(env.PEJLING_SOURCES).map((entry) => [entry.replace(/=.*/, ''), entry.replace(/^[^=]*=/, '')]),
    ),
    locale: env.PEJLING_LOCALE?.toLowerCase() === 'en' ? 'en' : 'da',
    timeZone: env.PEJLING_TIME_ZONE ?? denmarksTimeZone,
    logLevel: env.PEJLING_LOG_LEVEL?.toLowerCase() ?? 'info',
    watchToken: env.PEJLING_WATCH_TOKEN ?? '',
    hrIds: lowerCase(entries(env.PEJLING_HR_IDS)),
    hrConversation: env.PEJLING_HR_CONVERSATION?.split(';messageid=')[0] ?? '',
    hrReminderDays: Number(env.PEJLING_HR_REMINDER_DAYS ?? 3),
    approveQuestions: env.PEJLING_APPROVE_QUESTIONS?.toLowerCase() === 'yes',
    sendsPerSecond: Number(env.PEJLING_SENDS_PER_SECOND ?? 25),
    spreadMinutes: Number(env.PEJLING_SPREAD_MINUTES ?? 10),
    confirmRecipients: Number(env.PEJLING_CONFIRM_RECIPIENTS ?? 2000),
    ...toStated(env),
    retentionMonths: Number(env.PEJLING_RETENTION_MONTHS ?? 18),
    profileMonths: Number(env.PEJLING_PROFILE_MONTHS ?? 24),
    careFile: env.PEJLING_CARE,
    dataFolder: env.PEJLING_DATA,
  }
}

/** What leaders are told as it is written. */
function toStated(env: Environment) {
  return {
    contact: env.PEJLING_CONTACT ?? '',
    controller: env.PEJLING_CONTROLLER ?? '',
    dpo: env.PEJLING_DPO ?? '',
    legalBasis: env.PEJLING_LEGAL_BASIS ?? '',
    processors: env.PEJLING_PROCESSORS ?? '',
    archive: env.PEJLING_ARCHIVE ?? '',
  }
}

function toIdentity(env: Environment): BotIdentity {
  if (env.MicrosoftAppPassword) return { kind: 'password', password: env.MicrosoftAppPassword }
  const thumbprint = env.MicrosoftAppCertificateThumbprint
  // App settings hold one line: the key's line breaks come as \n.
  const privateKey = env.MicrosoftAppCertificatePrivateKey?.replaceAll('\\n', '\n')
  return thumbprint && privateKey ? { kind: 'certificate', thumbprint, privateKey } : { kind: 'managed-identity' }
}

function toStore(env: Environment): StoreChoice {
  if (env.PEJLING_STORE?.toLowerCase() !== 'cosmos') {
    return { kind: 'sqlite', file: sqliteFile(env) }
  }
  return {
    kind: 'cosmos',
    endpoint: env.PEJLING_COSMOS_ENDPOINT ?? '',
    database: env.PEJLING_COSMOS_DATABASE ?? 'pejling',
    key: env.PEJLING_COSMOS_KEY,
  }
}

function toQueue(env: Environment): QueueChoice {
  if (env.PEJLING_QUEUE?.toLowerCase() !== 'azure') return { kind: 'sqlite', file: sqliteFile(env) }
  return env.PEJLING_QUEUE_CONNECTION
    ? { kind: 'azure', connectionString: env.PEJLING_QUEUE_CONNECTION }
    : { kind: 'azure', account: env.PEJLING_QUEUE_ACCOUNT ?? '', credential: 'default' }
}

// The store and the queue may share it.
function sqliteFile(env: Environment): string {
  return env.PEJLING_SQLITE_FILE ?? 'pejling.sqlite'
}

function freeze(config: Config): Config {
  for (const value of Object.values(config)) Object.freeze(value)
  return Object.freeze(config)
}
