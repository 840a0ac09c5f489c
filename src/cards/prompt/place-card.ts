import type { Framework } from '../../framework/schema'
import { button, primary } from '../kit/button'
import { inert } from '../kit/plain-text'
import { nameOf, type Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { municipalityChoices } from '../leader/municipality-card'

/** Asks whose leadership framework a channel talks about. @param framework the slug chosen before */
export function placeCard(reader: Reader, framework: string | null): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  const { chosen, choices, placeholder } = municipalityChoices({ ...reader, framework })
  return sheetCard(reader, {
    title: t('place.title'),
    text: t('place.text'),
    choice: {
      id: 'framework',
      label: t('place.framework'),
      placeholder,
      error: t('place.fault.framework'),
      value: chosen,
      choices,
    },
    buttons: [primary(button(t('place.continue'), 'place.group'))],
  })
}

/** Asks which of its groups the channel is. */
export function placeGroupCard(reader: Reader, { slug, name, roles }: Framework, group: string | null): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const groups = roles.filter((role) => role.group)
  return sheetCard(reader, {
    title: t('place.group.title', { name }),
    text: t('place.group.text'),
    choice: {
      id: 'group',
      label: t('place.group.label'),
      error: t('place.fault.group'),
      value: group ?? noGroup,
      choices: [
        ...groups.map((role) => ({ value: role.slug, title: inert(role.title) })),
        { value: noGroup, title: t('place.group.none') },
      ],
    },
    buttons: [primary(button(t('place.save'), 'place.save', { framework: slug }))],
  })
}

/** A choice must have a value in some clients. */
export const noGroup = 'none'

/** What is meant there from now on. */
export function placeSavedCard(
  reader: Reader,
  { framework, group }: { readonly framework: string; readonly group: string | null },
): CardContent {
  const { library, texts, locale } = reader
  const name = nameOf(library, framework)
  const title = group ? (library.role(framework, group)?.title ?? '') : ''
  return sheetCard(reader, {
    title: texts(locale, 'place.saved.title', { name }),
    text: texts(locale, title === '' ? 'place.saved.text' : 'place.saved.textGroup', { name, group: title }),
    buttons: [button(texts(locale, 'place.change'), 'place.choose')],
  })
}
