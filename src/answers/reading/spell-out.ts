/** Puts whole words in place of those that are thumbed on a phone or cut short ("hva ska jeg", "mht."); the stop of a cut word ends no sentence. */
export type SpellOut = (text: string) => string

export function createSpellOut(shortForms: Readonly<Record<string, string>>): SpellOut {
  const known = new Map(Object.entries(shortForms))
  return (text) =>
    text.replace(/[\p{L}\p{N}'’]+\.?/gu, (word) => known.get(word.toLowerCase().replace(/\.$/, '')) ?? word)
}
