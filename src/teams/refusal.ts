import type { Config } from '../config/config'
import { isTrustedServiceUrl } from './service-url'

export type Refusal = 'channel' | 'no tenant' | 'foreign tenant' | 'service url' | 'no sender' | 'no conversation'

/**
 * Why an activity is not ours to handle; undefined when it is. Authentication comes before and says that Bot Framework
 * sent it; it does not say for whom: a single-tenant bot is reached by users of other tenants too
 * (docs/teams-facts.md#other-tenants).
 * @param activity as received, so nothing in it is taken for granted
 */
export function refusal(
  activity: object,
  config: Pick<Config, 'isLocal' | 'serviceHosts' | 'tenantId'>,
): Refusal | undefined {
  if (field(activity, 'channelId') !== 'msteams') return 'channel'

  const tenants = [
    field(field(field(activity, 'channelData'), 'tenant'), 'id'),
    field(field(activity, 'conversation'), 'tenantId'),
  ].filter((tenant) => tenant !== undefined && tenant !== null)
  if (tenants.length === 0) return 'no tenant'
  if (!tenants.every((tenant) => typeof tenant === 'string' && tenant.toLowerCase() === config.tenantId)) {
    return 'foreign tenant'
  }

  if (!isTrustedServiceUrl(field(activity, 'serviceUrl'), config)) return 'service url'

  const conversation = field(field(activity, 'conversation'), 'id')
  if (typeof conversation !== 'string' || conversation === '') return 'no conversation'

  const type = field(activity, 'type')
  const sender = field(field(activity, 'from'), 'aadObjectId')
  if ((type === 'message' || type === 'invoke') && (typeof sender !== 'string' || sender === '')) return 'no sender'
  return undefined
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
