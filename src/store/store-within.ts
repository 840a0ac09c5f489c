import { AppError } from '../errors'
import type { Store } from './store'

/**
 * The same store for something that must be over in time: all its operations together may take `mostMs`. What has not
 * answered by then is `unavailable`; as with any such failure, a write may yet be done, and is safe to repeat.
 */
export function storeWithin(store: Store, mostMs: number): Store {
  const end = performance.now() + mostMs
  const within = async <T>(operation: () => Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      const refuse = () => reject(new AppError('unavailable', 'The store has not answered within the time of a turn.'))
      timer = setTimeout(refuse, Math.max(0, end - performance.now()))
    })
    try {
      return await Promise.race([operation(), late])
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    get: (container, partition, id) => within(() => store.get(container, partition, id)),
    create: (container, document) => within(() => store.create(container, document)),
    replace: (container, document, version) => within(() => store.replace(container, document, version)),
    remove: (container, partition, id) => within(() => store.remove(container, partition, id)),
    list: (container, partition, options) => within(() => store.list(container, partition, options)),
    check: () => within(() => store.check()),
    close: () => store.close(),
  }
}
