import { writeFile } from 'node:fs/promises'
import { toldCount } from '../campaigns/audience/own-choice'
import { listUnreached, type Unreached } from '../campaigns/verbs/list-unreached'
import { whyUnreached } from '../cards/campaign/campaign-unreached-card'
import { recipientTitle } from '../cards/campaign/campaign-words'
import { type Reader, readerFor } from '../cards/kit/reader'
import { dataDir } from '../paths'
import { loadTexts } from '../texts'
import { asOperator } from './as-operator'
import { awayLine } from './campaign-tables'
import { columns } from './columns'

interface Wanted {
  readonly occasionId: string
  /** Where an Excel file is to lie. */
  readonly file: string | undefined
  readonly isJson: boolean
}

/** Whom one occasion did not reach, by name as far as HR can help: as a table, for programs, or as an Excel file. */
export async function unreachedCommand(env: NodeJS.ProcessEnv, { occasionId, file, isJson }: Wanted): Promise<number> {
  await asOperator(env, async (ctx) => {
    const reader = readerFor({ library: ctx.knowledge.library, texts: loadTexts(dataDir) }, ctx.config)
    const unreached = await listUnreached(ctx, { occasionId })
    if (file !== undefined) {
      // Loaded only when used.
      const { writeUnreached } = await import('../documents/write-unreached.js')
      await writeFile(file, writeUnreached(reader, unreached))
      process.stdout.write(`${file}: ${unreached.lines.length} rows\n`)
    } else process.stdout.write(isJson ? jsonLines(unreached) : unreachedLines(unreached, reader))
  })
  return 0
}

function unreachedLines({ lines, away }: Unreached, reader: Reader): string {
  const rows = lines.map((line) => [
    line.recipient.id,
    recipientTitle(reader, line),
    line.state,
    whyUnreached(reader, line),
  ])
  const table = rows.length === 0 ? 'Nobody whom HR could help.\n' : columns([['id', 'name', 'state', 'why'], ...rows])
  return table + awayLine(away)
}

function jsonLines({ lines, away }: Unreached): string {
  const each = lines.map(({ recipient, name, state, reason }) => ({ ...recipient, name, state, reason }))
  return [...each, { away: toldCount(away) }].map((line) => `${JSON.stringify(line)}\n`).join('')
}
