import type { Choice } from '../kit/choice-list'
import { inert } from '../kit/plain-text'
import type { Reader } from '../kit/reader'

/** An input as the form's template takes it: none, or one. */
export type FormInputs = readonly Readonly<Record<string, unknown>>[]

/** Makes the inputs of the campaign's form: each text stands under `campaignForm.<key>`. */
export function formInputs({ texts, locale }: Pick<Reader, 'texts' | 'locale'>) {
  const t = (key: string, params = {}) => texts(locale, `campaignForm.${key}`, params)
  const field = (key: string, value: string | number) => ({ label: t(`${key}.label`), error: t(`${key}.error`), value })
  return {
    t,
    written: (key: string, value: string): FormInputs => [
      { ...field(key, value), placeholder: t(`${key}.placeholder`) },
    ],
    plain: (key: string, value: string | number): FormInputs => [field(key, value)],
    /** Of a list that the texts name. */
    choices: (key: string, value: string, values: readonly string[], params = {}): FormInputs => [
      { ...field(key, value), choices: values.map((each) => ({ title: t(`${key}.${each}`, params), value: each })) },
    ],
    /** Of a list that names itself; where it is empty there is no input. */
    listed: (key: string, value: string, choices: readonly Choice[], params = {}): FormInputs =>
      choices.length === 0
        ? []
        : [
            {
              ...field(key, value),
              label: t(`${key}.label`, params),
              choices: choices.map(({ title, value }) => ({ title: inert(title), value })),
            },
          ],
  }
}
