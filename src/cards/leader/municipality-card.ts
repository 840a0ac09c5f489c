import type { ThenTalk } from '../../records/expectation-talk'
import { button, primary, withoutInputs } from '../kit/button'
import { inert } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'

export interface MunicipalityView extends Reader {
  /** The municipality chosen before, as a slug. */
  readonly framework?: string | null
  /** What it is asked for, said in place of the usual, and what goes on then. */
  readonly lead?: string | undefined
  readonly thenTalk?: ThenTalk | undefined
}

/** The choice of municipality by itself, for those who know Pejling. */
export function municipalityCard(view: MunicipalityView): CardContent {
  const t = (key: string) => view.texts(view.locale, key)
  const { id, label, placeholder, error, chosen, choices } = municipalityChoices(view)
  return sheetCard(view, {
    title: t('municipality.title'),
    text: view.lead ?? t('municipality.text'),
    choice: { id, label, placeholder, error, value: chosen, choices },
    buttons: [
      primary(
        button(t('welcome.continue'), 'profile.choose', view.thenTalk === undefined ? {} : { thenTalk: view.thenTalk }),
      ),
      withoutInputs(button(t('welcome.skip'), 'profile.skip')),
    ],
  })
}

/** A field to choose one of the municipalities in. */
export function municipalityChoices({ library, texts, locale, framework }: MunicipalityView) {
  const choices = library.frameworks.map(({ slug, municipality }) => ({ title: inert(municipality), value: slug }))
  return {
    id: 'framework',
    label: texts(locale, 'welcome.framework.label'),
    placeholder: texts(locale, 'welcome.framework.placeholder'),
    error: texts(locale, 'welcome.framework.error'),
    chosen: library.framework(framework ?? '')?.slug ?? '',
    choices: choices.toSorted((a, b) => a.title.localeCompare(b.title, 'da')),
  }
}
