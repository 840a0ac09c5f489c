import { idParts } from '../framework/schema'
import type { Reflection } from '../store/containers'
import { nameOf, type Reader } from './answer-title'
import { button } from './button'
import { foldable } from './fold'
import { longDate, monthAndYear } from './local-time'
import { inert, paragraphs } from './plain-text'
import { reflectionQuestion } from './reflection-question'
import type { CardContent } from './render'

export interface ReflectionsView extends Reader {
  /** Answered ones, newest first. */
  readonly reflections: readonly Reflection[]
  /** Opens the next page; none on the last. */
  readonly cursor?: string | undefined
  readonly isFirstPage: boolean
  /** IANA zone of the leader. */
  readonly timeZone: string
}

/** Of a long answer, this much shows until it is unfolded. */
const excerptCharacters = 280

/** A leader's own answers, by month. */
export function reflectionsCard(view: ReflectionsView): CardContent {
  const { reflections, cursor, isFirstPage, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const title = t('reflections.title')
  const isEmpty = reflections.length === 0
  return {
    name: 'reflections-card',
    data: {
      lang: locale,
      title,
      text: isEmpty ? t(isFirstPage ? 'reflections.empty' : 'reflections.emptyPage') : t('reflections.private'),
      months: byMonth(view),
      actions: [
        ...(cursor ? [button(t('reflections.older'), 'reflections.list', { cursor })] : []),
        ...(isFirstPage ? [] : [button(t('reflections.newest'), 'reflections.list')]),
        ...(isEmpty && isFirstPage ? [button(t('answer.askMe'), 'prompt.request', { statementIds: [] })] : []),
      ],
      fallbackText: t('card.fallback', { title }),
      speak: isEmpty ? t('reflections.empty') : title,
    },
    summary: title,
  }
}

function byMonth(view: ReflectionsView) {
  const { reflections, locale, timeZone } = view
  const months: { heading: string; items: ReturnType<typeof itemData>[] }[] = []
  reflections.forEach((reflection, i) => {
    const heading = monthAndYear(locale, timeZone, writtenAt(reflection))
    const last = months.at(-1)
    const item = itemData(reflection, i, view)
    if (last?.heading === heading) last.items.push(item)
    else months.push({ heading, items: [item] })
  })
  return months
}

function itemData(reflection: Reflection, i: number, view: ReflectionsView) {
  const { library, texts, locale, timeZone } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const prompt = library.prompt(reflection.promptId)
  const { framework, area } = idParts(reflection.promptId)
  const date = longDate(locale, timeZone, writtenAt(reflection))
  // A number alone is an answer too.
  const number = reflection.scale === undefined ? [] : [t(`prompt.scale.${reflection.scale}`)]
  const text = [...(reflection.text === undefined ? [] : [reflection.text]), ...number].join('\n')
  const excerpt = excerptOf(text)
  return {
    when: inert(
      [date, ...(prompt ? [`${nameOf(library, framework)} › ${library.areaTitle(framework, area)}`] : [])].join(' · '),
    ),
    question: inert(reflectionQuestion(reflection, view)),
    answer: excerpt === undefined ? paragraphs(text) : [],
    long: excerpt === undefined ? [] : [longData(`r${i}`, excerpt, text, t('reflections.showOrHide', { date }), view)],
  }
}

/** An excerpt that gives way to the whole. */
function longData(id: string, excerpt: string, text: string, title: string, { texts, locale }: ReflectionsView) {
  const excerptId = `${id}-excerpt`
  const { isOpen, toggle } = foldable(id, false, '', title)
  return {
    id,
    isOpen,
    excerptId,
    excerpt: inert(excerpt),
    full: paragraphs(text),
    toggle: toggle.map((row) => ({
      ...row,
      targets: [...row.targets, excerptId],
      more: texts(locale, 'reflections.showAll'),
      less: texts(locale, 'reflections.showLess'),
    })),
  }
}

/** The beginning of a long answer, cut between words; undefined when the whole is short. */
function excerptOf(text: string): string | undefined {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= excerptCharacters * 1.2) return undefined
  const cut = flat.slice(0, excerptCharacters)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), excerptCharacters / 2)).trimEnd()} …`
}

function writtenAt({ answeredAt, createdAt }: Reflection): string {
  return answeredAt ?? createdAt
}
