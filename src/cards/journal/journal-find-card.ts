import type { During } from '../../journal/list-reflections'
import { placeOf } from '../../journal/reading/journal-entry'
import type { JournalHit } from '../../journal/reading/journal-search'
import { button, primary } from '../kit/button'
import { type Choice, choiceList } from '../kit/choice-list'
import { escapeMarkdown, inert, paragraphs } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { areaTitle } from './area-title'
import { datesOf, duringInWords } from './during'
import { hitData, seenBy } from './journal-item'
import { journalList } from './journal-list'

/** Where a leader looks through their own reflections. @param areas those that have any, by key */
export function journalFindCard(
  { texts, locale }: Reader,
  areas: readonly Choice[],
  sought: { text: string; area: string },
): CardContent {
  const t = (key: string) => texts(locale, key)
  const title = t('find.title')
  return {
    name: 'journal-find-card',
    data: {
      lang: locale,
      title,
      lines: paragraphs(t('find.text')),
      label: t('find.label'),
      placeholder: t('find.placeholder'),
      error: t('find.error'),
      value: inert(sought.text),
      choices: [
        choiceList({
          id: 'area',
          label: t('find.area'),
          error: t('find.areaError'),
          placeholder: t('find.everywhere'),
          value: sought.area,
          choices: [{ title: t('find.everywhere'), value: '' }, ...areas],
        }),
      ],
      actions: [primary(button(t('find.go'), 'reflections.search'))],
      fallbackText: texts(locale, 'card.fallback', { title }),
      speak: `${title}. ${t('find.text')}`,
    },
    summary: title,
  }
}

export interface FindsView extends Reader {
  readonly text: string
  /** The one area searched; '' for all. */
  readonly area: string
  /** The one time searched; nothing: all. */
  readonly during?: During
  readonly hits: readonly JournalHit[]
  readonly total: number
  readonly page: number
  readonly isLast: boolean
  /** Whether there is a prompt on what was sought: something to ask about where nothing was found. */
  readonly canAsk: boolean
}

/** What was found in a leader's own reflections; where it is nothing, a way on. */
export function journalFindsCard(view: FindsView): CardContent {
  const { texts, locale, text: words, area, hits, total, page, isLast, canAsk } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const title = total === 0 ? t('find.title') : t('find.found', { words })
  const found = hits.map(({ entry }) => entry)
  const text =
    total === 0 ? nothing(view) : `${t(total === 1 ? 'find.one' : 'find.many', { total })} ${seenBy(found, view)}`
  const time = duringInWords(view, view.during)
  const within = [
    ...(area === '' ? [] : [t('find.inArea', { area: areaTitle(view, placeOf(area)) })]),
    ...(time === '' ? [] : [t('find.inTime', { time })]),
  ]
  const sought = { text: words, area }
  return journalList(view, {
    title,
    text: [text, ...within].join(' '),
    sections: hits.map((hit) => ({
      headings: [],
      groups: [
        {
          headings: [escapeMarkdown(areaTitle(view, hit.entry.place))],
          items: [hitData(hit, view)],
        },
      ],
    })),
    actions: [
      ...(isLast
        ? []
        : [
            button(t('find.more'), 'reflections.search', {
              ...sought,
              ...datesOf(view.during ?? {}),
              page: String(page + 1),
            }),
          ]),
      ...(total === 0
        ? [
            canAsk
              ? button(t('find.prompt'), 'prompt.request', { topic: words })
              : button(t('answer.askMe'), 'prompt.request', { statementIds: [] }),
          ]
        : []),
      button(t('find.again'), 'reflections.find', sought),
      button(t('button.myReflections'), 'reflections.list'),
    ],
    summary: t('find.title'),
  })
}

function nothing({ texts, locale, text: words, canAsk }: FindsView): string {
  return texts(locale, canAsk ? 'find.nothing' : 'find.nothingPlain', { words })
}
