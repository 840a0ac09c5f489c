import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FakeIdentity {
  /** The SDK's endpoint settings that make it trust this server as it trusts Bot Framework. */
  readonly endpoints: Readonly<Record<string, string>>
  /** A signed token; `claims` replace the right ones. */
  token(claims?: object): string
  /** From now on no key is served. */
  fail(): void
  close(): Promise<void>
}

const issuer = 'https://api.botframework.com'

/** Bot Framework's signing keys on loopback, so that the SDK's real token check can be tried. */
export async function createFakeIdentity(appId: string, serviceUrl: string): Promise<FakeIdentity> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', endorsements: ['msteams'] }
  let isFailing = false
  const server = createServer((req, res) => {
    if (isFailing) res.writeHead(500)
    res.end(JSON.stringify(req.url === '/keys' ? { keys: [key] } : { issuer, jwks_uri: `${url}/keys` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    endpoints: {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: `${url}/metadata`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/emulator`,
      CallerId: 'urn:botframework:azure',
    },
    token: (claims = {}) => {
      const now = Math.floor(Date.now() / 1000)
      const payload = { iss: issuer, aud: appId, nbf: now - 60, exp: now + 3600, serviceurl: serviceUrl, ...claims }
      const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'key-1' })}.${part(payload)}`
      return `Bearer ${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`
    },
    fail: () => {
      isFailing = true
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
