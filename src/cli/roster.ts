import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Ctx } from '../caller/context'
import { readTable } from '../documents/read-table'
import { AppError, type Saying } from '../errors'
import { dataDir } from '../paths'
import { importRoster } from '../people/roster/import-roster'
import type { LeavingPerson } from '../people/roster/leaving-people'
import { proposeRoster } from '../people/roster/propose-roster'
import { type RosterReview, reviewRoster, type TitleRead } from '../people/roster/review-roster'
import { chooseRoles, dropRoster } from '../people/roster/roster-draft'
import { loadTexts, type Texts } from '../texts'
import { asOperator } from './as-operator'
import { columns } from './columns'
import { requireBy } from './require-by'

/** So many of those who are missing, and of the faults, are shown: a file of one department lacks most. */
const mostShown = 50

const options = {
  leavers: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  'skip-faults': { type: 'boolean', default: false },
  role: { type: 'string', multiple: true, default: [] as string[] },
  by: { type: 'string' },
} as const

/**
 * Reads a list of leaders (Excel or CSV, with the headings of data that HR has) into the store, and tells what it understood and whom it
 * no longer names. With `leavers`, these are sent no more prompts.
 */
export async function rosterCommand(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [file, another] = positionals
  if (file === undefined) throw new AppError('invalid', 'Missing: the file, .xlsx or .csv')
  if (another !== undefined) throw new AppError('invalid', `One file at a time: what is “${another}”?`)
  if (values.leavers) requireBy(values.by)
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new AppError('not-found', `${file} cannot be read`, { cause })
  })
  await asOperator(env, async (operator) => {
    const { by } = values
    const ctx: Ctx = by === undefined ? operator : { ...operator, caller: { ...operator.caller, by } }
    const draft = await proposeRoster(ctx, { rows: await readTable(bytes), home: ctx.config.municipality })
    const input = { draftId: draft.id }
    await chooseRoles(ctx, { ...input, choices: choicesOf(values.role, (await reviewRoster(ctx, input)).titles, ctx) })
    const review = await reviewRoster(ctx, input)
    process.stdout.write(readLines(review, values.leavers))
    const isRefused = review.faults.length > 0 && !values['skip-faults']
    if (isRefused || values['dry-run']) await dropRoster(ctx, input)
    if (isRefused) throw faulty(review, loadTexts(dataDir))
    const { counts } = values['dry-run']
      ? {}
      : await importRoster(ctx, { ...input, leaving: values.leavers ? 'yes' : 'no' })
    const line = countLine({ ...review, ...counts })
    process.stdout.write(values['dry-run'] ? `Nothing was changed. It would be: ${line}\n` : `${line}\n`)
  })
  return 0
}

/** `--role "Skoleleder=kontraktholder"`, as often as there are titles. */
function choicesOf(given: readonly string[], titles: readonly TitleRead[], { knowledge }: Ctx): Record<string, string> {
  const pairs = given.map((pair) => {
    const at = pair.lastIndexOf('=')
    if (at < 1) throw new AppError('invalid', `--role ${pair}: write it like --role "Skoleleder=kontraktholder"`)
    return [pair.slice(0, at).trim().toLowerCase(), pair.slice(at + 1).trim()] as const
  })
  return Object.fromEntries(
    titles.flatMap(({ key, said, framework }) => {
      const role = pairs.find(([title]) => title === said.toLowerCase())?.[1]
      if (role === undefined) return []
      if (!knowledge.library.role(framework, role))
        throw new AppError(
          'invalid',
          `--role: ${framework} has no role “${role}” (pejling roles ${framework} lists them)`,
        )
      return [[key, role]]
    }),
  )
}

function readLines({ draft, titles, leaving }: RosterReview, isMarked: boolean): string {
  const unknown = titles.filter(({ role }) => role === null)
  const read = titles.filter(({ role }) => role !== null)
  return [
    ...(draft.skipped.length > 0 ? [`columns not used: ${draft.skipped.join(', ')}\n`] : []),
    ...(read.length > 0
      ? [`titles read as roles:\n${columns(read.map(({ said, role, count }) => [said, role ?? '', count]))}`]
      : []),
    ...(unknown.length > 0
      ? [
          `roles not recognised, left as they were (--role "TITLE=ROLE" says what one is):\n${columns(unknown.slice(0, mostShown).map(({ said, framework, count }) => [said, framework, count]))}`,
        ]
      : []),
    ...(leaving.length > 0 ? [leaversTold(leaving, isMarked)] : []),
  ].join('')
}

function leaversTold(leaving: readonly LeavingPerson[], isMarked: boolean): string {
  const does = isMarked ? 'they get no more prompts' : 'with --leavers they get no more prompts'
  const rows = leaving.slice(0, mostShown).map(({ id, name, unit }) => [id, name, unit ?? ''])
  const more = leaving.length > mostShown ? `and ${leaving.length - mostShown} more\n` : ''
  return `${leaving.length} known to Pejling are not in the file; ${does}, and their data stay until they are erased:\n${columns(rows)}${more}`
}

type Counts = Pick<RosterReview, 'created' | 'changed' | 'unchanged' | 'kept' | 'awaited'> & {
  readonly leaving: unknown
}

function countLine({ created, changed, unchanged, kept, awaited, leaving }: Counts): string {
  return [
    `${created} created, ${changed} updated, ${unchanged} as they were`,
    ...(awaited > 0 ? [`known by an address only until they write to Pejling: ${awaited}`] : []),
    ...(kept > 0 ? [`municipality or role left as the leader chose it: ${kept}`] : []),
    ...(typeof leaving === 'number' && leaving > 0 ? [`no more prompts: ${leaving}`] : []),
  ].join('; ')
}

function faulty({ faults, draft }: RosterReview, texts: Texts): AppError {
  const lines = faults.slice(0, mostShown).map(({ line, name, say }) => {
    const { key, params }: Saying = say
    return `row ${line}${name === '' ? '' : ` (${name})`}: ${texts('en', key, params)}`
  })
  const more = faults.length > mostShown ? [`and ${faults.length - mostShown} more`] : []
  const rest = `Nothing was changed. With --skip-faults the other rows of the ${draft.rows} are imported.`
  return new AppError('invalid', [...lines, ...more, rest].join('\n'))
}
