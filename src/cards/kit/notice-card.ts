import type { Locale, Params } from '../../texts'
import type { Button } from './button'
import { escapeMarkdown, inert, paragraphs } from './plain-text'
import type { CardContent } from './render'
import type { SheetReader } from './sheet-card'

export interface NoticeView {
  readonly locale: Locale
  readonly title: string
  /** Shown as it stands, Markdown and all; a line break begins a paragraph. */
  readonly text: string
  /** At most three are shown. */
  readonly buttons?: readonly Button[]
}

const mostNoticeButtons = 3

/** A confirmation, or what went wrong and what to do. */
export function noticeCard({ locale, title, text, buttons = [] }: NoticeView): CardContent {
  return {
    name: 'notice-card',
    data: {
      lang: locale,
      title: escapeMarkdown(title),
      lines: paragraphs(text),
      actions: buttons.slice(0, mostNoticeButtons),
      fallbackText: inert(`${title}. ${text}`),
      speak: inert(`${title}. ${text}`),
    },
    summary: title,
  }
}

/** The notice whose texts are `<key>.title` and `<key>.text`. */
export function notice({ texts, locale }: SheetReader, key: string, params?: Params): CardContent {
  return noticeCard({
    locale,
    title: texts(locale, `${key}.title`, params),
    text: texts(locale, `${key}.text`, params),
  })
}
