import { makeSeries, type SeriesName, seriesOfTwo } from '../campaigns/form/series'
import { saveCampaign } from '../campaigns/verbs/save-campaign'
import { AppError } from '../errors'
import type { Campaign } from '../records/campaign'
import { addDays } from '../time/local-dates'
import { asOperator } from './as-operator'
import { formFromFlags, readFlags } from './campaign-flags'
import { flagOf } from './flag-of'

/** The ready-made series, as the command line calls them. */
const names: Readonly<Record<string, SeriesName>> = {
  'new-in-role': 'newInRole',
  pitfalls: 'pitfalls',
  'one-area': 'oneArea',
  'two-sides': 'twoSides',
}

/**
 * Makes a draft of a ready-made series; its other flags are those of a new campaign. The roles of a series of two come from
 * `--from` and `--to`. AppError `invalid` for what the series lacks, or where the framework has too little for it.
 */
export async function createSeries(
  env: NodeJS.ProcessEnv,
  args: readonly string[],
): Promise<{ campaign: Campaign; isJson: boolean }> {
  const { from, to, rest } = rolesIn(args)
  const flags = readFlags(rest)
  const [name = '', more] = flags.positionals
  const series = names[name]
  if (!series || more !== undefined)
    throw new AppError('invalid', `Which series? One of ${Object.keys(names).join(', ')}`)
  const form = formFromFlags(flags)
  const [framework, another] = form.audience.frameworks ?? []
  if (framework === undefined || another !== undefined)
    throw new AppError('invalid', 'Missing: --framework, of one municipality')
  if (form.prompts !== undefined)
    throw new AppError('invalid', 'A series brings its prompts: without --areas, --pitfalls, --prompt and --question')
  if (seriesOfTwo.includes(series) && to === undefined) throw new AppError('invalid', 'Missing: --to ROLE')
  const campaign = await asOperator(
    env,
    (ctx) => {
      const known = [from, to].filter((role) => role !== undefined)
      const unknown = known.find((role) => !ctx.knowledge.library.role(framework, role))
      if (unknown !== undefined) throw new AppError('invalid', `There is no role ${unknown}: pejling roles has them`)
      const made = makeSeries(ctx.knowledge, { name: series, framework, from: from ?? null, to: to ?? null })
      if (!made)
        throw new AppError('invalid', 'The framework has too little for this series, or says the same to both roles')
      const { first, last = addDays(first, made.weeks * 7 - 1) } = form.recurrence
      const audience = { ...form.audience, roles: [...made.roles] }
      return saveCampaign(ctx, { ...form, audience, prompts: made.plan, recurrence: { ...form.recurrence, last } })
    },
    flagOf,
  )
  return { campaign, isJson: flags.isJson }
}

/** Taken out of what describes any campaign. */
function rolesIn(args: readonly string[]) {
  const found: { from?: string; to?: string } = {}
  const rest: string[] = []
  for (let at = 0; at < args.length; at++) {
    const [flag = '', joined] = (args[at] ?? '').split('=')
    if (flag !== '--from' && flag !== '--to') rest.push(args[at] ?? '')
    else found[flag === '--from' ? 'from' : 'to'] = joined ?? args[++at] ?? ''
  }
  return { ...found, rest }
}
