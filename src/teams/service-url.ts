import type { Config } from '../config/config'

/**
 * Whether messages may go to `serviceUrl`. The server behind it gets the bot's token with each message, and nothing authenticates
 * a stored address, so only Teams' own hosts over https are trusted, and in local mode only this machine.
 */
export function isTrustedServiceUrl(serviceUrl: unknown, config: Pick<Config, 'isLocal' | 'serviceHosts'>): boolean {
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return false
  const { protocol, hostname, port, username, password } = new URL(serviceUrl)
  if (username || password || !config.serviceHosts.includes(hostname)) return false
  return config.isLocal ? protocol === 'http:' : protocol === 'https:' && port === ''
}
