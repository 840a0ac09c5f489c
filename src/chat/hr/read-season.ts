import type { z } from 'zod'
import { isHr } from '../../caller/access'
import type { seasonInput } from '../../campaigns/verbs/show-season'
import { locales } from '../../texts'
import { localDate } from '../../time/clock'
import type { Turn } from '../turn'

/** "Hvad får en kontraktholder i marts?" Without a month it is asked of the framework, or means no campaign at all. */
const askedInMonth = [
  /^(?:hvad|hvilke spørgsmål) (?:får|skal) (?<whom>.+?) (?:have |få )?i (?<month>\p{L}+)$/iu,
  /^(?:what|which questions) (?:does|do|will) (?<whom>.+?) get in (?<month>\p{L}+)$/iu,
]

/** What of HR's year one of HR asks for in their own chat: a role, and the next such month. Undefined for any other text. */
export function readSeason(turn: Turn, text: string): z.infer<typeof seasonInput> | undefined {
  const { ctx, leader, isPersonal } = turn
  if (!isPersonal || !isHr(ctx)) return undefined
  const said = text.trim().replace(/[?!.\s]+$/, '')
  const groups = askedInMonth.map((pattern) => pattern.exec(said)?.groups).find((found) => found !== undefined)
  const month = groups && nextMonth(groups.month ?? '', localDate(ctx.clock.now(), leader.timeZone))
  if (!groups || month === undefined) return undefined
  // The reader of questions knows a role by every name that people have for it.
  const asked = `hvad forventes der af ${groups.whom ?? ''}?`
  const { library } = ctx.knowledge
  const { roles, frameworks } = ctx.knowledge.readQuestion(asked, { framework: leader.framework })
  const named = frameworks.flatMap((framework) =>
    roles.flatMap(({ whose, as }) =>
      as.filter((role) => whose === 'named' && library.role(framework, role)).map((role) => `${framework}/${role}`),
    ),
  )
  // Without a role the text speaks of something else.
  return named[0] === undefined ? undefined : { whom: named[0], month }
}

/** "2027-03" for "marts". @param today as a local date */
function nextMonth(name: string, today: string): string | undefined {
  const [year = 0, thisMonth = 0] = today.split('-').map(Number)
  const number = monthNames.get(name.toLowerCase())
  if (number === undefined) return undefined
  return `${number < thisMonth ? year + 1 : year}-${String(number).padStart(2, '0')}`
}

const monthNames: ReadonlyMap<string, number> = new Map(
  locales.flatMap((locale) =>
    Array.from({ length: 12 }, (_, at) => {
      const name = new Date(Date.UTC(2026, at, 15)).toLocaleString(locale, { month: 'long', timeZone: 'UTC' })
      return [name.toLowerCase(), at + 1] as const
    }),
  ),
)
