import type { QueueClient } from '@azure/storage-queue'
import type { z } from 'zod'
import { AppError } from '../../errors'
import type { Log } from '../../log/log'
import { checkDelay, checkName, checkReceive, defaultMostAttempts, lostMessage, writeMessage } from '../message'
import { type Item, sortReceived } from '../sort-received'
import type { Received, WorkQueue } from '../work-queue'
import {
  type AzureFailure,
  azureError,
  defaultQueueTimings,
  isAzureFailure,
  type QueueTimings,
  repeatAtAzure,
} from './azure-call'
import { azureClients, type QueueAccount } from './azure-clients'

export type AzureQueueOptions<T> = QueueAccount & {
  readonly log: Log
  readonly name: string
  readonly schema: z.ZodType<T>
  /** Default 100. */
  readonly mostAttempts?: number
  readonly timings?: QueueTimings
}

interface Held extends Item {
  readonly id: string
  readonly popReceipt: string
  /** As it came, for the other queue. */
  readonly encoded: string
}

/**
 * Messages in Azure Storage Queues. What does not fit the schema, or came too often, is moved as it is to the queue
 * `<name>-poison`. With a connection string a missing queue is created; without one it is named in the error. Delays
 * are whole seconds, rounded up. Nothing is sent before the first operation.
 */
export async function createAzureQueue<T>(options: AzureQueueOptions<T>): Promise<WorkQueue<T>> {
  const { name, schema, log, mostAttempts = defaultMostAttempts, timings = defaultQueueTimings } = options
  const account = await azureClients(options)
  const queue = account.getQueueClient(checkName(name))
  const poison = account.getQueueClient(`${name}-poison`)
  const mayCreate = 'connectionString' in options
  let isOpen = true

  const attempt = async <R>(client: QueueClient, operate: (abortSignal: AbortSignal) => Promise<R>) => {
    if (!isOpen) throw new AppError('unavailable', `The queue ${name} is closed.`)
    const result = await repeatAtAzure(timings, operate)
    if (!mayCreate || !isAzureFailure(result) || result.reason !== 'QueueNotFound') return result
    const created = await repeatAtAzure(timings, (abortSignal) => client.createIfNotExists({ abortSignal }))
    return isAzureFailure(created) ? created : await repeatAtAzure(timings, operate)
  }
  const call = async <R>(client: QueueClient, operate: (abortSignal: AbortSignal) => Promise<R>): Promise<R> => {
    const result = await attempt(client, operate)
    if (isAzureFailure(result)) throw azureError(client.name, result)
    return result
  }
  const callAsHolder = async (operate: (abortSignal: AbortSignal) => Promise<unknown>): Promise<void> => {
    const result = await attempt(queue, operate)
    if (!isAzureFailure(result)) return
    if (!isLost(result)) throw azureError(name, result)
    // After the first request this is most likely the work of an earlier one, whose answer was lost.
    if (result.attempt === 1) throw lostMessage(name)
  }
  const put = async (client: QueueClient, text: string, delayMs: number): Promise<void> => {
    // -1: never expires. Left out it would after seven days, done or not.
    const lasting = { visibilityTimeout: Math.ceil(delayMs / 1000), messageTimeToLive: -1 }
    await call(client, (abortSignal) => client.sendMessage(text, { ...lasting, abortSignal }))
  }
  const remove = ({ id, popReceipt }: Held): Promise<void> =>
    callAsHolder((abortSignal) => queue.deleteMessage(id, popReceipt, { abortSignal }))

  const received = (item: Held, message: T): Received<T> => ({
    message,
    attempt: item.attempt,
    complete: () => remove(item),
    release: async (delayMs) => {
      const seconds = Math.ceil(checkDelay(delayMs) / 1000)
      const { id, popReceipt } = item
      await callAsHolder((abortSignal) => queue.updateMessage(id, popReceipt, undefined, seconds, { abortSignal }))
    },
  })

  return {
    async send(message, { delayMs = 0 } = {}) {
      await put(queue, Buffer.from(writeMessage(message)).toString('base64'), checkDelay(delayMs))
    },

    async receive(max, visibilityMs) {
      checkReceive(max, visibilityMs)
      const asked = { numberOfMessages: max, visibilityTimeout: Math.ceil(visibilityMs / 1000) }
      const answer = await call(queue, (abortSignal) => queue.receiveMessages({ ...asked, abortSignal }))
      const items = answer.receivedMessageItems.map(
        ({ messageId, popReceipt, dequeueCount, messageText }): Held => ({
          id: messageId,
          popReceipt,
          attempt: dequeueCount,
          encoded: messageText,
          text: Buffer.from(messageText, 'base64').toString(),
        }),
      )
      // It is put into the other queue before it is taken from this one. A process that dies in between leaves it in both, never in none.
      const putAside = async (item: Held) => {
        await put(poison, item.encoded, 0)
        await remove(item)
      }
      const fitting = await sortReceived(items, { name, schema, mostAttempts, log, putAside })
      return fitting.map(({ item, message }) => received(item, message))
    },

    async check() {
      for (const client of [queue, poison]) {
        await call(client, (abortSignal) => client.getProperties({ abortSignal }))
      }
    },

    async close() {
      isOpen = false
    },
  }
}

// Azure says the one or the other, by what became of the message.
function isLost({ reason }: AzureFailure): boolean {
  return reason === 'MessageNotFound' || reason === 'PopReceiptMismatch'
}
