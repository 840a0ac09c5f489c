/** JSON or undefined: the engine's own error quotes the text, which may be what a leader wrote. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
