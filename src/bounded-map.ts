/** Remembers what was worked out, and forgets all of it when full: a stream of new keys takes no more than that. */
export interface BoundedMap<K, V> {
  /** What was made for the key, made now where nothing was. */
  get(key: K, make: () => V): V
}

export function createBoundedMap<K, V extends object | string | null>(most: number): BoundedMap<K, V> {
  const made = new Map<K, V>()
  return {
    get(key, make) {
      const known = made.get(key)
      if (known !== undefined) return known
      const value = make()
      if (made.size >= most) made.clear()
      made.set(key, value)
      return value
    },
  }
}
