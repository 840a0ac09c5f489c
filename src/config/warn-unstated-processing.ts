import type { Log } from '../log/log'
import type { Config } from './config'

/** What leaders must be told of the processing (GDPR art. 13) and only the municipality knows. */
const stated = [
  ['legalBasis', 'PEJLING_LEGAL_BASIS'],
  ['contact', 'PEJLING_CONTACT'],
  ['controller', 'PEJLING_CONTROLLER'],
  ['dpo', 'PEJLING_DPO'],
  ['processors', 'PEJLING_PROCESSORS'],
] as const

/** Says once at start which of it leaders are not told. The bot runs all the same: its texts then refer to the municipality. */
export function warnUnstatedProcessing(config: Config, log: Log): void {
  const variables = stated.flatMap(([setting, variable]) => (config[setting] === '' ? [variable] : []))
  if (config.isLocal || variables.length === 0) return
  log.warn({ variables }, 'leaders are not told all that GDPR art. 13 asks for: set these variables')
}
