import { parseArgs } from 'node:util'
import { AppError } from '../errors'
import { giveHrAccess, takeHrAccess } from '../hr-access/give-hr-access'
import { type HrAccess, listHrAccess } from '../hr-access/list-hr-access'
import { asOperator } from './as-operator'
import { columns } from './columns'
import { requireBy } from './require-by'

export type AccessAct = 'list' | 'give' | 'take'

/** HR access as the chat gives and takes it, for whoever runs Pejling: above all where nobody named in the settings is there any more. */
export function accessCommand(env: NodeJS.ProcessEnv, act: AccessAct, args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const
  const options = { by: text, unit: { ...text, multiple: true }, json: { type: 'boolean', default: false } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [personId, ...more] = positionals
  if (more.length > 0) throw new AppError('invalid', `"${more[0]}" is one word too many`)
  if (act !== 'list' && !personId) throw new AppError('invalid', 'Missing: the person’s object id')
  const { by } = values
  if (act !== 'list') requireBy(by)
  return asOperator(env, async (given) => {
    const ctx = { ...given, caller: { ...given.caller, ...(by && { by }) } }
    const input = { personId: personId?.toLowerCase() ?? '' }
    if (act === 'give') await giveHrAccess(ctx, { ...input, units: values.unit ?? [] })
    if (act === 'take') await takeHrAccess(ctx, input)
    const access = await listHrAccess(ctx)
    process.stdout.write(values.json ? `${JSON.stringify(access)}\n` : accessLines(access))
    return 0
  })
}

function accessLines(access: readonly HrAccess[]): string {
  if (access.length === 0) return 'Nobody has HR access.\n'
  const rows = access.map(({ id, name, right, isAdministrator }) => [
    id,
    isAdministrator ? 'everybody, gives and takes' : right.kind === 'units' ? right.units.join('; ') : 'everybody',
    name,
  ])
  return columns([['id', 'for', 'name'], ...rows])
}
