import type { RosterDraft } from '../../records/roster'
import { type Button, button, primary } from '../kit/button'
import { notice } from '../kit/notice-card'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'
import { rowCountsInWords } from './row-counts-in-words'

export interface RosterStateView extends SheetReader {
  readonly draft: RosterDraft
  /** Some whom the list names by address only are still to be met, and there are teams to look in. */
  readonly canFind: boolean
}

/** A list after its import has begun: how far it is, what it did, or that it was undone. */
export function rosterStateCard(view: RosterStateView): CardContent {
  const { draft, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, `roster.${key}`, params)
  const data = { draftId: draft.id }
  const leaders = button(texts(locale, 'leaders.show'), 'leaders.show')
  switch (draft.state) {
    case 'importing':
    case 'undoing': {
      const done = Math.round((draft.rows * draft.pagesDone) / draft.pages)
      const text = t(`${draft.state}.text`, { done, rows: draft.rows })
      return state(t(`${draft.state}.title`), text, [button(t('progress'), 'roster.show', data)])
    }
    case 'done': {
      const inform = primary(button(texts(locale, 'leaders.inform'), 'leaders.inform'))
      const find = view.canFind ? [button(t('find'), 'roster.find', data)] : []
      return state(t('done.title'), doneText(view), [inform, ...find, leaders, button(t('undo'), 'roster.undo', data)])
    }
    case 'undone':
      return state(t('undone.title'), t('undone.text'), [leaders])
    default:
      return notice(view, 'rosterDropped')
  }

  function state(title: string, text: string, buttons: readonly Button[]): CardContent {
    return sheetCard(view, { title, text, buttons })
  }
}

function doneText({ draft, texts, locale }: RosterStateView): string {
  const { created = 0, changed = 0, unchanged = 0, leaving = 0 } = draft.counts ?? {}
  const t = (key: string, params = {}) => texts(locale, `roster.done.${key}`, params)
  return [
    t('text', { counts: rowCountsInWords({ texts, locale }, { created, changed, unchanged }) }),
    ...(leaving > 0 ? [t('leaving', { n: leaving })] : []),
    t('undo'),
  ].join('\n')
}
