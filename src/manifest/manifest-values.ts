import { z } from 'zod'
import { AppError } from '../errors'
import { version } from '../version'

export type Env = Readonly<Record<string, string | undefined>>

const text = (max: number) => z.string({ error: 'is not set' }).max(max, `must have at most ${max} characters`)
const guid = z.guid({ error: (issue) => (issue.input === undefined ? 'is not set' : 'must be a GUID') })
// The manifest schema takes http too, but Teams' validation of a package asks for https.
const url = z.url({
  protocol: /^https$/,
  error: (issue) => (issue.input === undefined ? 'is not set' : 'must be an https URL'),
})

const requiredSchema = z.object({
  MicrosoftAppId: guid,
  PEJLING_TEAMS_APP_ID: guid,
  PEJLING_PUBLIC_URL: url,
  // 32: developer.name in the manifest schema.
  PEJLING_DEVELOPER_NAME: text(32),
  PEJLING_DEVELOPER_URL: url,
  PEJLING_PRIVACY_URL: url,
  PEJLING_TERMS_URL: url,
})

/** Teams takes a package for an update only with a higher version. */
const envSchema = requiredSchema.extend({ PEJLING_MANIFEST_VERSION: z.string().default(version) })

/** The variables a package cannot be built without. */
export const manifestVariables: readonly string[] = Object.keys(requiredSchema.shape)

/**
 * The values of the manifest's placeholders, by name.
 * @throws AppError `invalid` naming every variable that is missing or wrong.
 */
export function manifestValues(env: Env): Record<string, string> {
  // An empty line in .env means "not set", not "an empty name".
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const read = envSchema.safeParse(filled)
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new AppError('invalid', `The manifest cannot be built, ${faults.length} fault(s):\n${faults.join('\n')}`)
  }
  return {
    VERSION: read.data.PEJLING_MANIFEST_VERSION,
    BOT_ID: read.data.MicrosoftAppId,
    TEAMS_APP_ID: read.data.PEJLING_TEAMS_APP_ID,
    PUBLIC_HOST: new URL(read.data.PEJLING_PUBLIC_URL).host,
    DEVELOPER_NAME: read.data.PEJLING_DEVELOPER_NAME,
    DEVELOPER_URL: read.data.PEJLING_DEVELOPER_URL,
    PRIVACY_URL: read.data.PEJLING_PRIVACY_URL,
    TERMS_URL: read.data.PEJLING_TERMS_URL,
  }
}
