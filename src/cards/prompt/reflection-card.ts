import type { Profile } from '../../answers/profile'
import type { Library, Point } from '../../framework/library'
import { answersTo, pitfallsOf } from '../../prompts/choosing/point-pairs'
import { whosePrompt } from '../../prompts/choosing/whose-prompt'
import { isTalk } from '../../records/expectation-talk'
import { isNote, type Reflection } from '../../records/reflection'
import { noteCard, noteFormCard } from '../journal/note-card'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { promptCard } from './prompt-card'
import type { PromptView } from './prompt-view'
import { reflectionQuestion } from './reflection-question'

/** How a reflection is shown, besides as it stands. */
export interface Showing
  extends Pick<PromptView, 'form' | 'typed' | 'topic' | 'series' | 'hasEarlier' | 'isInTrouble'> {
  /** Why it comes: by default, or with `topic`, for whom it is written. */
  readonly why?: 'topic' | 'snoozed' | 'rhythm' | 'reminder' | 'after-pause' | undefined
}

/** A leader's reflection as it stands, or as a form. @param profile the leader's, which tells whose prompt it is */
export function reflectionCard(
  reader: Reader,
  profile: Profile,
  reflection: Reflection,
  { form, typed, topic, why, series, hasEarlier, isInTrouble }: Showing = {},
): CardContent {
  const { library } = reader
  if (isNote(reflection)) {
    const { id: reflectionId, revision = 0, area } = reflection
    const { text } = form ?? {}
    return form ? noteFormCard(reader, profile, { reflectionId, revision, area, text }) : noteCard(reader, reflection)
  }
  return promptCard({
    ...reader,
    reflection,
    question: reflectionQuestion(reflection, reader),
    hasScale: library.prompt(reflection.promptId)?.scale ?? false,
    // A talk has its page, where its points stand.
    ...(isTalk(reflection) ? { points: [] } : reflectionPoints(library, reflection)),
    why: why ?? ownWhy(library, profile, reflection),
    series,
    topic,
    form,
    typed,
    hasEarlier,
    isInTrouble,
  })
}

function ownWhy(library: Library, profile: Profile, reflection: Reflection): PromptView['why'] {
  if (isTalk(reflection)) return 'talk'
  return reflection.question === undefined ? whosePrompt(library, profile, reflection.promptId) : 'hr'
}

/** What the prompt asks about, what the framework itself says to it, and the pitfall that goes with that. */
export function reflectionPoints(library: Library, { statementIds }: Pick<Reflection, 'statementIds'>) {
  const points: Point[] = statementIds.flatMap((id) => library.point(id) ?? [])
  const asked = points.find(({ kind }) => kind === 'pitfall')
  const answers = asked ? answersTo(library, asked) : []
  if (asked && answers.length > 0) return { points, answering: answers, pitfall: asked }
  return { points, answering: points, pitfall: points.flatMap((point) => pitfallsOf(library, point))[0] }
}
