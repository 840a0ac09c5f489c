import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder'

// The SDK does not export these types from its own package.
export type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
/** What calls one of Teams' service URLs. */
export type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>

/**
 * Fetches a new token for the client, whatever the SDK has in its cache: Teams refuses the old one. Never throws: whether it
 * helped is seen at the next request.
 */
export async function renewToken(client: { readonly credentials?: unknown }): Promise<void> {
  const { getToken } = (client.credentials ?? {}) as { getToken?: (isForced: boolean) => Promise<unknown> }
  if (typeof getToken !== 'function') return
  try {
    await getToken.call(client.credentials, true)
  } catch {
    // Such as a secret that has run out. The request that is refused again tells of it.
  }
}
