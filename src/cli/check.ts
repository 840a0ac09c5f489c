import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKnowledge } from '../answers/knowledge'
import { once } from '../async/once'
import { createCards } from '../cards/kit/render'
import { carePeopleFile, readCarePeople } from '../care/care-people'
import { type Config, readConfig } from '../config/config'
import { settingOf } from '../config/setting'
import { AppError } from '../errors'
import { settingsFaults } from '../framework/settings-faults'
import { buildManifest } from '../manifest/build-manifest'
import { cardsDir, dataDir, manifestDir } from '../paths'
import { loadTexts } from '../texts'
import { lookAtStore } from './look-at-store'

/** Where nothing is said of the package yet, the manifest itself can still be looked at. */
const sampleValues = {
  MicrosoftAppId: '00000000-0000-4000-8000-000000000001',
  PEJLING_TEAMS_APP_ID: '00000000-0000-4000-8000-000000000002',
  PEJLING_PUBLIC_URL: 'https://pejling.example',
  PEJLING_DEVELOPER_NAME: 'Pejling',
  PEJLING_DEVELOPER_URL: 'https://pejling.example',
  PEJLING_PRIVACY_URL: 'https://pejling.example/privacy',
  PEJLING_TERMS_URL: 'https://pejling.example/terms',
}

/** What a start outside local development asks for first. */
const neededByTeams = [
  'MicrosoftAppType',
  'MicrosoftAppId',
  'MicrosoftAppTenantId',
  'PEJLING_STORE',
  'PEJLING_QUEUE',
  'PEJLING_MUNICIPALITY',
]

/**
 * Looks at everything that is read at start, and says of each whether it can be used. Nothing is written that stays.
 * @returns 0 when all is well, else 2
 */
export async function check(env: NodeJS.ProcessEnv): Promise<number> {
  const knowledge = once(() => createKnowledge(dataDir, settingOf(env, 'PEJLING_DATA')))
  const results = [
    await tried('data', () => {
      const { library } = knowledge()
      return `${library.frameworks.length} frameworks, ${library.points.length} points, ${library.prompts.length} prompts`
    }),
    await tried('texts', () => {
      loadTexts(dataDir)
      return 'Danish and English'
    }),
    await tried('cards', () => {
      createCards({ cardsDir })
      return 'every template can be read'
    }),
    await tried('environment', () => {
      const missing = missingOf(env)
      if (isUnset(env))
        return `nothing is set: copy .env.example to .env for local use; Teams needs ${missing.join(', ')}`
      const config = readConfig(env)
      const unknown = settingsFaults(config, knowledge().library)
      if (unknown.length > 0) throw new AppError('invalid', unknown.join('\n'))
      const { isLocal, identity, store } = config
      if (isLocal) return `local development, store ${store.kind}; Teams needs ${missing.join(', ')}`
      return `${identity.kind}, store ${store.kind}`
    }),
    await tried('store', async () => {
      if (isUnset(env)) return 'none is chosen'
      const config = settingsIn(env)
      return config ? lookAtStore(config) : 'looked at when the environment has no fault'
    }),
    await tried('care', () => {
      const { people, faults } = readCarePeople(
        carePeopleFile(settingOf(env, 'PEJLING_CARE'), settingOf(env, 'PEJLING_DATA')),
      )
      if (faults.length > 0) throw new AppError('invalid', faults.join('\n'))
      return `${people.contacts.length} contacts of the municipality's own beside 112`
    }),
    await tried('manifest', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'pejling-'))
      try {
        const isSet = settingOf(env, 'PEJLING_TEAMS_APP_ID') !== undefined
        const values = isSet ? env : sampleValues
        const { version } = await buildManifest({ env: values, manifestDir, outFile: join(folder, 'pejling.zip') })
        return `version ${version}${isSet ? '' : ' (with sample ids: PEJLING_TEAMS_APP_ID is not set)'}`
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }),
  ]
  return results.every(Boolean) ? 0 : 2
}

const missingOf = (env: NodeJS.ProcessEnv) => neededByTeams.filter((name) => settingOf(env, name) === undefined)

/** Nothing is said yet, neither of Teams nor of local use. */
const isUnset = (env: NodeJS.ProcessEnv) =>
  missingOf(env).length === neededByTeams.length && settingOf(env, 'PEJLING_LOCAL') === undefined

/** Undefined where they have a fault, which is told under the environment. */
function settingsIn(env: NodeJS.ProcessEnv): Config | undefined {
  try {
    return readConfig(env)
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

async function tried(name: string, look: () => string | Promise<string>): Promise<boolean> {
  try {
    process.stdout.write(`ok     ${name}: ${await look()}\n`)
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    process.stdout.write(`fault  ${name}: ${error.message.replaceAll('\n', '\n       ')}\n`)
    return false
  }
}
