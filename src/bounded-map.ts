/** Remembers no more than so many: what was set longest ago is the first to be forgotten. */
export interface BoundedMap<K, V> {
  /** What was made for the key, made now where nothing was. */
  get(key: K, make: () => V): V
  find(key: K): V | undefined
  /** Makes it the newest, whether or not it was there. */
  set(key: K, value: V): void
  delete(key: K): void
}

export function createBoundedMap<K, V extends object | string | null>(most: number): BoundedMap<K, V> {
  // A Map keeps the order of insertion, so the first key is always the oldest.
  const kept = new Map<K, V>()
  const set = (key: K, value: V) => {
    kept.delete(key)
    kept.set(key, value)
    const oldest = kept.keys().next()
    if (kept.size > most && !oldest.done) kept.delete(oldest.value)
  }
  return {
    get(key, make) {
      const known = kept.get(key)
      if (known !== undefined) return known
      const value = make()
      set(key, value)
      return value
    },
    find: (key) => kept.get(key),
    set,
    delete: (key) => void kept.delete(key),
  }
}
