import { button, primary } from '../cards/kit/button'
import type { FieldFault } from '../cards/kit/fill-in'
import type { CardContent } from '../cards/kit/render'
import { sheetCard } from '../cards/kit/sheet-card'
import { AppError, errorCode, type Saying } from '../errors'
import { told } from '../texts'
import { withCare } from './care'
import { isTyped, type PressedFields } from './pressed-fields'
import { type Form, type PressedForm, pressedForm } from './pressed-form'
import { type Reply, replace } from './reply'
import type { Turn } from './turn'

/** A button that was pressed. */
export interface Press {
  readonly verb: string
  readonly data: unknown
}

/**
 * The card of a press that failed: filled in with what came, and with what went wrong at its field. Clients empty the fields of a card
 * once it was pressed, whatever the answer. Where the card itself cannot be had, the words alone come back with the same button.
 * @param reference stands in the log beside the error
 * @returns undefined where nothing could be lost: the card has no fields, or nothing came of them
 */
export async function giveBack(
  turn: Turn,
  { verb, data }: Press,
  error: unknown,
  reference: string,
): Promise<Reply | undefined> {
  const found = pressedForm(verb)
  if (!found) return undefined
  const fields = fieldsOf(data)
  if (Object.values(fields).join('').length > mostCharacters) return undefined
  const faults = faultsOf(turn, found.form, error, reference)
  const faulty = faults.flatMap(({ field }) => field ?? [])
  const card = await cardOf(turn, found, fields, faulty)
  if (!card) return undefined
  const hint = turn.reader.texts(turn.reader.locale, 'error.marked')
  const filledIn = { values: fields, faults, hint }
  // Only cards in the person's own chat are emptied when they erase their data.
  const isOwn = turn.isPersonal && isTyped(fields)
  const reply = replace({ ...card, filledIn }, isOwn ? { holds: 'own' } : {})
  return withCare(turn, verb, fields, reply)
}

/** Far more than the fields of a card of ours take together, and little enough for a message of Teams. */
const mostCharacters = 16_000

function fieldsOf(data: unknown): PressedFields {
  const texts = Object.entries(Object(data)).map(([field, value]) => [field, asText(value)] as const)
  return Object.fromEntries(texts.filter((each): each is readonly [string, string] => each[1] !== undefined))
}

/** Some clients send numbers. */
function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

async function cardOf(
  turn: Turn,
  pressed: PressedForm,
  fields: PressedFields,
  faulty: readonly string[],
): Promise<CardContent | undefined> {
  try {
    return await pressed.form.card(turn, fields, faulty)
  } catch (error) {
    // What kept the press from being done mostly keeps its card from being read as well.
    if (!(error instanceof AppError)) throw error
    // Who may not press it is shown nothing of it.
    if (error.code === 'forbidden') return undefined
    const { withoutStore } = pressed.form
    return withoutStore ? withoutStore(turn, fields, faulty) : wordsAlone(turn, pressed, fields)
  }
}

/** What was typed, or only chosen, with the same button; undefined where it was nothing. */
function wordsAlone({ reader }: Turn, { verb, form }: PressedForm, fields: PressedFields): CardContent | undefined {
  if (!form.isFilled(fields)) return undefined
  const { text = '', ...others } = fields
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t('error.title'),
    text: '',
    ...(text !== '' && {
      field: {
        label: t('error.kept.label'),
        placeholder: t('error.kept.placeholder'),
        error: t('error.kept.placeholder'),
        value: text,
      },
    }),
    buttons: [primary(button(t('error.kept.again'), verb, others))],
  })
}

function faultsOf({ reader }: Turn, form: Form, error: unknown, reference: string): FieldFault[] {
  const say = error instanceof AppError ? error.say : undefined
  const isOfField = errorCode(error) === 'invalid'
  const sayings: readonly Saying[] = say ? [say, ...(say.and ?? [])] : [{ key: `error.${errorCode(error)}` }]
  return sayings.map(({ key, params, field = isOfField ? form.fieldOf(key) : undefined }) => ({
    field,
    text: told(reader.texts, reader.locale, { key, ...(params && { params }) }, { reference }),
  }))
}
