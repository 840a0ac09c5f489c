import type { Library, Point } from '../../framework/library'
import type { TalkWhom } from '../../records/expectation-talk'
import { selectPoints } from '../selection'

/** What a framework says to either side, those first that are about the two of them. */
export interface TalkPoints {
  /** "Det kan du forvente af mig". */
  readonly mine: readonly Point[]
  /** "Det har jeg brug for fra dig". */
  readonly theirs: readonly Point[]
}

interface TalkSides {
  readonly framework: string
  /** Slugs; of a framework that speaks to all leaders alike both are `alle-ledere`, but for employees. */
  readonly own: string
  readonly other: string
  readonly whom: TalkWhom
}

/** Pure: the same two roles always get the same points in the same order. */
export function talkPoints(library: Library, { framework, own, other, whom }: TalkSides): TalkPoints {
  const isDown = whom !== 'leader'
  return {
    mine: ranked(library, { framework, role: own, to: other, way: isDown ? 'down' : 'up' }),
    theirs: ranked(library, { framework, role: other, to: own, way: isDown ? 'up' : 'down' }),
  }
}

/** Which way a point is to look: to those one leads, or to whom one is led by. */
type Way = 'up' | 'down'

/** What shows that a point is about those one leads, or about who leads oneself. */
const names: Readonly<Record<Way, RegExp>> = {
  down: /\b(?:dine|egne|dit områdes) (?:egne )?ledere?|ledergruppe|ledere af medarbejdere|medarbejder(?!nes løsning)|uddeleger|anerkend|påskønn|rollemodel/i,
  up: /koncernledelse|fagchef|din leder|samspil med ledelsen|informer|modspil|sparringspartner|politiske/i,
}
/** What passes between two who work together, whichever of them leads. */
const between =
  /retning|ramme|kommuniker|formidl|understøtte|følger? (?:systematisk )?op|beslut|tydelig|dialog|feedback|tillid|involver|inddrag|tid til|fremdrift|prioriter|udfordr|gennemsigtig|transparent/i
/** Said to somebody, and not of the times or of the document. */
const isSaid = /^(?:Du|Som ledere?|I (?:skal|\p{L}+r)) (?!.*\bledelsesgrundlaget\b)/u
/** Longer ones are hard to take in beside others. */
const longest = 160

/** How much it costs that the area has had its turn: as much as it counts to name the other. */
const areaAgain = 2

interface SaidTo {
  readonly framework: string
  /** Whose points they are, and whom they are to be about. */
  readonly role: string
  readonly to: string
  readonly way: Way
}

function ranked(library: Library, { framework, role, to, way }: SaidTo): Point[] {
  const title = library.role(framework, to)?.title
  const byTitle = title === undefined ? undefined : titlePattern(title)
  const target = { framework, slug: role, how: 'same' as const, said: '' }
  const all = selectPoints(library, target, { kinds: [], area: null })
  const left = all
    .filter(({ text }) => isSaid.test(text))
    .map((point) => ({ point, weight: weightOf(point, way, byTitle) }))
  const chosen: Point[] = []
  const taken = new Map<string, number>()
  while (left.length > 0) {
    const worth = ({ point, weight }: (typeof left)[number]) => weight - areaAgain * (taken.get(point.area) ?? 0)
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a))
    left.splice(left.indexOf(best), 1)
    chosen.push(best.point)
    taken.set(best.point.area, (taken.get(best.point.area) ?? 0) + 1)
  }
  return chosen
}

function weightOf({ text }: Point, way: Way, byTitle: RegExp | undefined): number {
  const isNamed = names[way].test(text) || byTitle?.test(text)
  return (isNamed ? 2 : 0) + (between.test(text) ? 1 : 0) + (text.length > longest ? -2 : 0)
}

/** "Leder af ledere", "Fag- og stabschef", "Direktionen" as points speak of them: "ledere af ledere", "fagcheferne", "direktøren". */
function titlePattern(title: string): RegExp {
  const [, led] = /^leder af (\p{L}{4,6})/iu.exec(title) ?? []
  if (led !== undefined) return new RegExp(`ledere? af ${led}`, 'i')
  const last = title.toLowerCase().split(' ').at(-1) ?? ''
  return new RegExp(last.includes('chef') ? 'chef' : last.slice(0, 6), 'i')
}
