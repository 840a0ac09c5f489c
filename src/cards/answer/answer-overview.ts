import type { Answer } from '../../answers/answer'
import { type Button, button, primary } from '../kit/button'
import { inert } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import { sectionHeading } from './answer-sections'
import { listQuestion } from './list-question'

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
      value: listQuestion(reader, section, answer.intent === 'pitfalls' ? 'pitfalls' : 'expectations'),
    })),
  }
}

/** Sends the chosen question: the field's id is `text`, where other buttons carry theirs. */
export function overviewButton({ texts, locale }: Reader): Button {
  return primary(button(texts(locale, 'answer.overview.show'), 'ask'))
}
