import type { Preview } from '../campaigns/verbs/preview'
import { nameOf } from '../cards/kit/reader'
import { askedPoints } from '../framework/asked-points'
import type { Library } from '../framework/library'
import type { Locale } from '../texts'

/** A prompt as its card says it: what is asked, the points it is about, and where they stand. */
export function sampleLines(sample: Preview['sample'], library: Library, locale: Locale): string {
  if (!sample) return 'There is no prompt for anybody.\n'
  if (sample.question !== undefined) return `Sample prompt:\n  ${sample.question}\n`
  const { promptId } = sample
  const prompt = library.prompt(promptId)
  const points = (prompt ? askedPoints(prompt) : []).flatMap((id) => library.point(id) ?? [])
  const lines = [
    `Sample prompt (${promptId}):`,
    `  ${(locale === 'en' ? prompt?.en : prompt?.text) ?? ''}`,
    ...points.flatMap((point) => [
      `    ${point.wording ?? point.text}`,
      `    Source: ${nameOf(library, point.framework)} › ${point.source}`,
    ]),
  ]
  return `${lines.join('\n')}\n`
}
