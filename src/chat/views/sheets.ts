import type { Ctx } from '../../caller/context'
import { button } from '../../cards/kit/button'
import { dateInWords } from '../../cards/kit/local-time'
import type { CardContent } from '../../cards/kit/render'
import { sheetCard } from '../../cards/kit/sheet-card'
import {
  helpAnswerCard,
  helpClosedCard,
  helpFormCard,
  helpPreviewCard,
  helpStateCard,
} from '../../cards/leader/help-card'
import { helpDeskCard } from '../../cards/leader/help-desk-card'
import { jsonPages, markdownPages } from '../../cards/leader/personal-data-text'
import { eraseCard, type Processing, privacyCard } from '../../cards/leader/privacy-card'
import type { Library } from '../../framework/library'
import type { PersonalData } from '../../people/export-person'
import type { HelpRequest } from '../../records/help-request'
import type { Leader } from '../../records/leader'
import type { Texts } from '../../texts'

export type DataForm = 'text' | 'json'

/** What actions about pause, privacy and HR show, each in the reader's own language. */
export interface Sheets {
  pauseAsked(leader: Leader): CardContent
  paused(leader: Leader, today: string): CardContent
  stopped(leader: Leader): CardContent
  privacy(leader: Leader, config: Processing & Pick<Ctx['config'], 'hrConversation'>, isPersonal: boolean): CardContent
  dataPages(leader: Leader, data: PersonalData, form: DataForm): string[]
  dataPage(leader: Leader, form: DataForm, page: number, pages: number): CardContent
  eraseAsked(leader: Leader, counts: { reflections: number; helpRequests: number; answers: number }): CardContent
  helpForm(leader: Leader, text: string): CardContent
  helpPreview(leader: Leader, request: { id: string; name: string; text: string }): CardContent
  helpState(leader: Leader, request: HelpRequest): CardContent
  helpAnswer(leader: Leader, request: HelpRequest, answer: number): CardContent
  helpClosed(leader: Leader, request: HelpRequest): CardContent
  /** Read by several, so in the language and time zone of the configuration. */
  helpDesk(config: Pick<Ctx['config'], 'locale' | 'timeZone'>, request: HelpRequest): CardContent
}

export function createSheets(library: Library, texts: Texts): Sheets {
  const reader = (leader: Leader) => ({ library, texts, locale: leader.locale, timeZone: leader.timeZone })
  return {
    pauseAsked(leader) {
      const t = (key: string) => texts(leader.locale, key)
      return sheetCard(reader(leader), {
        title: t('pause.ask.title'),
        text: t('pause.ask.text'),
        buttons: [
          ...['pause.ask.week', 'pause.ask.weeks'].map((key) => button(t(key), 'pause.set', { text: t(key) })),
          button(t('pause.ask.stop'), 'pause.stop'),
        ],
      })
    },
    paused(leader, today) {
      const t = (key: string, params = {}) => texts(leader.locale, key, params)
      const date = dateInWords(leader.locale, leader.pausedUntil ?? today, today)
      return sheetCard(reader(leader), {
        title: t('pause.set.title'),
        text: t('pause.set.text', { date }),
        buttons: [button(t('pause.resume'), 'pause.end')],
      })
    },
    stopped: (leader) =>
      sheetCard(reader(leader), {
        title: texts(leader.locale, 'pause.stopped.title'),
        text: texts(leader.locale, 'pause.stopped.text'),
        buttons: [button(texts(leader.locale, 'pause.resume'), 'pause.end')],
      }),
    privacy: (leader, config, isPersonal) =>
      privacyCard({
        ...reader(leader),
        processing: config,
        isPersonal,
        hasHelpDesk: config.hrConversation !== '',
      }),
    dataPages: (leader, data, form) => (form === 'json' ? jsonPages(data) : markdownPages(data, reader(leader))),
    dataPage(leader, form, page, pages) {
      const t = (key: string, params = {}) => texts(leader.locale, key, params)
      const other: DataForm = form === 'json' ? 'text' : 'json'
      return sheetCard(reader(leader), {
        title: t('data.title'),
        text: t(`data.${form}.${pages > 1 ? 'many' : 'one'}`, { page: page + 1, pages }),
        buttons: [
          ...(page + 1 < pages ? [button(t('data.next'), 'data.show', { form, page: String(page + 1) })] : []),
          button(t(other === 'json' ? 'data.asJson' : 'data.asText'), 'data.show', { form: other }),
          button(t('data.erase'), 'data.askErase'),
        ],
      })
    },
    eraseAsked: (leader, counts) => eraseCard({ ...reader(leader), ...counts }),
    helpForm: (leader, text) => helpFormCard(reader(leader), text),
    helpPreview: (leader, request) => helpPreviewCard(reader(leader), request),
    helpState: (leader, request) => helpStateCard(reader(leader), request),
    helpAnswer: (leader, request, answer) => helpAnswerCard(reader(leader), request, answer),
    helpClosed: (leader, request) => helpClosedCard(reader(leader), request),
    helpDesk: ({ locale, timeZone }, request) => helpDeskCard({ texts, locale, timeZone, request }),
  }
}

/** What the profile says of a pause. */
export function pauseShown(leader: Leader): { pause?: 'stopped' | { until: string } } {
  if (leader.stopped) return { pause: 'stopped' }
  const { pausedUntil } = leader
  return pausedUntil === null ? {} : { pause: { until: dateInWords(leader.locale, pausedUntil, '') } }
}
