import type { Unit } from '../../hr-access/list-units'
import { unitKey } from '../../hr-access/unit-key'
import type { Leader } from '../../records/leader'
import { button, destructive, primary, withoutInputs } from '../kit/button'
import { inertEitherWay } from '../kit/plain-text'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'
import { shortened } from '../kit/shortened'

/** Among the units of the choice, that it is for all: no unit's key. */
export const everyUnit = '*'

const mostUnits = 150
const mostCharacters = 60

/** Whom access is for is sought by name or address. */
export function findPersonCard(reader: SheetReader, text = ''): CardContent {
  const t = (key: string) => reader.texts(reader.locale, `access.find.${key}`)
  return sheetCard(reader, {
    title: t('title'),
    text: t('text'),
    field: { isOneLine: true, label: t('label'), placeholder: t('placeholder'), error: t('error'), value: text },
    buttons: [
      primary(button(t('search'), 'access.find')),
      withoutInputs(button(t('back'), 'access.list', { page: '0' })),
    ],
  })
}

/** Several are called so. */
export function choosePersonCard(reader: SheetReader, people: readonly Leader[], isMore: boolean): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, `access.found.${key}`, params)
  return sheetCard(reader, {
    title: t('title'),
    text: t(isMore ? 'more' : 'text', { most: people.length }),
    choice: {
      id: 'personId',
      label: t('label'),
      placeholder: t('placeholder'),
      error: t('error'),
      choices: people.map((person) => ({ title: inertEitherWay(personInWords(reader, person)), value: person.id })),
    },
    buttons: [primary(button(t('next'), 'access.choose')), withoutInputs(button(t('again'), 'access.new'))],
  })
}

/** For which units somebody gets access, with what they have now chosen. */
export function chooseUnitsCard(reader: SheetReader, person: Leader, units: readonly Unit[]): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, `access.units.${key}`, params)
  const { hrRight } = person
  const own = hrRight?.kind === 'units' ? hrRight.units : []
  // A unit that nobody is in any more cannot be chosen again.
  const chosen = own.filter((name) => units.some((unit) => unit.name === name))
  const names = units.map(({ name }) => name).slice(0, mostUnits)
  return sheetCard(reader, {
    title: t('title', { name: person.name }),
    text: [t('text'), ...(names.length === 0 ? [t('none')] : [])].join('\n'),
    choice: {
      id: 'units',
      isMany: true,
      label: t('label'),
      error: t('error'),
      value: chosen.length > 0 ? chosen.map(unitKey).join(',') : everyUnit,
      choices: [
        { title: t('every'), value: everyUnit },
        ...names.map((name) => ({ title: inertEitherWay(shortened(name, mostCharacters)), value: unitKey(name) })),
      ],
    },
    buttons: [
      primary(button(t('give'), 'access.give', { personId: person.id })),
      withoutInputs(button(t('back'), 'access.list', { page: '0' })),
    ],
  })
}

/** Asks once before access is taken. */
export function confirmTakeCard(reader: SheetReader, person: Leader): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, `access.confirm.${key}`, params)
  return sheetCard(reader, {
    title: t('title', { name: person.name }),
    text: t('text'),
    buttons: [
      button(t('keep'), 'access.list', { page: '0' }),
      destructive(button(t('take'), 'access.take', { personId: person.id })),
    ],
  })
}

/** With what tells people of one name apart. */
function personInWords({ texts, locale }: SheetReader, { id, name, unit }: Leader): string {
  const who = name === '' ? texts(locale, 'access.unmet', { id }) : shortened(name, mostCharacters)
  return unit === null ? who : `${who} · ${shortened(unit, mostCharacters)}`
}
