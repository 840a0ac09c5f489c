import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Config } from '../config/config'
import { AppError } from '../errors'
import { createLog } from '../log/log'
import { openQueue } from '../open-queue'
import { openAdapter } from '../open-store'
import { networkDiskOf } from '../store/sqlite/network-disk'
import { refuseNewer } from '../store/versioned-store'
import { systemClock } from '../time/clock'

/**
 * Looks whether store and queue can be used as they are set, and makes nothing.
 * @throws AppError saying what is wrong with the first that cannot
 */
export async function lookAtStore(config: Config): Promise<string> {
  const log = createLog({ level: 'silent' })
  const told = config.store.kind === 'sqlite' ? lookAtFile(config.store.file) : 'Cosmos DB answers'
  if (config.store.kind === 'cosmos' || existsSync(config.store.file)) {
    const store = await openAdapter(config, systemClock, log)
    try {
      await store.check()
      await refuseNewer(store)
    } finally {
      await store.close()
    }
  }
  if (config.queue.kind === 'sqlite') return told
  const queue = await openQueue(config, systemClock, log)
  try {
    await queue.check()
  } finally {
    await queue.close()
  }
  return `${told}, and so does the queue`
}

function lookAtFile(file: string): string {
  const disk = networkDiskOf(file)
  const warning = disk ? `; but it lies on a network disk (${disk}), where its locks may not hold` : ''
  if (existsSync(file)) return `${file} can be used${warning}`
  const folder = dirname(file)
  try {
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new AppError('unavailable', `${file} cannot be made: its folder is not there or may not be written.`, {
      cause,
    })
  }
  return `${file} is made at the first start${warning}`
}
