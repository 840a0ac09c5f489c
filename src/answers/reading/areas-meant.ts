import type { Library } from '../../framework/library'
import { allLeaders } from '../../framework/schema'
import type { AskedRole } from '../question'
import { isSameArea } from '../selection'
import { resolveRole } from './resolve-role'

interface Asked {
  readonly frameworks: readonly string[]
  readonly roles: readonly AskedRole[]
  /** Each framework must have it: what only one has is a topic to the other. */
  readonly isShared: boolean
}

/** The areas named that anybody asked about has points in, the last first. */
export function areasMeant(
  library: Library,
  areas: readonly string[],
  { frameworks, roles, isShared }: Asked,
): string[] {
  const slugs = frameworks.length > 0 ? frameworks : library.frameworks.map(({ slug }) => slug)
  const hasIn = (list: readonly string[], test: (slug: string) => boolean) =>
    isShared ? list.every(test) : list.some(test)
  const has = (area: string) =>
    hasIn(slugs, (framework) => {
      const own = roles.map((role) => resolveRole(library, role, framework).slug)
      const asked = new Set([...own, ...own.flatMap((slug) => library.role(framework, slug)?.worksIn ?? [])])
      return library
        .select({ framework })
        .filter((point) => point.area === area || (isShared && isSameArea(point.area, area)))
        .some(
          ({ role }) =>
            role === allLeaders || asked.has(role) || (asked.size === 0 && isLeaders(library, framework, role)),
        )
    })
  return areas.filter(has).reverse()
}

function isLeaders(library: Library, framework: string, role: string): boolean {
  return library.role(framework, role)?.level !== 'employee'
}

/** The frameworks that have an area. */
export function withArea(library: Library, area: string): string[] {
  return library.frameworks.flatMap(({ slug }) => (library.select({ framework: slug, area }).length > 0 ? [slug] : []))
}
