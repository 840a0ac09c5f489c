import { isGuid } from '../guid'
import { appTypeRule, type Environment, entries, isManaged } from './environment'

export type EnvironmentFault = readonly [variable: keyof Environment, whatToDo: string]

const secretNames = [
  'MicrosoftAppPassword',
  'MicrosoftAppCertificateThumbprint',
  'MicrosoftAppCertificatePrivateKey',
] as const

/** The faults that show only when several variables are seen together. Pure. */
export function environmentFaults(env: Environment): EnvironmentFault[] {
  const identity = env.PEJLING_LOCAL?.toLowerCase() === 'yes' ? localFaults(env) : teamsFaults(env)
  return [...identity, ...storeFaults(env), ...queueFaults(env)]
}

/** What is kept must not come to lie in a file by oversight: on many servers the program's folder is replaced with each new version. */
function choiceFaults(env: Environment): EnvironmentFault[] {
  const faults: EnvironmentFault[] = []
  if (!env.PEJLING_STORE)
    faults.push(['PEJLING_STORE', 'must be chosen: cosmos, or sqlite for one server with a disk of its own'])
  if (!env.PEJLING_QUEUE)
    faults.push(['PEJLING_QUEUE', 'must be chosen: azure, or sqlite for one server with a disk of its own'])
  if (env.PEJLING_STORE?.toLowerCase() === 'sqlite' && !env.PEJLING_SQLITE_FILE)
    faults.push(['PEJLING_SQLITE_FILE', 'must be set with PEJLING_STORE=sqlite: a file on a disk that stays'])
  return faults
}

function storeFaults(env: Environment): EnvironmentFault[] {
  const isCosmos = env.PEJLING_STORE?.toLowerCase() === 'cosmos'
  return isCosmos && !env.PEJLING_COSMOS_ENDPOINT
    ? [['PEJLING_COSMOS_ENDPOINT', 'must be set with PEJLING_STORE=cosmos']]
    : []
}

function queueFaults(env: Environment): EnvironmentFault[] {
  const azureOnly = ['PEJLING_QUEUE_CONNECTION', 'PEJLING_QUEUE_ACCOUNT'] as const
  const given = azureOnly.filter((name) => env[name])
  if (env.PEJLING_QUEUE?.toLowerCase() !== 'azure') {
    return given.map((name) => [name, 'goes with PEJLING_QUEUE=azure only'])
  }
  if (given.length === 1) return []
  const rule = 'or PEJLING_QUEUE_CONNECTION, one of the two, must be set with PEJLING_QUEUE=azure'
  return [['PEJLING_QUEUE_ACCOUNT', rule]]
}

function localFaults(env: Environment): EnvironmentFault[] {
  const teamsOnly = ['MicrosoftAppType', 'MicrosoftAppId', 'MicrosoftAppTenantId', ...secretNames] as const
  const faults: EnvironmentFault[] = [...teamsOnly, 'PEJLING_HOST' as const, 'PEJLING_SERVICE_HOSTS' as const]
    .filter((name) => env[name])
    .map((name) => [name, 'must be empty with PEJLING_LOCAL=yes, which serves this machine only'])
  if (env.NODE_ENV?.toLowerCase() === 'production') {
    faults.push(['PEJLING_LOCAL', 'must not be yes with NODE_ENV=production: authentication would be off'])
  }
  return faults
}

function teamsFaults(env: Environment): EnvironmentFault[] {
  const faults: EnvironmentFault[] = []
  if (!env.MicrosoftAppType) faults.push(['MicrosoftAppType', appTypeRule])
  if (!env.MicrosoftAppId) faults.push(['MicrosoftAppId', "must be set to the bot's app id"])
  if (!env.MicrosoftAppTenantId) faults.push(['MicrosoftAppTenantId', "must be set to the municipality's tenant id"])
  if (env.PEJLING_LOCAL_TENANT) faults.push(['PEJLING_LOCAL_TENANT', 'goes with PEJLING_LOCAL=yes only'])
  if (!entries(env.PEJLING_HR_IDS).every(isGuid)) {
    faults.push(['PEJLING_HR_IDS', 'must be Entra object ids (GUIDs) separated by commas, not names or addresses'])
  }
  return [...faults, ...choiceFaults(env), ...(isManaged(env) ? managedIdentityFaults(env) : singleTenantFaults(env))]
}

function managedIdentityFaults(env: Environment): EnvironmentFault[] {
  return secretNames
    .filter((name) => env[name])
    .map((name) => [name, 'must be empty with UserAssignedMSI, which has no secret'])
}

function singleTenantFaults(env: Environment): EnvironmentFault[] {
  const thumbprint = env.MicrosoftAppCertificateThumbprint
  const privateKey = env.MicrosoftAppCertificatePrivateKey
  const faults: EnvironmentFault[] = []
  if (thumbprint && !privateKey) faults.push(['MicrosoftAppCertificatePrivateKey', 'must be set with its thumbprint'])
  if (privateKey && !thumbprint) faults.push(['MicrosoftAppCertificateThumbprint', 'must be set with its private key'])
  if (env.MicrosoftAppPassword && (thumbprint || privateKey)) {
    faults.push(['MicrosoftAppPassword', 'must be empty when a certificate is given'])
  }
  if (env.MicrosoftAppType && !env.MicrosoftAppPassword && !thumbprint && !privateKey) {
    faults.push(['MicrosoftAppPassword', 'must be set for SingleTenant, or a certificate in its place'])
  }
  return faults
}
