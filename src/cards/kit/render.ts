import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Template } from 'adaptivecards-templating'
import { AppError } from '../../errors'
import { type FilledIn, fillIn } from './fill-in'
import { type FootLine, withFootLine } from './foot-line'
import { readPaths } from './template-paths'

const cardNames = [
  'answer-card',
  'care-card',
  'welcome-card',
  'role-card',
  'profile-card',
  'prompt-card',
  'reflections-card',
  'notice-card',
  'sheet-card',
  'journal-find-card',
  'journal-chart-card',
  'pick-card',
  'talk-form-card',
  'talk-page-card',
  'channel-prompt-card',
  'agreement-form-card',
  'meeting-card',
  'campaign-form-card',
  'hr-log-card',
] as const
export type CardName = (typeof cardNames)[number]

/** What a mapper makes: the template's data, and the line of text that the toast shows. */
export interface CardContent {
  readonly name: CardName
  readonly data: object
  readonly summary: string
  /** A form that comes back; `hint` as in `fillIn`. */
  readonly filledIn?: FilledIn & { readonly hint: string }
  readonly foot?: FootLine | undefined
}

export interface RenderedCard {
  readonly card: Readonly<Record<string, unknown>>
  /** For the activity's `summary`, never its `text` (docs/teams-facts.md#text-beside-a-card). */
  readonly summary: string
}

export interface Cards {
  /** Fills a template. What the data holds is shown, never evaluated. */
  render(content: CardContent): RenderedCard
}

const parse = Template.parseInterpolatedString
Template.parseInterpolatedString = (text) => readPaths(text) ?? parse(text)

/**
 * Reads every template at start and parses its expressions when it is first shown, which the start need not wait for; after
 * that an expansion only evaluates.
 * @throws AppError `invalid` naming every template that cannot be read
 */
export function createCards({ cardsDir }: { cardsDir: string }): Cards {
  const faults: string[] = []
  const templates = new Map<CardName, () => Template>()
  for (const name of cardNames) {
    const file = join(cardsDir, `${name}.json`)
    try {
      const source: unknown = JSON.parse(readFileSync(file, 'utf8'))
      let parsed: Template | undefined
      templates.set(name, () => {
        parsed ??= new Template(source)
        return parsed
      })
    } catch (error) {
      faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (faults.length > 0)
    throw new AppError('invalid', `The cards have ${faults.length} fault(s):\n${faults.join('\n')}`)

  /** Expanding is the dear part: content that is shown again is expanded once. */
  const rendered = new WeakMap<CardContent, RenderedCard>()
  return {
    render(content) {
      const known = rendered.get(content)
      if (known) return known
      const template = templates.get(content.name)
      if (!template) throw new AppError('internal', `There is no card ${content.name}`)
      const { data, summary, filledIn, foot } = content
      const expanded = template().expand({ $root: data })
      const filled = filledIn ? fillIn(expanded, filledIn, filledIn.hint) : expanded
      const made = { card: foot ? withFootLine(filled, foot) : filled, summary }
      rendered.set(content, made)
      return made
    },
  }
}
