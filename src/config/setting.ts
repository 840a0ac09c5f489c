/** One setting by itself, for what is read without the others having to be right; undefined where it is blank, as in `readConfig`. */
export function settingOf(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  return env[name]?.trim() || undefined
}
