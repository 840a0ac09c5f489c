import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import type { Config } from '../config/config'
import { AppError } from '../errors'
import type { ConnectorClient, ConnectorFactory } from './connector-client'
import { limitConnector } from './connector-limits'
import { isTrustedServiceUrl } from './service-url'

type Sdk = ConfigurationBotFrameworkAuthentication
export type AuthenticatedRequest = Awaited<ReturnType<Sdk['authenticateRequest']>>
type ClaimsIdentity = Parameters<Sdk['createConnectorFactory']>[0]
type UserTokenClient = Awaited<ReturnType<Sdk['createUserTokenClient']>>

export interface AuthenticationOptions {
  readonly config: Config
  /** For each call to the connector. */
  readonly timeoutMs: number
  /** The SDK's own endpoint settings, for another cloud than the public one. */
  readonly endpoints?: Readonly<Record<string, string>>
}

const channelIssuer = 'https://api.botframework.com'
// Teams has a handful of service URLs, one a region; in local mode anyone on this machine can name more.
const mostClients = 64

/** The SDK's authentication of requests in both directions, with what it lacks; see each method. */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly options: AuthenticationOptions
  private readonly clients = new Map<string, Promise<ConnectorClient>>()
  private userTokenClient: Promise<UserTokenClient> | undefined

  constructor(options: AuthenticationOptions) {
    super({ ...sdkSettings(options.config), ...options.endpoints })
    this.options = options
  }

  /**
   * @param authHeader the request's Authorization header, '' when absent
   * @throws AppError `forbidden` for a token of another issuer than the channel service. The SDK also takes tokens for
   *   its emulator and for skills, which the bot's own secret can mint, and while looking at such a token it adds the
   *   tenant named in it to a global list, unauthenticated as it is. Teams sends neither.
   */
  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticatedRequest> {
    const expected = this.options.endpoints?.ToBotFromChannelTokenIssuer ?? channelIssuer
    if (!this.options.config.isLocal && issuer(authHeader) !== expected) {
      throw new AppError('forbidden', 'the request carries no token of the channel service')
    }
    const request = await super.authenticateRequest(activity, authHeader)
    if (request.connectorFactory) this.limit(request.connectorFactory)
    return request
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return this.limit(super.createConnectorFactory(claims))
  }

  /** The SDK builds one each turn; nothing here signs users in, so one does for all. */
  override createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    this.userTokenClient ??= super.createUserTokenClient(claims)
    return this.userTokenClient
  }

  /** Makes a factory hand out clients to trusted addresses only, limited in time, without retries, and reused. */
  private limit(factory: ConnectorFactory): ConnectorFactory {
    const create = factory.create.bind(factory)
    factory.create = (serviceUrl, audience) => {
      if (!isTrustedServiceUrl(serviceUrl, this.options.config)) {
        return Promise.reject(new AppError('forbidden', 'the service URL is not on the list of trusted hosts'))
      }
      const key = `${serviceUrl} ${audience ?? ''}`
      const known = this.clients.get(key)
      if (known) return known
      const made = create(serviceUrl, audience).then((client) => {
        limitConnector(client, this.options.timeoutMs)
        return client
      })
      if (this.clients.size >= mostClients) this.clients.clear()
      this.clients.set(key, made)
      made.catch(() => this.clients.delete(key))
      return made
    }
    return factory
  }
}

/** Our identity in the SDK's names. An empty app id switches its authentication off: local mode only. */
function sdkSettings({ identity, appId, tenantId }: Config): Record<string, string> {
  const registration = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId }
  switch (identity.kind) {
    case 'local':
      return { MicrosoftAppId: '' }
    case 'password':
      return { ...registration, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: identity.password }
    case 'certificate':
      return {
        ...registration,
        MicrosoftAppType: 'SingleTenant',
        CertificateThumbprint: identity.thumbprint,
        CertificatePrivateKey: identity.privateKey,
      }
    case 'managed-identity':
      return { ...registration, MicrosoftAppType: 'UserAssignedMsi' }
  }
}

/** The issuer a bearer token names; it is the SDK that verifies the token. */
function issuer(authHeader: string): unknown {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authHeader)?.[1] ?? ''
  try {
    return (JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { iss?: unknown } | null)?.iss
  } catch {
    return undefined
  }
}
