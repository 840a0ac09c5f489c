import type { Library } from './library'

interface Settings {
  readonly municipality: string | null
  readonly sources: Readonly<Record<string, string>>
}

/** What settings name that is no framework of the data, a line each: a misspelt one would else say nothing and do nothing. */
export function settingsFaults(
  { municipality, sources }: Settings,
  { frameworks }: Pick<Library, 'frameworks'>,
): string[] {
  const slugs = frameworks.map(({ slug }) => slug)
  const named = [
    ...(municipality === null ? [] : [['PEJLING_MUNICIPALITY', municipality]]),
    ...Object.keys(sources).map((slug) => ['PEJLING_SOURCES', slug]),
  ]
  return named
    .filter(([, slug = '']) => !slugs.includes(slug))
    .map(([variable, slug]) => `${variable} names ${slug}, which is no framework: there are ${slugs.join(', ')}`)
}
