import type { Manifest } from './manifest-schema'
import { userTexts } from './user-texts'

/** At most so many characters, by the end of a text's key. Shorter than the schema's where Teams cuts what it shows. */
const longest: readonly (readonly [key: RegExp, most: number])[] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/\.title$/, 32],
  [/commands\[\d+\]\.description$/, 128],
]

/** What Teams' store and its validation of packages would refuse though the schema lets it pass. */
export function storeFaults(manifest: Manifest, translations: readonly Readonly<Record<string, string>>[]): string[] {
  const faults: string[] = []
  if (manifest.id === manifest.bots[0]?.botId)
    faults.push('PEJLING_TEAMS_APP_ID must be a GUID of its own, not the bot’s')
  if (!/^\d+\.\d+\.\d+$/.test(manifest.version)) faults.push('PEJLING_MANIFEST_VERSION must be like 1.2.3')
  for (const [name, address] of Object.entries(addressesOf(manifest)))
    if (isOfThisMachine(address)) faults.push(`${name} is an address of this machine, which Teams cannot reach`)
  return [...faults, ...[Object.fromEntries(userTexts(manifest)), ...translations].flatMap(lengthFaults)]
}

function lengthFaults(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const [, most = Number.POSITIVE_INFINITY] = longest.find(([of]) => of.test(key)) ?? []
    return text.length > most ? [`${key}: ${text.length} characters, at most ${most}: ${text.slice(0, 40)} …`] : []
  })
}

function addressesOf({ developer, validDomains = [] }: Manifest): Record<string, string> {
  return {
    PEJLING_PUBLIC_URL: validDomains[0] ?? '',
    PEJLING_DEVELOPER_URL: developer?.websiteUrl ?? '',
    PEJLING_PRIVACY_URL: developer?.privacyUrl ?? '',
    PEJLING_TERMS_URL: developer?.termsOfUseUrl ?? '',
  }
}

function isOfThisMachine(address: string): boolean {
  const host = address.includes('://') ? new URL(address).hostname : address.replace(/:\d+$/, '')
  return /^(localhost|127\.[\d.]+|0\.0\.0\.0|\[?::1\]?)$/.test(host) || (host !== '' && !host.includes('.'))
}
