/** `${{NAME}}`, as Microsoft's Agents Toolkit writes them, so that its tools read our manifest too. */
const placeholder = /\$\{\{(\w+)\}\}/g

/**
 * A copy of a JSON value with every placeholder in its strings replaced. The names without a value are added to
 * `unknown` and left as they stand.
 */
export function fillPlaceholders(json: unknown, values: Readonly<Record<string, string>>, unknown: string[]): unknown {
  if (typeof json === 'string') {
    return json.replace(placeholder, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) unknown.push(name)
      return value ?? whole
    })
  }
  if (Array.isArray(json)) return json.map((item) => fillPlaceholders(item, values, unknown))
  if (json === null || typeof json !== 'object') return json
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, fillPlaceholders(item, values, unknown)]))
}
