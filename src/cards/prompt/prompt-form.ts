import { sharedStanding } from '../../journal/share-standing'
import { button } from '../kit/button'
import { paragraphs } from '../kit/plain-text'
import { promptPoint } from '../kit/point'
import { pressRow } from '../kit/press-row'
import type { PromptView } from './prompt-view'
import { promptWhy } from './prompt-why'

/** The form: the points, the question, a field for words and, where it makes sense, one for a number. */
export function promptForm(view: PromptView, question: string) {
  const { texts, locale, points, form, hasScale } = view
  const t = (key: string) => texts(locale, key)
  return {
    why: promptWhy(view),
    frames: points.length > 0 ? [{ points: points.map((point) => promptPoint(point, view)) }] : [],
    question,
    notes: form?.isElsewhere ? [elsewhereData(view)] : [],
    rows: view.hasEarlier
      ? [pressRow(button(t('earlier.show'), 'prompt.earlier', { reflectionId: view.reflection.id }))]
      : [],
    hint: hintOf(view),
    label: t('prompt.label'),
    placeholder: t('prompt.placeholder'),
    error: t('prompt.error'),
    value: form?.text ?? '',
    scales: hasScale ? [scaleData(view)] : [],
  }
}

/** Who sees the answer, and what to leave out of it. */
function hintOf({ texts, locale, reflection }: PromptView): string {
  const standing = sharedStanding(reflection)
  return [
    ...(standing === 'takenBack' ? [] : [texts(locale, `prompt.hint.${standing ?? 'private'}`)]),
    texts(locale, 'prompt.hint.leaveOut'),
  ].join(' ')
}

/** Another answer came first: it is shown, and what becomes of what was typed here. */
function elsewhereData({ texts, locale, reflection: { state, text, scale } }: PromptView) {
  const key = `prompt.elsewhere.${state === 'answered' ? 'answered' : 'withdrawn'}`
  const number = scale === undefined ? [] : [texts(locale, `prompt.scale.${scale}`)]
  return {
    heading: texts(locale, key),
    frames: state === 'answered' ? [{ lines: [...paragraphs(text ?? ''), ...number] }] : [],
    what: texts(locale, `${key}What`),
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
