import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { nowIso } from '../caller/context'
import { type Season, type SeasonDate, showSeason } from '../campaigns/verbs/show-season'
import { notesOf, questionOf, reasonOf, seasonDay } from '../cards/campaign/season-words'
import { type Reader, readerFor } from '../cards/kit/reader'
import { AppError } from '../errors'
import { dataDir } from '../paths'
import { loadTexts } from '../texts'
import { asOperator } from './as-operator'
import { columns } from './columns'
import { localMinute } from './local-minute'

const text = { type: 'string' } as const
const options = { role: text, month: text, ics: text, page: text, json: { type: 'boolean', default: false } } as const

/** Half a year of all campaigns, as a table, for programs, as a calendar file, or as a Word file to print. */
export async function seasonCommand(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options })
  const { role: whom, month, ics, page } = values
  if (month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw new AppError('invalid', '--month is a year and a month, like 2027-03')
  if (whom !== undefined && !/^[^/]+\/[^/]+$/.test(whom))
    throw new AppError('invalid', '--role is a municipality and a role of it, like skanderborg/kontraktholder')
  await asOperator(env, async (ctx) => {
    const [municipality, role] = (whom ?? '').split('/')
    if (whom !== undefined && !ctx.knowledge.library.role(municipality ?? '', role ?? ''))
      throw new AppError('invalid', `--role  There is no role ${whom}: pejling roles has them`)
    const reader = readerFor({ library: ctx.knowledge.library, texts: loadTexts(dataDir) }, ctx.config)
    const season = await showSeason(ctx, reader.locale, { whom, month })
    // Loaded only when used.
    if (ics !== undefined) {
      const { seasonCalendar } = await import('../documents/season-calendar.js')
      await writeFile(ics, seasonCalendar(reader.texts(reader.locale, 'season.title'), season, nowIso(ctx)))
    }
    if (page !== undefined) {
      const { writeSeasonDocument } = await import('../documents/write-season-document.js')
      await writeFile(page, await writeSeasonDocument({ ...reader, season, nowMs: ctx.clock.now() }))
    }
    const files = [ics, page].flatMap((file) => file ?? [])
    if (files.length > 0) process.stdout.write(`${files.join(', ')}: ${season.dates.length} dates\n`)
    else process.stdout.write(values.json ? jsonLines(season, reader) : seasonLines(season, reader))
  })
  return 0
}

function seasonLines(season: Season, reader: Reader): string {
  if (season.dates.length === 0)
    return season.month === null
      ? 'There are no dates in the next half year.\n'
      : `There are no dates in ${season.month}.\n`
  const rows = season.dates.map((found) => [
    seasonDay(found),
    found.date === null ? 'skipped' : localMinute(found.at, found.campaign.recurrence.timeZone),
    found.campaign.id,
    found.campaign.state,
    found.campaign.name,
    ...(season.whom ? [questionOf(reader, found) ?? '-'] : []),
    notesIn(season, reader, found).join('; '),
  ])
  const head = ['date', 'at', 'campaign', 'state', 'name', ...(season.whom ? ['question'] : []), 'notes']
  return columns([head, ...rows])
}

/** One date a line. */
function jsonLines(season: Season, reader: Reader): string {
  const lines = season.dates.map((found) => {
    const { campaign, date, ruleDate, at, prompt } = found
    const { id, name, state } = campaign
    const question = season.whom && { promptId: prompt?.promptId ?? null, question: questionOf(reader, found) ?? null }
    const isTogether = date !== null && season.collisions.has(date)
    const why = reasonOf(reader, found)
    return JSON.stringify({ date, ruleDate, at, campaign: { id, name, state }, isTogether, why, ...question })
  })
  return lines.map((line) => `${line}\n`).join('')
}

function notesIn(season: Season, reader: Reader, found: SeasonDate): string[] {
  const together = found.date !== null && season.collisions.has(found.date)
  return [
    ...(found.date === null ? [reasonOf(reader, found)] : notesOf(reader, found)),
    ...(together ? [reader.texts(reader.locale, 'season.collision')] : []),
  ]
}
