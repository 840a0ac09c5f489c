import { z } from 'zod'
import { isGuid } from '../guid'
import { isTimeZone } from '../time/time-zone'

/** A comma list's entries, trimmed, blanks dropped. */
export const entries = (value: string | undefined): string[] =>
  (value ?? '').split(',').flatMap((entry) => (entry.trim() ? [entry.trim()] : []))

const isWithin = (value: string, low: number, high: number) =>
  /^\d{1,6}$/.test(value) && Number(value) >= low && Number(value) <= high

function isCosmosEndpoint(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
}

const sourcePattern = /^[a-z0-9-]+=https?:\/\//

const text = () => z.string().optional()
const checked = (isRight: (value: string) => boolean, rule: string) => z.string().refine(isRight, rule).optional()
const oneOf = (...values: string[]) =>
  checked((value) => values.includes(value.toLowerCase()), `must be one of ${values.join(', ')}`)
const guid = () => checked(isGuid, 'must be a GUID, like 1f2e3d4c-5b6a-4789-8abc-def012345678')
const port = () => checked((value) => isWithin(value, 0, 65_535), 'must be a port number, 0 to 65535')

export const appTypeRule =
  'must be SingleTenant or UserAssignedMSI (or set PEJLING_LOCAL=yes: local development without authentication)'

/** Every variable this program reads, each checked by itself. The only list: `.env.example` is held against it. */
export const environmentSchema = z.object({
  // The SDK takes any misspelt type for MultiTenant, which without an app id means: no authentication
  // (docs/teams-facts.md#authentication-that-is-off).
  MicrosoftAppType: checked((value) => /^(singletenant|userassignedmsi)$/i.test(value), appTypeRule),
  MicrosoftAppId: guid(),
  MicrosoftAppTenantId: guid(),
  MicrosoftAppPassword: text(),
  MicrosoftAppCertificateThumbprint: text(),
  MicrosoftAppCertificatePrivateKey: text(),
  AZURE_CLIENT_ID: guid(),
  NODE_ENV: text(),
  PORT: port(),
  PEJLING_PORT: port(),
  PEJLING_HOST: text(),
  PEJLING_LOCAL: oneOf('yes', 'no'),
  PEJLING_LOCAL_TENANT: text(),
  PEJLING_SERVICE_HOSTS: checked(
    (value) => entries(value).every((host) => /^[a-z0-9.-]+$/i.test(host)),
    'must be host names without scheme, port or path, separated by commas',
  ),
  PEJLING_STORE: oneOf('sqlite', 'cosmos'),
  PEJLING_SQLITE_FILE: text(),
  PEJLING_COSMOS_ENDPOINT: checked(isCosmosEndpoint, "must be the Cosmos DB account's https address"),
  PEJLING_COSMOS_DATABASE: text(),
  PEJLING_COSMOS_KEY: text(),
  PEJLING_QUEUE: oneOf('sqlite', 'azure'),
  PEJLING_QUEUE_CONNECTION: text(),
  PEJLING_QUEUE_ACCOUNT: checked(
    (value) => /^[a-z0-9]{3,24}$/.test(value),
    "must be a storage account's name: 3 to 24 small letters and digits",
  ),
  PEJLING_MUNICIPALITY: checked(
    (value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
    'must be the slug of a framework in data/frameworks, like skanderborg',
  ),
  PEJLING_SOURCES: checked(
    (value) => entries(value).every((entry) => sourcePattern.test(entry) && URL.canParse(entry.replace(/^[^=]*=/, ''))),
    'must be the slug of a framework, = and the address of its document, like skanderborg=https://…, separated by commas',
  ),
  PEJLING_LOCALE: oneOf('da', 'en'),
  PEJLING_TIME_ZONE: checked(isTimeZone, 'must be an IANA time zone, like Europe/Copenhagen'),
  PEJLING_LOG_LEVEL: oneOf('trace', 'debug', 'info', 'warn', 'error', 'silent'),
  PEJLING_SENDS_PER_SECOND: checked((value) => isWithin(value, 1, 50), 'must be a number of messages, 1 to 50'),
  PEJLING_SPREAD_MINUTES: checked((value) => isWithin(value, 0, 120), 'must be a number of minutes, 0 to 120'),
  PEJLING_CONFIRM_RECIPIENTS: checked((value) => isWithin(value, 1, 999_999), 'must be a number of recipients'),
  PEJLING_WATCH_TOKEN: checked((value) => value.length >= 16, 'must have at least 16 characters'),
  PEJLING_HR_IDS: text(),
  PEJLING_HR_CONVERSATION: text(),
  PEJLING_HR_REMINDER_DAYS: checked((value) => isWithin(value, 0, 30), 'must be a number of working days, 0 to 30'),
  PEJLING_APPROVE_QUESTIONS: oneOf('yes', 'no'),
  PEJLING_CONTACT: text(),
  PEJLING_CARE: text(),
  PEJLING_DATA: text(),
  PEJLING_CONTROLLER: text(),
  PEJLING_DPO: text(),
  PEJLING_RETENTION_MONTHS: checked((value) => isWithin(value, 1, 60), 'must be a number of months, 1 to 60'),
  PEJLING_PROFILE_MONTHS: checked((value) => isWithin(value, 3, 120), 'must be a number of months, 3 to 120'),
  PEJLING_LEGAL_BASIS: text(),
  PEJLING_PROCESSORS: text(),
  PEJLING_ARCHIVE: text(),
  // Read by `pejling manifest` only, which checks them (src/manifest/manifest-values.ts).
  PEJLING_TEAMS_APP_ID: guid(),
  PEJLING_MANIFEST_VERSION: text(),
  PEJLING_PUBLIC_URL: text(),
  PEJLING_DEVELOPER_NAME: text(),
  PEJLING_DEVELOPER_URL: text(),
  PEJLING_PRIVACY_URL: text(),
  PEJLING_TERMS_URL: text(),
})

export type Environment = z.infer<typeof environmentSchema>

/** The bot is an Azure identity and has no secret. */
export const isManaged = (env: Environment) => env.MicrosoftAppType?.toLowerCase() === 'userassignedmsi'
