import type { Framework } from '../../framework/schema'
import { enumerate } from '../../texts'
import { escapeMarkdown } from '../kit/plain-text'
import { nameOf } from '../kit/reader'
import type { AnswerView } from './answer-view'
import { documentLink } from './source-links'

/** What stands small below the title, as Markdown: which document answers, and how the question was read where that was assumed. */
export function answerSubtitle(view: AnswerView): string[] {
  return [subtitle(view), escapeMarkdown(readAsLine(view))].filter((text) => text !== '')
}

/** Which document answers, as Markdown that opens it; in English also that the points are not translated. */
function subtitle(view: AnswerView): string {
  const { answer, library, texts, locale } = view
  if (answer.sections.length === 0 || answer.intent === 'absent') return ''
  const slugs = [...new Set(answer.sections.map((section) => section.framework))]
  const only = slugs.length === 1 ? library.framework(slugs[0] ?? '') : undefined
  return [
    only
      ? documentLink(escapeMarkdown(documentName(only)), only, view)
      : escapeMarkdown(
          enumerate(
            locale,
            slugs.map((slug) => nameOf(library, slug)),
          ),
        ),
    ...(answer.intent === 'topic' && isName(answer.subject)
      ? [escapeMarkdown(texts(locale, 'answer.searchedFor', { subject: answer.subject }))]
      : []),
    ...(locale === 'da' ? [] : [texts(locale, 'answer.inDanish')]),
  ].join(' · ')
}

/** One word or two are what was asked about; more are the leftovers of a sentence. */
function isName(subject: string): boolean {
  return subject !== '' && subject.split(' ').length <= 2
}

/** "Forstået som: faldgruber · kontraktholder · Skanderborg", where something was taken for granted. */
function readAsLine({ answer, library, texts, locale }: AnswerView): string {
  const { readAs, sections } = answer
  if (!readAs || sections.length === 0) return ''
  const [framework = ''] = readAs.frameworks
  const titles = readAs.roles.flatMap((role) => library.role(framework, role)?.title.toLowerCase() ?? [])
  const what = [
    ...(readAs.kind ? [texts(locale, `answer.kind.${readAs.kind}`)] : []),
    ...(readAs.area ? [library.areaTitle(framework, readAs.area)] : []),
    ...titles,
    ...readAs.frameworks.map((slug) => nameOf(library, slug)),
  ]
  return what.length > 0 ? texts(locale, 'answer.readAs', { what: what.join(' · ') }) : ''
}

/** "Sønderborg Kommune · Ledelsesgrundlag (2024)", with the municipality only where the title leaves it out. */
function documentName({ name, municipality, title, year }: Framework): string {
  const document = title.includes(name) ? title : `${municipality} · ${title}`
  return year ? `${document} (${year})` : document
}
