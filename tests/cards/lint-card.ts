type Node = Record<string, unknown>

export interface LintOptions {
  /** Texts of a leader's own, which may hold anything. */
  readonly userTexts?: readonly string[]
  /** Nothing in it is anybody else's: then Markdown stands only where clients show it. */
  readonly isOurs?: boolean
}

const newestVersion = 1.5
/** Teams: 100 KB of UTF-16 at most, 80 KB to be safe (docs/teams-facts.md#size-of-a-message). */
const mostBytes = 80_000
const mostActions = 4
const spacings = ['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding']

/**
 * What is wrong with a rendered card, for Teams on every device and for those who do not see it
 * (docs/teams-facts.md#cards-on-every-client).
 * @returns one line a fault, with its path; empty when the card is sound
 */
export function lintCard(card: unknown, { userTexts = [], isOurs = false }: LintOptions = {}): string[] {
  const faults: string[] = []
  const root = card as Node
  const say = (path: string, fault: string) => faults.push(`${path}: ${fault}`)
  if (root.type !== 'AdaptiveCard') say('card', 'is no AdaptiveCard')
  if (!(Number(root.version) <= newestVersion)) say('card', `version ${root.version}`)
  if (JSON.stringify(card).length * 2 > mostBytes) say('card', `${JSON.stringify(card).length * 2} bytes`)
  for (const key of ['lang', 'speak', 'fallbackText']) if (!isText(root[key])) say('card', `has no ${key}`)

  const ids: string[] = []
  const targets: string[] = []
  walk(root, 'card', (node, path) => {
    for (const fault of [...faultsOfValues(node, userTexts), ...faultsOf(node)]) say(path, fault)
    if (isOurs && runsOf(node).some((run) => run.includes('**'))) say(path, 'Markdown where clients show none')
    if (isText(node.id)) ids.push(node.id)
    if (node.type === 'Action.ToggleVisibility')
      targets.push(...(node.targetElements as (string | { elementId: string })[]).map(elementOf))
  })
  for (const id of ids.filter((id, i) => ids.indexOf(id) < i)) say('card', `id ${id} stands twice`)
  for (const target of targets.filter((target) => !ids.includes(target)))
    say('card', `toggles ${target}, which is not there`)
  return faults
}

/** What holds for any element: nothing unresolved, nothing of a fixed size, the right types. */
function faultsOfValues(node: Node, userTexts: readonly string[]): string[] {
  const entries = Object.entries(node)
  const isUnresolved = (value: unknown) => typeof value === 'string' && without(value, userTexts).includes('${')
  const isSize = (key: string) => (key === 'width' || key === 'height' || key === 'minHeight') && node.type !== 'Image'
  const isFlag = (key: string) => key === 'isVisible' || key === 'separator' || key === 'isRequired'
  return [
    ...entries.filter(([, value]) => isUnresolved(value)).map(([key, value]) => `${key} is unresolved: ${value}`),
    ...entries.filter(([key, value]) => isSize(key) && /\d/.test(String(value))).map(([key]) => `${key} is fixed`),
    ...entries.filter(([, value]) => Array.isArray(value) && value.includes(null)).map(([key]) => `${key} holds null`),
    ...entries
      .filter(([key, value]) => isFlag(key) && typeof value !== 'boolean')
      .map(([key]) => `${key} is no boolean`),
    ...(node.spacing === undefined || spacings.includes(String(node.spacing)) ? [] : [`spacing ${node.spacing}`]),
  ]
}

/** The texts of a RichTextBlock, which are shown as they stand. */
function runsOf({ type, inlines }: Node): string[] {
  if (type !== 'RichTextBlock' || !Array.isArray(inlines)) return []
  return inlines.map((run: unknown) => (typeof run === 'string' ? run : String((run as Node | null)?.text ?? '')))
}

function faultsOf(node: Node): string[] {
  const type = String(node.type)
  const faults: string[] = []
  const need = (key: string) => {
    if (!isText(node[key])) faults.push(`${type} has no ${key}`)
  }
  if (type === 'TextBlock') {
    need('text')
    if (node.wrap !== true) faults.push(`does not wrap: ${node.text}`)
  }
  if (
    type === 'RichTextBlock' &&
    !(node.inlines as unknown[]).every((run) => isText(run) || isText((run as Node).text))
  )
    faults.push('RichTextBlock with an empty run')
  if (type === 'Image') need('altText')
  if (type.startsWith('Input.')) for (const key of ['id', 'label', 'errorMessage']) need(key)
  if (type === 'Input.ChoiceSet' && !(node.choices as Node[]).every((choice) => isText(choice.title)))
    faults.push('untitled choice')
  // A client that knows no charts must be told what to do with one; what it shows is said in words as well.
  if (type.startsWith('Chart.')) for (const key of ['title', 'fallback']) need(key)
  if (type.startsWith('Action.')) need('title')
  if (type === 'Action.Execute') faults.push(...faultsOfExecute(node))
  if (Array.isArray(node.actions) && node.actions.length > mostActions) faults.push(`${node.actions.length} actions`)
  return faults
}

/** A client without Action.Execute must send the same thing, the verb inside. */
function faultsOfExecute({ title, verb, data, associatedInputs, fallback }: Node): string[] {
  const submit = fallback as Node | undefined
  if (submit?.type !== 'Action.Submit') return ['Action.Execute without an Action.Submit as fallback']
  const expected = { ...(data as Node), verb }
  const isSame =
    submit.title === title &&
    submit.associatedInputs === associatedInputs &&
    JSON.stringify(submit.data) === JSON.stringify(expected)
  return isSame && isText(verb) ? [] : [`the fallback of ${verb} differs`]
}

function walk(value: unknown, path: string, visit: (node: Node, path: string) => void): void {
  if (Array.isArray(value)) {
    value.forEach((item, i) => {
      walk(item, `${path}[${i}]`, visit)
    })
  } else if (typeof value === 'object' && value !== null) {
    visit(value as Node, path)
    for (const [key, child] of Object.entries(value)) if (key !== 'data') walk(child, `${path}.${key}`, visit)
  }
}

/** A target by itself, or with whether it is to show. */
function elementOf(target: string | { readonly elementId: string }): string {
  return typeof target === 'string' ? target : target.elementId
}

function without(value: string, parts: readonly string[]): string {
  return parts.reduce((left, part) => left.replaceAll(part, ''), value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
