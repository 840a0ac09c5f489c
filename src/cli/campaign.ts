import { parseArgs } from 'node:util'
import type { Ctx } from '../caller/context'
import { getCampaign } from '../campaigns/kept/campaign-record'
import { readSchedule } from '../campaigns/planning/read-schedule'
import { approveQuestions } from '../campaigns/verbs/approve-questions'
import { callBack } from '../campaigns/verbs/call-back'
import { campaignStatus, listCampaigns } from '../campaigns/verbs/campaign-report'
import { cancelCampaign } from '../campaigns/verbs/cancel-campaign'
import { changeCampaign } from '../campaigns/verbs/change-campaign'
import { copyCampaign } from '../campaigns/verbs/copy-campaign'
import { deleteCampaign } from '../campaigns/verbs/delete-campaign'
import { listDeliveries } from '../campaigns/verbs/list-deliveries'
import { pauseCampaign, resumeCampaign } from '../campaigns/verbs/pause-campaign'
import { previewCampaign } from '../campaigns/verbs/preview-campaign'
import { resendDeliveries } from '../campaigns/verbs/resend-deliveries'
import { samplePrompt } from '../campaigns/verbs/sample-prompt'
import { saveCampaign } from '../campaigns/verbs/save-campaign'
import { startCampaign } from '../campaigns/verbs/start-campaign'
import { AppError } from '../errors'
import { deliveryStates } from '../records/delivery'
import { asOperator } from './as-operator'
import { changesOf, formFromFlags, readFlags } from './campaign-flags'
import {
  awayLine,
  campaignLine,
  campaignLines,
  deliveryLines,
  occasionLines,
  previewLines,
  scheduleLine,
} from './campaign-tables'
import { flagOf } from './flag-of'
import { numberOf } from './flag-values'
import { requireBy } from './require-by'
import { promptSampleLines } from './sample-lines'
import { seasonCommand } from './season'
import { createSeries } from './series'
import { unreachedCommand } from './unreached'

type Run = (env: NodeJS.ProcessEnv, args: readonly string[]) => Promise<number>

