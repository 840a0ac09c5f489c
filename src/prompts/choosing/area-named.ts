import { tokenise } from '../../search/danish'

/** The key of the area that a text names and nothing else: "faglig ledelse", "Opdyrk potentialer". @param titles key -> title */
export function areaNamed(titles: ReadonlyMap<string, string>, text: string): string | undefined {
  const said = stemsOf(text)
  if (said === '') return undefined
  for (const [key, title] of titles) if (stemsOf(title) === said) return key
  return undefined
}

function stemsOf(text: string): string {
  return tokenise(text)
    .map(({ stem }) => stem)
    .join(' ')
}
