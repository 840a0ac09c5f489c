import { askedPoints } from '../../framework/asked-points'
import type { Library, Point } from '../../framework/library'
import { idParts } from '../../framework/schema'

/** The points of the framework that answer a pitfall, best first; empty for anything but a pitfall that has been paired. */
export function answersTo(library: Library, pitfall: Point): Point[] {
  return (pitfall.answeredBy ?? []).flatMap((id) => library.point(id) ?? [])
}

/** The pitfalls of the same role that a point answers, the one it answers best first. */
export function pitfallsOf(library: Library, { id, framework, role, kind }: Point): Point[] {
  if (kind === 'pitfall') return []
  const place = (pitfall: Point) => pitfall.answeredBy?.indexOf(id) ?? -1
  return library
    .select({ framework, role, kinds: ['pitfall'] })
    .filter((pitfall) => place(pitfall) >= 0)
    .sort((a, b) => place(a) - place(b))
}

/** The prompts of the same role on what goes with a prompt: on the pitfalls its points answer, or on the points that answer its pitfall. */
export function pairedPrompts(library: Library, promptId: string): string[] {
  const prompt = library.prompt(promptId)
  const points = (prompt ? askedPoints(prompt) : []).flatMap((id) => library.point(id) ?? [])
  const paired = points.flatMap((point) =>
    point.kind === 'pitfall' ? answersTo(library, point) : pitfallsOf(library, point),
  )
  const { role } = idParts(promptId)
  const ids = paired.flatMap((point) => library.promptsFor(point.id).map(({ id }) => id))
  return [...new Set(ids.filter((id) => idParts(id).role === role))]
}
