/**
 * Where everybody works for one municipality, who has chosen none belongs to it. What somebody has chosen stays. Nothing is stored of
 * it: the setting may change.
 */
export function atHome<P extends { readonly framework: string | null }>(person: P, municipality: string | null): P {
  return person.framework === null && municipality !== null ? { ...person, framework: municipality } : person
}

/** The same for a plan that names no municipality: there all are meant, or the one there is. */
export function frameworksAtHome(frameworks: readonly string[], municipality: string | null): readonly string[] {
  return frameworks.length === 0 && municipality !== null ? [municipality] : frameworks
}
