import { QueueServiceClient, type StoragePipelineOptions } from '@azure/storage-queue'
import { azureCredential } from '../../config/azure-credential'
import { AppError } from '../../errors'

/** Which storage account, and how to sign in: with a key, or as `DefaultAzureCredential` finds (managed identity, az login). */
export type QueueAccount =
  | { readonly connectionString: string }
  | { readonly account: string; readonly credential: 'default'; readonly managedIdentity?: string | undefined }

/** The client for the account's queues. Nothing is sent yet. Throws AppError `invalid` for what names no account. */
export async function azureClients(account: QueueAccount): Promise<QueueServiceClient> {
  // Repetitions are ours: see azure-call.
  const options: StoragePipelineOptions = { retryOptions: { maxTries: 1 } }
  if ('connectionString' in account) return withKey(account.connectionString, options)
  if (!/^[a-z0-9]{3,24}$/.test(account.account)) {
    throw new AppError('invalid', "The storage account's name is not 3 to 24 small letters and digits.")
  }
  const address = `https://${account.account}.queue.core.windows.net`
  return new QueueServiceClient(address, await azureCredential(account.managedIdentity), options)
}

function withKey(connectionString: string, options: StoragePipelineOptions): QueueServiceClient {
  try {
    return QueueServiceClient.fromConnectionString(connectionString, options)
  } catch {
    // The SDK's message could quote the key.
    throw new AppError('invalid', "The connection string is not a storage account's, as the Azure portal shows it.")
  }
}
