import type { Manifest } from './manifest-schema'

/**
 * The texts of the manifest that a user reads, by the key a translation has them under
 * (`bots[0].commandLists[1].commands[2].title`).
 */
export function userTexts(manifest: Manifest): Map<string, string> {
  const texts = new Map<string, string>()
  const add = (key: string, text: string | undefined) => text !== undefined && texts.set(key, text)
  add('name.short', manifest.name.short)
  add('name.full', manifest.name.full)
  add('description.short', manifest.description.short)
  add('description.full', manifest.description.full)
  for (const [b, bot] of manifest.bots.entries()) {
    for (const [l, list] of bot.commandLists.entries()) {
      for (const [c, command] of list.commands.entries()) {
        const at = `bots[${b}].commandLists[${l}].commands[${c}]`
        add(`${at}.title`, command.title)
        add(`${at}.description`, command.description)
        add(`${at}.prompt`, command.prompt)
      }
    }
  }
  for (const [e, extension] of manifest.composeExtensions.entries()) {
    for (const [c, command] of extension.commands.entries()) {
      const at = `composeExtensions[${e}].commands[${c}]`
      add(`${at}.title`, command.title)
      add(`${at}.description`, command.description)
      for (const [p, parameter] of command.parameters.entries()) {
        add(`${at}.parameters[${p}].title`, parameter.title)
        add(`${at}.parameters[${p}].description`, parameter.description)
      }
    }
  }
  return texts
}

/** Where a translation and the manifest do not match: what is not translated, and what has nothing to translate. */
export function translationFaults(manifest: Manifest, translation: Readonly<Record<string, string>>): string[] {
  const wanted = userTexts(manifest)
  const given = new Set(Object.keys(translation).filter((key) => key !== '$schema'))
  return [
    ...[...wanted.keys()].filter((key) => !given.has(key)).map((key) => `${key}: is not translated`),
    ...[...given].filter((key) => !wanted.has(key)).map((key) => `${key}: is no text of the manifest`),
  ]
}
