import type { FormStep } from '../../cards/campaign/campaign-form-values'

const fields: readonly (readonly [RegExp, string])[] = [
  [/^campaign\.fault\.(time|timeOfChange|timeIsQuiet)$/, 'time'],
  [/^campaign\.fault\.first$/, 'first'],
  [/^campaign\.fault\.(last|lastBeforeFirst|count)$/, 'weeks'],
  [/^campaign\.fault\.(every|rule\..*|month.*)$/, 'every'],
  [/^campaign\.fault\.(alwaysClosed|closed.*)$/, 'closed'],
  [/^campaign\.fault\.name(Taken)?$/, 'name'],
  [/^campaign\.fault\.(audienceEmpty|narrowed|framework|otherUnit|peopleOutside)$/, 'framework'],
  [/^campaign\.fault\.role$/, 'roles'],
  [/^campaign\.fault\.level$/, 'levels'],
  [/^campaign\.fault\.unit$/, 'units'],
  [/^campaign\.fault\.channel(Outside)?$/, 'channels'],
  [/^campaign\.fault\.areas?$/, 'areas'],
  [/^campaign\.fault\.prompts?$/, 'picked'],
  [/^campaign\.fault\.question(At|Count)?$/, 'question'],
  [/^campaign\.fault\.questionLines$/, 'english'],
  [/^campaign\.fault\.reminder$/, 'reminder'],
]

/** The field of HR's form that a fault is about, by its key. */
export function faultField(fault: string): string | undefined {
  return fields.find(([pattern]) => pattern.test(fault))?.[1]
}

const ofSteps: Readonly<Record<FormStep, readonly string[]>> = {
  who: ['name', 'framework', 'roles', 'levels', 'units', 'channels'],
  what: ['plan'],
  which: ['areas', 'each', 'picked', 'question', 'english'],
  when: ['every', 'weekday', 'time', 'first', 'weeks', 'closed', 'reminder'],
}

/** Whether a field stands in a card of the form. */
export function isOfStep(step: FormStep, field: string | undefined): boolean {
  return field !== undefined && ofSteps[step].includes(field)
}
