/**
 * An object whose parts are each made when they are first asked for, and then kept. `{ ...it }` makes them all.
 * @param makers how each part is made
 */
export function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const made = new Map<PropertyKey, unknown>()
  const parts: PropertyDescriptorMap = {}
  for (const [name, make] of Object.entries<() => unknown>(makers)) {
    parts[name] = {
      enumerable: true,
      get() {
        if (!made.has(name)) made.set(name, make())
        return made.get(name)
      },
    }
  }
  return Object.create({}, parts)
}