/** What stands behind `campaign`, by its second word. */
export const campaignCommands: Readonly<Record<string, Run>> = {
  async create(env, args) {
    const flags = readFlags(args)
    refuseMore(flags.positionals, 0)
    const form = formFromFlags(flags)
    return show(await asOperator(env, (ctx) => saveCampaign(ctx, form), flagOf), campaignLine, flags.isJson)
  },
  async series(env, args) {
    const { campaign, isJson } = await createSeries(env, args)
    return show(campaign, campaignLine, isJson)
  },
  season: seasonCommand,
  async unreached(env, args) {
    const options = { xlsx: { type: 'string' }, json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const occasionId = one(positionals, 'the occasion’s id')
    return unreachedCommand(env, { occasionId, file: values.xlsx, isJson: values.json })
  },
  async change(env, args) {
    const flags = readFlags(args)
    const campaignId = one(flags.positionals, 'the campaign’s id')
    const changes = changesOf(flags)
    const changed = await asOperator(env, (ctx) => changeCampaign(ctx, { ...changes, campaignId }), flagOf)
    return show(changed, campaignLine, flags.isJson)
  },
  async preview(env, args) {
    const { id, isJson } = readId(args)
    const campaignId = one(id === undefined ? [] : [id], 'the campaign’s id')
    const previewed = await asOperator(env, async (ctx) => ({
      campaign: await getCampaign(ctx, campaignId),
      preview: await previewCampaign(ctx, { campaignId }),
      library: ctx.knowledge.library,
      locale: ctx.config.locale,
    }))
    return show(previewed.preview, () => previewLines(previewed), isJson)
  },
  async copy(env, args) {
    const text = { type: 'string' } as const
    const options = { name: text, first: text, json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const { name, first } = values
    const input = { campaignId: one(positionals, 'the campaign’s id'), name, first }
    return show(await asOperator(env, (ctx) => copyCampaign(ctx, input), flagOf), campaignLine, values.json)
  },
  async sample(env, args) {
    const text = { type: 'string' } as const
    const options = { number: text, who: text, json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const campaignId = one(positionals, 'the campaign’s id')
    // People count from 1.
    const [number, who] = [counted('number', values.number), counted('who', values.who)]
    const sampled = await asOperator(env, async (ctx) => ({
      sample: await samplePrompt(ctx, ctx.config.locale, { campaignId, number, who }),
      library: ctx.knowledge.library,
      locale: ctx.config.locale,
    }))
    return show(sampled.sample, () => promptSampleLines(sampled), values.json)
  },
  async start(env, args) {
    const options = { confirm: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const input = { campaignId: one(positionals, 'the campaign’s id'), isConfirmed: values.confirm }
    return show(await asOperator(env, (ctx) => startCampaign(ctx, input), flagOf), campaignLine, values.json)
  },
  async approve(env, args) {
    const options = { by: { type: 'string' }, json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const by = requireBy(values.by)
    const campaignId = one(positionals, 'the campaign’s id')
    const approved = await asOperator(env, (ctx) =>
      approveQuestions({ ...ctx, caller: { ...ctx.caller, by } }, { campaignId }),
    )
    return show(approved, campaignLine, values.json)
  },
  pause: byId(pauseCampaign, campaignLine),
  resume: byId(resumeCampaign, campaignLine),
  cancel: byId(cancelCampaign, campaignLine),
  async delete(env, args) {
    const options = { by: { type: 'string' }, json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const by = requireBy(values.by)
    const campaignId = one(positionals, 'the campaign’s id')
    const deleted = await asOperator(env, (ctx) =>
      deleteCampaign({ ...ctx, caller: { ...ctx.caller, by } }, { campaignId }),
    )
    const line = `deleted, with ${deleted.occasions} occasions and ${deleted.deliveries} deliveries\n`
    return show(deleted, () => line, values.json)
  },
  async status(env, args) {
    const { id, isJson } = readId(args)
    if (id === undefined) {
      const [all, schedule, timeZone] = await asOperator(
        env,
        async (ctx) => [await listCampaigns(ctx), await readSchedule(ctx), ctx.config.timeZone] as const,
      )
      return show(all, (found) => campaignLines(found) + scheduleLine(schedule, timeZone), isJson)
    }
    const status = await asOperator(env, (ctx) => campaignStatus(ctx, { campaignId: id }))
    return show(status, (found) => campaignLines([found]) + occasionLines(found), isJson)
  },
  async deliveries(env, args) {
    const options = { state: { type: 'string' }, json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const state = deliveryStates.find((each) => each === values.state)
    if (values.state !== undefined && !state) {
      throw new AppError('invalid', `--state is one of ${deliveryStates.join(', ')}`)
    }
    const occasionId = one(positionals, 'the occasion’s id')
    await asOperator(env, async (ctx) => {
      let cursor: string | undefined
      let isFirst = true
      let away = 0
      do {
        const page = await listDeliveries(ctx, { occasionId, state, cursor })
        // Thousands of them: each page as it comes.
        if (values.json) for (const line of page.lines) process.stdout.write(`${JSON.stringify(line)}\n`)
        else process.stdout.write(deliveryLines(page.lines, ctx.config.timeZone, isFirst))
        isFirst = false
        away += page.away
        cursor = page.cursor
      } while (cursor !== undefined)
      if (!values.json) process.stdout.write(awayLine(away))
    })
    return 0
  },
  async resend(env, args) {
    const yes = { type: 'boolean', default: false } as const
    const options = { failed: yes, unknown: yes, unreachable: yes, json: yes }
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const states = (['failed', 'unknown', 'unreachable'] as const).filter((state) => values[state])
    if (states.length === 0) {
      const why =
        'Say what to send again: --failed, --unreachable, or --unknown (which may have arrived: those may get it twice)'
      throw new AppError('invalid', why)
    }
    const occasionId = one(positionals, 'the occasion’s id')
    const outcome = await asOperator(env, (ctx) => resendDeliveries(ctx, { occasionId, states }))
    return show(outcome, ({ resent }) => `${resent} to be sent again\n`, values.json)
  },
  async 'call-back'(env, args) {
    const { id, isJson } = readId(args)
    const occasionId = one(id === undefined ? [] : [id], 'the occasion’s id')
    const called = await asOperator(env, (ctx) => callBack(ctx, { occasionId }))
    return show(called, ({ recipients }) => `called back from up to ${recipients} recipients\n`, isJson)
  },
}

function byId<T>(verb: (ctx: Ctx, input: { campaignId: string }) => Promise<T>, lines: (outcome: T) => string): Run {
  return async (env, args) => {
    const { id, isJson } = readId(args)
    const campaignId = one(id === undefined ? [] : [id], 'the campaign’s id')
    return show(await asOperator(env, (ctx) => verb(ctx, { campaignId })), lines, isJson)
  }
}

function readId(args: readonly string[]): { id: string | undefined; isJson: boolean } {
  const options = { json: { type: 'boolean', default: false } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  refuseMore(positionals, 1)
  return { id: positionals[0], isJson: values.json }
}

function one(positionals: readonly string[], what: string): string {
  refuseMore(positionals, 1)
  const [first] = positionals
  if (first === undefined) throw new AppError('invalid', `Missing: ${what}`)
  return first
}

/** A place that people count from 1. */
function counted(flag: string, value: string | undefined): number | undefined {
  const number = numberOf(flag, value)
  if (number !== undefined && number < 1) throw new AppError('invalid', `--${flag} counts from 1`)
  return number === undefined ? undefined : number - 1
}

function refuseMore(positionals: readonly string[], most: number): void {
  const more = positionals[most]
  if (more !== undefined)
    throw new AppError('invalid', `"${more}" is one word too many: texts with spaces stand in quotes`)
}

function show<T>(outcome: T, lines: (outcome: T) => string, isJson: boolean): number {
  process.stdout.write(isJson ? `${JSON.stringify(outcome)}\n` : lines(outcome))
  return 0
}
