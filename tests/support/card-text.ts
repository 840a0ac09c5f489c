import type { Activity } from 'botbuilder'

export type Card = Readonly<Record<string, unknown>>

interface Press {
  readonly title: string
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
  readonly fallback: { readonly data: Readonly<Record<string, unknown>> }
}

/** The card a message is; a message without one, or with text beside it, is a fault. */
export function cardOf(message: Partial<Activity>): Card {
  const [attachment] = message.attachments ?? []
  if (message.text || !attachment) throw new Error(`no card but: ${message.text}`)
  return attachment.content as Card
}

/** Everything a card shows, in reading order, a line each: texts, labels, choices and buttons, folded parts too. */
export function textOf(card: Card | undefined): string {
  const lines: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key === 'fallback' || key === 'data' || key === 'selectAction') continue
      if (key === 'inlines') lines.push(inlineText(value))
      else if (shown.has(key) && typeof value === 'string') lines.push(value)
      else visit(value)
    }
  }
  visit(card?.body)
  visit(card?.actions)
  return lines.join('\n')
}

const shown = new Set(['text', 'title', 'label', 'placeholder'])

function inlineText(inlines: unknown): string {
  return (inlines as (string | { text: string })[])
    .map((inline) => (typeof inline === 'string' ? inline : inline.text))
    .join('')
}

/** The buttons of a card, wherever they stand. */
export function buttonsOf(card: Card | undefined): Press[] {
  const found: Press[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ((node as { type?: unknown }).type === 'Action.Execute') found.push(node as Press)
    else Object.values(node).forEach(visit)
  }
  visit(card)
  return found
}

/** The button with that verb. */
export function pressIn(card: Card, verb: string): Press {
  const button = buttonsOf(card).find((candidate) => candidate.verb === verb)
  if (!button) throw new Error(`the card has no button ${verb}`)
  return button
}

export function titleOf(card: Card | undefined): string {
  return textOf(card).split('\n')[0] ?? ''
}

/** Every place of a card that reads Markdown, so that what a person typed can be looked for. */
export function markdownOf(card: Card | undefined): string {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, text, facts } = node as { type?: unknown; text?: unknown; facts?: { value: string }[] }
    if (type === 'TextBlock') found.push(String(text))
    for (const fact of facts ?? []) found.push(fact.value)
    Object.values(node).forEach(visit)
  }
  visit(card?.body)
  return found.join('\n')
}

/** What a form that came back says is wrong; undefined for any other card. @param field of one field alone */
export function faultsIn(card: Card | undefined, field = ''): string | undefined {
  const lines = itemsOf(card?.body)
    .filter(({ id }) => String(id).startsWith(field === '' ? 'fault-' : `fault-${field}-`))
    .map(({ inlines }) => inlineText(inlines).replace('⚠ ', ''))
  return lines.length > 0 ? lines.join(' ') : undefined
}

/** What stands in the fields of a card, by their ids. */
export function fieldsIn(card: Card | undefined): Readonly<Record<string, unknown>> {
  const inputs = itemsOf(card?.body).filter(({ type }) => String(type).startsWith('Input.'))
  return Object.fromEntries(inputs.map(({ id, value }) => [String(id), value]))
}

/** What its lists offer to choose from, by the words that show. */
export function choicesOf(card: Card | undefined): string[] {
  return itemsOf(card?.body).flatMap(({ choices }) =>
    ((choices ?? []) as { title: string }[]).map(({ title }) => title),
  )
}

function itemsOf(body: unknown): Readonly<Record<string, unknown>>[] {
  const items = (body ?? []) as Readonly<Record<string, unknown>>[]
  return items.flatMap((item) => (item.items ? itemsOf(item.items) : [item]))
}
