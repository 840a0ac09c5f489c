import type { Store } from '../store/store'
import type { Figures } from './figures'

/** The same store, each call counted with its time. @param nowMs a clock that only goes forward */
export function measuredStore(store: Store, figures: Pick<Figures, 'storeCall'>, nowMs: () => number): Store {
  const measured = async <R>(operation: string, call: () => Promise<R>): Promise<R> => {
    const from = nowMs()
    try {
      const result = await call()
      figures.storeCall(operation, 'done', nowMs() - from)
      return result
    } catch (error) {
      figures.storeCall(operation, 'failed', nowMs() - from)
      throw error
    }
  }
  return {
    get: (container, partition, id) => measured('get', () => store.get(container, partition, id)),
    create: (container, document) => measured('create', () => store.create(container, document)),
    replace: (container, document, version) => measured('replace', () => store.replace(container, document, version)),
    remove: (container, partition, id) => measured('remove', () => store.remove(container, partition, id)),
    list: (container, partition, options) => measured('list', () => store.list(container, partition, options)),
    check: () => store.check(),
    close: () => store.close(),
  }
}
