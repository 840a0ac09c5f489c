/** Signs in to Azure's services as `DefaultAzureCredential` finds: managed identity, az login. @param managedIdentity client id */
export async function azureCredential(managedIdentity: string | undefined) {
  // Loaded only where it is used: it costs a noticeable part of the start.
  const { DefaultAzureCredential } = await import('@azure/identity')
  // A machine may have several managed identities, of which Azure would take none by itself.
  return managedIdentity === undefined
    ? new DefaultAzureCredential()
    : new DefaultAzureCredential({ managedIdentityClientId: managedIdentity })
}
