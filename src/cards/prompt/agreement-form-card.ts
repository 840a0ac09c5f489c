import type { Agreement } from '../../records/discussion'
import { type Button, button, destructive, primary, withoutInputs } from '../kit/button'
import { choiceList } from '../kit/choice-list'
import { dateInWords } from '../kit/local-time'
import { inert, paragraphs } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'

/** Asks what a discussion has come to. */
export function agreementFormCard(reader: Reader, discussionId: string): CardContent {
  const { texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  return formCard(reader, {
    title: t('agreement.form.title'),
    lines: [t('agreement.form.text')],
    quotes: [],
    fields: fieldsOf(reader),
    first: [],
    choices: [
      choiceList({
        id: 'weeks',
        label: t('agreement.form.weeks'),
        error: t('agreement.form.weeks'),
        value: '4',
        choices: ['2', '4', '6'].map((value) => ({ value, title: t(`agreement.form.weeks.${value}`) })),
      }),
    ],
    dates: [{ id: 'date', label: t('agreement.form.date'), error: t('agreement.fault.noDate') }],
    actions: [
      primary(button(t('agreement.form.save'), 'channel.agree', { discussionId })),
      withoutInputs(button(t('agreement.form.without'), 'channel.end', { discussionId })),
      withoutInputs(button(t('agreement.form.leave'), 'channel.goOn', { discussionId })),
    ],
  })
}

function fieldsOf({ texts, locale }: Reader): readonly object[] {
  const t = (key: string, params = {}) => texts(locale, key, params)
  return [
    {
      id: 'text',
      label: t('agreement.form.label'),
      placeholder: t('agreement.form.placeholder'),
      isRequired: true,
      isMultiline: true,
      most: 2000,
      error: t('agreement.fault.empty'),
    },
    {
      id: 'who',
      label: t('agreement.form.who'),
      placeholder: t('agreement.form.whoPlaceholder'),
      isRequired: false,
      isMultiline: false,
      most: 200,
      error: t('agreement.fault.whoTooLong', { most: 200 }),
    },
  ]
}

/** Its writer's own, to be edited or deleted. */
export function agreementEditCard(reader: Reader, agreement: Agreement): CardContent {
  const { texts, locale } = reader
  const t = (key: string) => texts(locale, key)
  const { id: agreementId, text, who, lookOn, dueAt, revision } = agreement
  const card = formCard(reader, {
    title: t('agreement.edit.title'),
    lines: [],
    quotes: [],
    fields: fieldsOf(reader),
    first: [],
    choices: [],
    dates: [{ id: 'date', label: t('agreement.form.weeks'), error: t('agreement.fault.noDate') }],
    actions: [
      primary(button(t('agreement.edit.save'), 'agreement.change', { agreementId, revision: String(revision) })),
      withoutInputs(button(t('agreement.form.leave'), 'agreement.leave', { agreementId })),
      destructive(withoutInputs(button(t('agreement.edit.remove'), 'agreement.remove', { agreementId }))),
    ],
  })
  const values = { text, who, ...(dueAt !== null && { date: lookOn }) }
  return { ...card, filledIn: { values, faults: [], hint: '' } }
}

/** Comes back on the day and asks what became of it. @param today YYYY-MM-DD */
export function agreementAskCard(reader: Reader, agreement: Agreement, today: string): CardContent {
  const { texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const { id, createdAt, text, who } = agreement
  return formCard(reader, {
    title: t('agreement.ask.title'),
    lines: [t('agreement.ask.text', { when: dateInWords(locale, createdAt.slice(0, 10), today) })],
    quotes: [...paragraphs(text), ...(who === '' ? [] : [t('agreement.whoLine', { who })])].map(inert),
    fields: [
      {
        id: 'text',
        label: t('agreement.ask.label'),
        placeholder: t('agreement.ask.placeholder'),
        isRequired: false,
        isMultiline: false,
        most: 500,
        error: t('channelPrompt.fault.tooLong', { most: 500 }),
      },
    ],
    first: [
      choiceList({
        id: 'outcome',
        label: t('agreement.ask.outcome'),
        error: t('agreement.fault.outcome'),
        value: '',
        choices: (['done', 'underway', 'dropped'] as const).map((value) => ({
          value,
          title: t(`agreement.ask.${value}`),
        })),
      }),
    ],
    choices: [],
    dates: [],
    actions: [primary(button(t('agreement.ask.save'), 'agreement.outcome', { agreementId: id }))],
  })
}

interface Form {
  readonly title: string
  readonly lines: readonly string[]
  readonly quotes: readonly string[]
  /** What is chosen before anything is written. */
  readonly first: readonly object[]
  readonly fields: readonly object[]
  readonly choices: readonly object[]
  readonly dates: readonly object[]
  readonly actions: readonly Button[]
}

function formCard({ texts, locale }: Reader, form: Form): CardContent {
  const spoken = inert([form.title, ...form.lines].join('. '))
  return {
    name: 'agreement-form-card',
    data: {
      ...form,
      lang: locale,
      fallbackText: texts(locale, 'card.fallback', { title: inert(form.title) }),
      speak: spoken,
    },
    summary: form.title,
  }
}
