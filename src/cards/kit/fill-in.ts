import { inert } from './plain-text'

/** What is wrong with a form. `field`: the id of the input that it is about. */
export interface FieldFault {
  readonly field?: string | undefined
  readonly text: string
}

/** How a form comes back: with what stood in its fields, and what is wrong with it. */
export interface FilledIn {
  readonly values: Readonly<Record<string, string>>
  readonly faults: readonly FieldFault[]
}

interface Item extends Readonly<Record<string, unknown>> {
  readonly type?: string
  readonly id?: string
  readonly items?: readonly Item[]
}
interface Press extends Item {
  readonly data?: unknown
  readonly associatedInputs?: string
  readonly fallback?: Press
}

/** So many fields fill more than a screen, where a fault may stand out of sight. */
const mostAtOneLook = 3

/**
 * Fills the inputs of an expanded card and says below each what is wrong with it; what is about no input stands below the heading.
 * Values are set after the template's expansion, so that nothing in them is evaluated. What has no field in this card goes along in its buttons.
 * @param hint told on top of a long form, whose faults may be out of sight
 */
export function fillIn(
  card: Readonly<Record<string, unknown>>,
  { values, faults }: FilledIn,
  hint: string,
): Readonly<Record<string, unknown>> {
  const body = (card.body ?? []) as readonly Item[]
  const ids = new Set(inputsOf(body))
  const isAt = ({ field }: FieldFault) => field !== undefined && ids.has(field)
  const elsewhere = faults.filter((fault) => !isAt(fault)).map(({ text }) => text)
  const hints = ids.size > mostAtOneLook && faults.some(isAt) ? [line('hint', hint)] : []
  const carried = Object.fromEntries(Object.entries(values).filter(([field]) => !ids.has(field)))
  const [heading, ...rest] = fillItems(body, { values, faults })
  return {
    ...card,
    body: [
      ...(heading ? [heading] : []),
      ...elsewhere.map((text, i) => faultLine(`fault-${i}`, text)),
      ...hints,
      ...rest,
    ],
    actions: ((card.actions ?? []) as readonly Press[]).map((action) => carry(action, carried)),
    speak: [...faults.map(({ text }) => inert(text)), card.speak].join(' '),
  }
}

function inputsOf(items: readonly Item[]): string[] {
  return items.flatMap(({ type, id, items: inner = [] }) =>
    type?.startsWith('Input.') && id !== undefined ? [id] : inputsOf(inner),
  )
}

function fillItems(items: readonly Item[], filled: FilledIn): readonly Item[] {
  return items.flatMap((item): readonly Item[] => {
    const { type, id, items: inner } = item
    if (inner) return [{ ...item, items: fillItems(inner, filled) }]
    if (!type?.startsWith('Input.') || id === undefined) return [item]
    const lines = filled.faults
      .filter(({ field }) => field === id)
      .map(({ text }, i) => faultLine(`fault-${id}-${i}`, text))
    const value = filled.values[id]
    return [
      value === undefined ? item : { ...item, value: type === 'Input.Number' ? numberOf(value) : value },
      ...lines,
    ]
  })
}

/** A field of numbers shows no other text; its fault says what was typed. */
function numberOf(value: string): number | undefined {
  const number = Number(value)
  return value.trim() === '' || Number.isNaN(number) ? undefined : number
}

function faultLine(id: string, text: string): Item {
  return line(id, `⚠ ${inert(text)}`)
}

function line(id: string, text: string): Item {
  return { type: 'RichTextBlock', id, spacing: 'Small', inlines: [{ type: 'TextRun', color: 'Attention', text }] }
}

function carry(action: Press, carried: Readonly<Record<string, string>>): Press {
  if (action.associatedInputs === 'none') return action
  const { data, fallback } = action
  return {
    ...action,
    data: { ...carried, ...Object(data) },
    ...(fallback && { fallback: carry(fallback, carried) }),
  }
}
