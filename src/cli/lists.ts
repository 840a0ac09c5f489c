import type { Ctx } from '../caller/context'
import { listChannels } from '../channels/list-channels'
import { AppError } from '../errors'
import { knownPeople } from '../people/roster/known-people'
import { teamRhythms } from '../records/team-rhythm'
import { everyDocument } from '../store/every-document'
import { asOperator } from './as-operator'
import { columns } from './columns'

type Row = readonly (string | number)[]

/** What a campaign can name, and by which word: a list for each. */
const lists: Readonly<Record<string, (ctx: Ctx, municipality: string | undefined) => Promise<readonly Row[]>>> = {
  roles: async (ctx, municipality) => [
    ['municipality', 'role', 'title'],
    ...frameworksOf(ctx, municipality).flatMap(({ slug, roles }) =>
      roles
        .filter(({ group, level }) => !group && level !== null && level !== 'employee')
        .map((role) => [slug, role.slug, role.title]),
    ),
  ],
  async units(ctx) {
    const { leaders, awaited } = await knownPeople(ctx)
    const counts = new Map<string, number>()
    for (const { unit } of [...leaders.values(), ...awaited.values()])
      if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1)
    const sorted = [...counts].sort(([a], [b]) => a.localeCompare(b, 'da'))
    return [['unit', 'leaders'], ...sorted]
  },
  async channels(ctx) {
    const asked = new Set((await everyDocument(ctx.store, teamRhythms, ctx.config.tenantId)).map(({ id }) => id))
    return [
      ['id', 'team', 'channel', 'can be written to', 'question of its own'],
      ...(await listChannels(ctx)).map(({ id, teamName, name, removedAt }) => [
        id,
        teamName,
        name,
        removedAt === null ? 'yes' : 'no',
        asked.has(id) ? 'yes' : 'no',
      ]),
    ]
  },
  prompts: async (ctx, municipality) => [
    ['id', 'question'],
    ...frameworksOf(ctx, municipality).flatMap(({ slug }) =>
      ctx.knowledge.library.prompts.filter(({ id }) => id.startsWith(`${slug}/`)).map(({ id, text }) => [id, text]),
    ),
  ],
  async people(ctx) {
    const { leaders, awaited } = await knownPeople(ctx)
    return [
      ['id', 'name', 'municipality', 'role', 'unit', 'in touch'],
      ...[...leaders.values()].map(({ id, name, framework, role, unit, conversation }) => [
        id,
        name,
        framework ?? '',
        role ?? '',
        unit ?? '',
        conversation === null ? 'not yet' : 'yes',
      ]),
      ...[...awaited.values()].map(({ addresses, name, framework, role, unit }) => [
        addresses[0] ?? '',
        name,
        framework ?? '',
        role ?? '',
        unit ?? '',
        'not yet',
      ]),
    ]
  },
}

export function listCommand(env: NodeJS.ProcessEnv, what: string, [municipality]: readonly string[]): Promise<number> {
  const rowsOf = lists[what]
  if (!rowsOf) throw new AppError('internal', `There is no list of ${what}`)
  return asOperator(env, async (ctx) => {
    process.stdout.write(columns(await rowsOf(ctx, municipality)))
    return 0
  })
}

function frameworksOf({ knowledge, config }: Ctx, named = config.municipality ?? undefined) {
  const { frameworks } = knowledge.library
  if (named === undefined) return frameworks
  const found = frameworks.filter(({ slug }) => slug === named.toLowerCase())
  if (found.length > 0) return found
  const known = frameworks.map(({ slug }) => slug).join(', ')
  throw new AppError('not-found', `I know no municipality called “${named}”. Known are: ${known}`)
}
