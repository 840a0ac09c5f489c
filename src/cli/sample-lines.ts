import type { Preview } from '../campaigns/verbs/preview'
import type { PromptSample } from '../campaigns/verbs/sample-prompt'
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

export interface Sampled {
  readonly sample: PromptSample
  readonly library: Library
  readonly locale: Locale
}

/** A prompt of one time of a campaign, and who would get it when. */
export function promptSampleLines({ sample, library, locale }: Sampled): string {
  const { number, date, who, profiles, profile, prompt } = sample
  const framework = profile?.framework ?? null
  const role = profile?.role ? (library.role(profile.framework, profile.role)?.title ?? profile.role) : 'everybody'
  const whom = profile ? `${role} in ${nameOf(library, profile.framework)}, ${who + 1} of ${profiles}` : 'a channel'
  return `No. ${number + 1}, ${date ?? 'no date left'}, to ${whom}\n${sampleLines(prompt && { ...prompt, framework }, library, locale)}`
}
