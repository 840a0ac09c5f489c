import type { Config } from '../config/config'

/**
 * Whether messages may go to `serviceUrl`. Whoever stands behind it gets the bot's token with each of them, and a stored
 * address is not authenticated by anything: only Teams' own hosts over https, and in local mode only this machine.
 */
export function isTrustedServiceUrl(serviceUrl: unknown, config: Pick<Config, 'isLocal' | 'serviceHosts'>): boolean {
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return false
  const { protocol, hostname, port, username, password } = new URL(serviceUrl)
  if (username || password || !config.serviceHosts.includes(hostname)) return false
  return config.isLocal ? protocol === 'http:' : protocol === 'https:' && port === ''
}
