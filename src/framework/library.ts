import { type Framework, idParts, type Kind, type Level, type Prompt, type Role, type Statement } from './schema'

/** A statement with what its id says, so that nobody parses ids in a loop. */
export interface Point extends Statement {
  readonly framework: string
  readonly role: string
  readonly area: string
  readonly n: number
  /** The place in its framework's document, from 0. */
  readonly order: number
}

export interface Selection {
  readonly framework?: string
  readonly role?: string
  readonly area?: string
  readonly kinds?: readonly Kind[]
}

/** All frameworks in memory, read only. Look-ups never throw: what is not there is undefined or an empty list. */
export interface Library {
  readonly frameworks: readonly Framework[]
  readonly points: readonly Point[]
  readonly prompts: readonly Prompt[]
  framework(slug: string): Framework | undefined
  role(framework: string, slug: string): Role | undefined
  /** Single roles (not groups) of a framework at a level, in the document's order. */
  rolesAt(framework: string, level: Level): readonly Role[]
  areaTitle(framework: string, area: string): string
  point(id: string): Point | undefined
  /** In the document's order. */
  select(selection: Selection): readonly Point[]
  prompt(id: string): Prompt | undefined
  /** The prompts that ask about a statement. */
  promptsFor(statementId: string): readonly Prompt[]
  /** What leaders say when they mean a statement; never shown. */
  phrasingsOf(statementId: string): readonly string[]
}

/** Statement id -> its everyday phrasings. */
export type Phrasings = ReadonlyMap<string, readonly string[]>

export function createLibrary(
  frameworks: readonly Framework[],
  prompts: readonly Prompt[],
  phrasings: () => Phrasings = () => new Map(),
): Library {
  const bySlug = new Map(frameworks.map((framework) => [framework.slug, framework]))
  const points: Point[] = []
  const pointsByRole = new Map<string, Point[]>()
  const pointsByArea = new Map<string, Point[]>()
  for (const framework of frameworks) {
    framework.statements.forEach((statement, order) => {
      const { role, area, n } = idParts(statement.id)
      const point: Point = { ...statement, framework: framework.slug, role, area, n, order }
      points.push(point)
      append(pointsByRole, framework.slug, point)
      append(pointsByRole, `${framework.slug}/${role}`, point)
      append(pointsByArea, `${framework.slug}/${area}`, point)
    })
  }
  const pointById = new Map(points.map((point) => [point.id, point]))
  const promptById = new Map(prompts.map((prompt) => [prompt.id, prompt]))
  const promptsByStatement = new Map<string, Prompt[]>()
  for (const prompt of prompts) for (const id of prompt.statements) append(promptsByStatement, id, prompt)
  const areaTitles = new Map(
    frameworks.flatMap((framework) => framework.areas.map((area) => [`${framework.slug}/${area.slug}`, area.title])),
  )

  return {
    frameworks,
    points,
    prompts,
    framework: (slug) => bySlug.get(slug),
    role: (framework, slug) => bySlug.get(framework)?.roles.find((role) => role.slug === slug),
    rolesAt: (framework, level) =>
      bySlug.get(framework)?.roles.filter((role) => role.level === level && !role.group) ?? [],
    areaTitle: (framework, area) => areaTitles.get(`${framework}/${area}`) ?? area,
    point: (id) => pointById.get(id),
    select: ({ framework, role, area, kinds }) => {
      const base = !framework
        ? points
        : role
          ? pointsByRole.get(`${framework}/${role}`)
          : area
            ? pointsByArea.get(`${framework}/${area}`)
            : pointsByRole.get(framework)
      if (!base) return []
      // What the list is kept by needs no second look: with a hundred municipalities most of the work would be here.
      const isRoleLeft = role !== undefined && !framework
      const isAreaLeft = area !== undefined && (!framework || role !== undefined)
      if (!isRoleLeft && !isAreaLeft && !kinds) return base
      return base.filter(
        (point) =>
          (!isRoleLeft || point.role === role) &&
          (!isAreaLeft || point.area === area) &&
          (!kinds || kinds.includes(point.kind)),
      )
    },
    prompt: (id) => promptById.get(id),
    promptsFor: (id) => promptsByStatement.get(id) ?? [],
    phrasingsOf: (id) => phrasings().get(id) ?? [],
  }
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
