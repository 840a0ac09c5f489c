import type { Answer } from '../../answers/answer'
import { mostButtons } from '../kit/button'
import { escapeMarkdown, inert } from '../kit/plain-text'
import type { CardContent } from '../kit/render'
import { shortened } from '../kit/shortened'
import { quietLine } from '../leader/quiet-line'
import { placeLine } from '../prompt/place-line'
import { answerButtons, missButton } from './answer-buttons'
import { overviewButton, overviewData } from './answer-overview'
import { isSearch, sectionsData } from './answer-sections'
import { cutToFit, fitsACard } from './answer-size'
import { answerSubtitle } from './answer-subtitle'
import { answerTitle } from './answer-title'
import type { AnswerView } from './answer-view'
import { namesOf } from './framework-names'
import { noteText } from './note-text'
import { sourceLinks } from './source-links'
import { tellsOfTrouble } from './support'
import { unfoldAll } from './unfold-all'

/** A question is quoted to be recognised, not to be read. */
const mostOfAQuestion = 90

/** An answer as a card. Longer than Teams takes in one message, it becomes a choice of roles instead. */
export function answerCard(view: AnswerView): CardContent {
  const { answer, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const isForAll = answer.talk === usage && !view.isPersonal
  const title = isForAll ? t('answer.help.titleOurs') : answerTitle(answer, view)
  // What the heading says already is not said again below it.
  const notes = answer.notes
    .map((note) => noteText(texts, locale, note))
    .filter((text) => text !== `${title}.`)
    .map(inert)
  // Sections of a comparison mean something beside each other only; those of a list can be asked for one by one.
  const isSideBySide = answer.intent === 'compare' || answer.intent === 'transition'
  const isOverview = !fitsACard(answer) && answer.sections.length > 1 && !isSideBySide
  const shown = isOverview ? answer : { ...answer, sections: cutToFit(answer.sections) }
  const sections = isOverview ? [] : sectionsData(shown, view)
  const unfold = isSearch(answer) ? [] : unfoldAll(sections, view)
  const links = answer.talk === 'about-source' ? sourceLinks(view) : []
  const isRetold = answer.sections.some((section) => section.points.some((point) => !point.wording))
  return {
    name: 'answer-card',
    data: {
      lang: locale,
      title: escapeMarkdown(title),
      subtitle: answerSubtitle(view),
      notes,
      lines: plainLines(view),
      sections,
      overview: isOverview ? [overviewData(answer, view)] : [],
      footer: isOverview ? [] : [...cutNote(answer, shown, view), ...(isRetold ? [t('answer.ownWords')] : [])],
      quiet: quietLines(view),
      unfold,
      links,
      actions: isOverview
        ? [overviewButton(view), ...missButton(view)]
        : answerButtons(view, mostButtons - unfold.length - links.length),
      fallbackText: inert(
        [t('card.fallback', { title }), ...(view.keeping ? [t('offer.quietFallback')] : [])].join(' '),
      ),
      speak: inert([title, ...notes].join('. ')),
    },
    summary: summaryOf(answer, title, view),
    foot: view.place && answer.talk === null ? placeLine(view, view.place) : undefined,
  }
}

/** Whom to talk to, and that what was typed can be kept. */
function quietLines({ answer, support, keeping, texts, locale }: AnswerView): string[] {
  const question = keeping && shortened(keeping.question, mostOfAQuestion)
  return [
    ...(tellsOfTrouble(answer) ? [inert(quietLine(texts, locale, support.people, answer.isUneasy))] : []),
    ...(question === undefined ? [] : [inert(texts(locale, 'offer.quiet', { question }))]),
  ]
}

/** What a card without points says. Markdown: the texts are ours. */
function plainLines(view: AnswerView): string[] {
  const { answer, library, texts, locale, isForHr, isPersonal } = view
  if (answer.intent === 'absent' && !answer.isUneasy) return [texts(locale, 'answer.absent.next')]
  if (answer.talk === null) return []
  if (answer.talk !== usage) {
    const isLinked = answer.talk === 'about-source' && sourceLinks(view).length > 0
    const key = `talk.${answer.talk}.${isLinked ? 'linked' : 'text'}`
    return [texts(locale, key, { frameworks: namesOf(library, locale) })]
  }
  const forHr = isForHr ? ['campaigns'] : []
  const own = ['expectations', 'pitfalls', 'compare', 'prompt', 'journal', 'pause', 'data', 'more', ...forHr]
  const ours = ['ours', ...(view.place ? ['place'] : []), 'inChannel', 'personal']
  const keys = [...(isPersonal ? own : ours), 'how']
  return keys.map((key) => texts(locale, `answer.help.${key}`))
}

/** Asked what it can be used for, Pejling tells of each thing. */
const usage = 'about-use'

function cutNote(answer: Answer, shown: Answer, { texts, locale }: AnswerView): string[] {
  const [n, total] = [countPoints(shown), countPoints(answer)]
  return n === total ? [] : [texts(locale, 'answer.cut', { n, total })]
}

function summaryOf(answer: Answer, title: string, { texts, locale }: AnswerView): string {
  const n = countPoints(answer)
  if (n === 0 || answer.intent === 'absent') return title
  return texts(locale, `answer.summary.points.${n === 1 ? 'one' : 'many'}`, { title, n })
}

function countPoints({ sections }: Answer): number {
  return sections.reduce((sum, section) => sum + section.points.length, 0)
}
