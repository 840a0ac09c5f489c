import type { HrAccess } from '../../hr-access/list-hr-access'
import { enumerate } from '../../texts'
import { type Button, button, destructive, primary, withoutInputs } from '../kit/button'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'
import { rightInWords } from './right-in-words'

export interface HrAccessView extends SheetReader {
  readonly access: readonly HrAccess[]
  /** From 0; the first again after the last. */
  readonly page: number
  /** Who asks. */
  readonly id: string
  readonly isAdministrator: boolean
  readonly hasAccess: boolean
}

/** A page of the list is read at a glance. */
const pageSize = 8

/** Who plans for HR, and for which units: for everybody to see, and for administrators to change. */
export function hrAccessCard(view: HrAccessView): CardContent {
  const { access, isAdministrator, hasAccess, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const pages = Math.max(1, Math.ceil(access.length / pageSize))
  const page = view.page % pages
  const shown = access.slice(page * pageSize, (page + 1) * pageSize)
  const removable = isAdministrator ? shown.filter((each) => !each.isAdministrator) : []
  const [first] = removable
  return sheetCard(view, {
    title: t('access.title'),
    text: [
      t('access.text'),
      ...(hasAccess ? [] : [howToGetAccess(view)]),
      ...(isAdministrator || access.length > 0 ? [] : [t('access.nobody')]),
      ...(pages > 1 ? [t('campaigns.page', { page: page + 1, pages })] : []),
    ].join('\n'),
    sections: shown.map((each) => ({ heading: nameOf(view, each), text: rightInWords(view, each) })),
    ...(first && {
      choice: {
        id: 'personId',
        label: t('access.choose'),
        error: t('access.chooseError'),
        value: first.id,
        choices: removable.map((each) => ({ title: nameOf(view, each), value: each.id })),
      },
    }),
    buttons: [
      ...(isAdministrator ? [primary(withoutInputs(button(t('access.give'), 'access.new')))] : []),
      ...(first
        ? [button(t('access.change'), 'access.choose'), destructive(button(t('access.take'), 'access.askTake'))]
        : []),
      ...(pages > 1 ? [nextPage(view, page + 1)] : []),
    ],
  })
}

/** What somebody without access is told: who can give it, and what they are called in the settings. */
export function howToGetAccess({
  access,
  id,
  texts,
  locale,
}: Pick<HrAccessView, 'access' | 'id' | keyof SheetReader>): string {
  const givers = access.filter(({ isAdministrator, name }) => isAdministrator && name !== '').map(({ name }) => name)
  const names = enumerate(locale, givers)
  return texts(locale, givers.length > 0 ? 'access.askThem' : 'access.askOperators', { names, id })
}

function nextPage({ texts, locale }: SheetReader, page: number): Button {
  return withoutInputs(button(texts(locale, 'campaigns.more'), 'access.list', { page: String(page) }))
}

function nameOf({ texts, locale }: SheetReader, { name, id }: HrAccess): string {
  return name === '' ? texts(locale, 'access.unmet', { id }) : name
}
