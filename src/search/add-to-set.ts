/** Puts a value among those of a key. */
export function addToSet<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  map.set(key, (map.get(key) ?? new Set<V>()).add(value))
}
