import { paragraphs } from './plain-text'
import { promptPoint } from './prompt-point'
import type { PromptView } from './prompt-view'

/** The form: the points, the question, a field for words and, where it makes sense, one for a number. */
export function promptForm(view: PromptView, question: string) {
  const { texts, locale, points, why, form, hasScale, reflection } = view
  const t = (key: string) => texts(locale, key)
  const stands = reflection.state === 'answered' ? paragraphs(reflection.text ?? '') : []
  const elsewhere = t(`prompt.elsewhere.${reflection.state === 'answered' ? 'answered' : 'withdrawn'}`)
  return {
    why: t(`prompt.why.${why}`),
    frames: points.length > 0 ? [{ points: points.map((point) => promptPoint(point, view)) }] : [],
    question,
    notes: form?.isElsewhere ? [{ text: elsewhere, stands }] : [],
    hint: t('prompt.hint'),
    label: t('prompt.label'),
    placeholder: t('prompt.placeholder'),
    error: t('prompt.error'),
    value: form?.text ?? '',
    scales: hasScale ? [scaleData(view)] : [],
  }
}

const steps = ['1', '2', '3', '4', '5'] as const

function scaleData({ texts, locale, form }: PromptView) {
  const t = (key: string) => texts(locale, key)
  return {
    label: t('prompt.scale.label'),
    placeholder: t('prompt.scale.placeholder'),
    error: t('prompt.scale.error'),
    value: form?.scale === undefined ? '' : String(form.scale),
    choices: [
      ...steps.map((step) => ({ title: t(`prompt.scale.${step}`), value: step })),
      // A choice cannot be undone in every client, so there is one for none.
      ...(form?.scale === undefined ? [] : [{ title: t('prompt.scale.none'), value: '0' }]),
    ],
  }
}
