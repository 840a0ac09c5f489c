/** A line of what was seen, below the step that it belongs to. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
