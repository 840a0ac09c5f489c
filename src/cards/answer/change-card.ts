import type { Framework } from '../../framework/schema'
import { button, primary } from '../kit/button'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { listQuestionOf } from './list-question'
import { roleInSentence } from './role-phrase'

/** How a question was read, as slugs; empty where nothing is known. */
export interface ReadAsView {
  readonly framework: string
  readonly role: string
  readonly kind: 'behaviour' | 'pitfall' | 'value' | ''
}

interface Meaning {
  readonly title: string
  /** The question that is asked when it is chosen. */
  readonly value: string
}

/**
 * What else may have been meant: the other kind, another role, another municipality. A list is asked for anew and in full, so that it
 * means the same whenever it is pressed; of a topic, which no card holds, a follow-up asks.
 */
export function changeCard(reader: Reader, readAs: ReadAsView): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t('change.title'),
    text: t('change.text'),
    choice: {
      id: 'text',
      label: t('change.label'),
      placeholder: t('answer.overview.placeholder'),
      error: t('answer.overview.error'),
      choices: meanings(reader, readAs),
    },
    buttons: [primary(button(t('change.show'), 'ask'))],
  })
}

/** Everything else that may have been meant, nearest first. */
export function meanings(reader: Reader, readAs: ReadAsView): Meaning[] {
  const { library } = reader
  const framework = library.framework(readAs.framework)
  return [
    ...(framework ? otherKinds(reader, framework, readAs) : []),
    ...(framework ? otherRoles(reader, framework, readAs) : []),
    ...library.frameworks.filter(({ slug }) => slug !== framework?.slug).map((other) => elsewhere(reader, other)),
  ]
}

function otherKinds(reader: Reader, framework: Framework, { role, kind }: ReadAsView): Meaning[] {
  const { texts, locale } = reader
  const hasPitfalls = framework.statements.some((statement) => statement.kind === 'pitfall')
  const kinds = hasPitfalls ? (['behaviour', 'pitfall'] as const) : (['behaviour'] as const)
  return kinds
    .filter((other) => other !== kind)
    .map((other) => ({
      title: texts(locale, `change.kind.${other}`),
      value: listQuestionOf(reader, { framework: framework.slug, role }, wantedOf(other)),
    }))
}

function otherRoles(reader: Reader, framework: Framework, { role, kind }: ReadAsView): Meaning[] {
  const { texts, locale } = reader
  if (framework.profile === 'common') return []
  return framework.roles
    .filter(({ slug, group, level }) => slug !== role && !group && level !== null)
    .map(({ slug, title }) => ({
      title,
      value:
        kind === ''
          ? texts(locale, 'change.ask.role', { role: roleInSentence(title) })
          : listQuestionOf(reader, { framework: framework.slug, role: slug }, wantedOf(kind)),
    }))
}

/** Where a list was asked for, its kind and role go along as they did in the question before. */
function elsewhere({ texts, locale }: Reader, { name, municipality }: Framework): Meaning {
  return { title: municipality, value: texts(locale, 'change.ask.framework', { framework: name }) }
}

function wantedOf(kind: ReadAsView['kind']): 'expectations' | 'pitfalls' {
  return kind === 'pitfall' ? 'pitfalls' : 'expectations'
}
