import { createKnowledge, type Knowledge } from '../answers/knowledge'
import type { Resending } from '../campaigns/verbs/resend-deliveries'
import { systemClock } from '../clock'
import { readConfig } from '../config/config'
import { AppError, type Saying } from '../errors'
import type { Library } from '../framework/library'
import { loadLibrary } from '../framework/load-library'
import { createLog } from '../log/log'
import { openQueue } from '../open-queue'
import { openStore } from '../open-store'
import { dataDir } from '../paths'
import { loadTexts } from '../texts'

/**
 * Runs a verb of HR's as the operator of this server, on the configured store and queue. What a form has to say against itself
 * is said a line each. @param flagOf the flag that a sentence is about, by its key
 */
export async function asOperator<T>(
  env: NodeJS.ProcessEnv,
  act: (ctx: Resending) => Promise<T>,
  flagOf: (key: string) => string | undefined = () => undefined,
): Promise<T> {
  const config = readConfig(env)
  // Standard output is for what was asked for.
  const log = createLog({ level: 'warn', destination: process.stderr })
  const store = await openStore(config, systemClock, log)
  const queue = await openQueue(config, systemClock, log)
  const caller = { tenantId: config.tenantId, leaderId: 'operator', name: '', isOperator: true } as const
  try {
    return await act({ caller, config, knowledge: lazyKnowledge(), store, clock: systemClock, log, queue })
  } catch (error) {
    throw error instanceof AppError && error.say ? inWords(error, error.say, flagOf) : error
  } finally {
    await queue.close()
    await store.close()
  }
}

function inWords(
  error: AppError,
  say: NonNullable<AppError['say']>,
  flagOf: (key: string) => string | undefined,
): AppError {
  const texts = loadTexts(dataDir)
  const lines = [say, ...(say.and ?? [])].map(({ key, params }: Saying) => {
    const flag = flagOf(key)
    return `${flag === undefined ? '' : `${flag}  `}${texts('en', key, params)}`
  })
  return new AppError(error.code, lines.join('\n'), { cause: error })
}

/** Most commands need none of it, and the others the library alone; indexing it takes longer than all the rest. */
function lazyKnowledge(): Knowledge {
  let library: Library | undefined
  let whole: Knowledge | undefined
  const all = () => {
    whole ??= createKnowledge(dataDir)
    return whole
  }
  return {
    get library() {
      library ??= loadLibrary(dataDir)
      return library
    },
    get vocabulary() {
      return all().vocabulary
    },
    get index() {
      return all().index
    },
    get promptIndex() {
      return all().promptIndex
    },
    get similarity() {
      return all().similarity
    },
    get interpret() {
      return all().interpret
    },
    get readQuestion() {
      return all().readQuestion
    },
    get readCommand() {
      return all().readCommand
    },
    get readTyped() {
      return all().readTyped
    },
    get readCare() {
      return all().readCare
    },
    get readUnease() {
      return all().readUnease
    },
    get readCalm() {
      return all().readCalm
    },
    get readConsent() {
      return all().readConsent
    },
  }
}
