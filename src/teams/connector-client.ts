import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder'

// The SDK does not export these types from its own package.
export type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
/** What calls one of Teams' service URLs. */
export type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>
