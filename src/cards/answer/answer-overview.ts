import type { Answer, Section } from '../../answers/answer'
import { type Button, button, primary } from '../kit/button'
import { inert } from '../kit/plain-text'
import { nameOf, type Reader } from '../kit/reader'
import { sectionHeading } from './answer-sections'
import { roleInSentence } from './role-phrase'
import { suggestionText } from './suggestion-text'

/** Instead of more points than a card holds: a choice of roles, whose values are the questions to ask. */
export function overviewData(answer: Answer, reader: Reader) {
  const { texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  return {
    text: t('answer.overview.text'),
    label: t('answer.overview.label'),
    placeholder: t('answer.overview.placeholder'),
    error: t('answer.overview.error'),
    choices: answer.sections.map((section) => ({
      title: t('answer.headingCount', {
        heading: inert(sectionHeading(section, answer, reader)),
        n: section.points.length,
      }),
      value: questionFor(answer, section, reader),
    })),
  }
}

/** Sends the chosen question: the field's id is `text`, where other buttons carry theirs. */
export function overviewButton({ texts, locale }: Reader): Button {
  return primary(button(texts(locale, 'answer.overview.show'), 'ask'))
}

function questionFor({ intent }: Answer, { framework, role }: Section, { library, texts, locale }: Reader): string {
  const wanted = intent === 'pitfalls' ? 'pitfalls' : 'expectations'
  const known = role ? library.role(framework, role) : undefined
  const title = known && known.level !== null ? roleInSentence(known.title) : ''
  const params = { framework: nameOf(library, framework), role: title }
  const key = `suggest.${wanted}${title === '' ? 'Common' : ''}`
  return suggestionText(texts, locale, { key, params })
}
