import type { Leader } from '../../records/leader'
import type { Rhythm } from '../../records/rhythm'
import { saidRole } from '../answer/answer-title'
import { isOneLeader } from '../answer/role-phrase'
import { askButton, button, primary } from '../kit/button'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { rhythmInWords } from '../prompt/rhythm-card'

export interface NewRoleView {
  readonly framework: string
  /** The role they come from in the same framework; null: none, or none that it knows. */
  readonly from: string | null
  readonly to: string
  /** What is expected stands above already. */
  readonly isBriefed?: boolean
  /** HR's list says so, and not they. */
  readonly isFromRoster?: boolean
  /** Twelve weeks of another role have ended by it. */
  readonly hasEnded?: boolean
  /** A question of their own would rest meanwhile. */
  readonly hasRhythm?: boolean
}

/** Offers what is new in a role, now and over twelve weeks. Nobody but the leader sees it. */
export function newRoleCard(
  reader: Reader,
  { framework, from, to, isBriefed, isFromRoster, hasEnded, hasRhythm }: NewRoleView,
): CardContent {
  const { texts, locale } = reader
  const role = roleSaid(reader, framework, to)
  const known = reader.library.role(framework, to)
  // “Chefer” and “Direktionen” are no one's title inside a sentence.
  const { title = to } = known ?? {}
  const isOne = known !== undefined && isOneLeader(known)
  const before = from === null ? undefined : roleSaid(reader, framework, from)
  const t = (key: string) => texts(locale, key, { role, before: before ?? '' })
  const brief = before === undefined ? t('newRole.brief.ask') : t('newRole.brief.askFrom')
  return sheetCard(reader, {
    title: texts(locale, 'newRole.offer.title', { role: isOne ? role : title }),
    text: [
      ...(isFromRoster ? [t('newRole.offer.fromRoster')] : []),
      ...(hasEnded ? [t('newRole.ended')] : []),
      ...(isBriefed ? [] : [t(before === undefined ? 'newRole.offer.brief' : 'newRole.offer.briefFrom')]),
      t(before === undefined ? 'newRole.offer.weeks' : 'newRole.offer.weeksFrom'),
      ...(hasRhythm ? [t('newRole.offer.rests')] : []),
    ].join('\n'),
    note: t('newRole.offer.alone'),
    buttons: [
      primary(button(t('newRole.start'), 'newRole.start', { framework, from: from ?? '', role: to })),
      ...(isBriefed ? [] : [askButton(brief, t(before === undefined ? 'newRole.brief' : 'newRole.briefFrom'))]),
    ],
  })
}

/** When the twelve weeks begin. */
export function newRoleStartedCard(
  reader: Reader,
  rhythm: Rhythm,
  { stopped, isPaused }: Pick<Leader, 'stopped'> & { readonly isPaused: boolean },
): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  const held = stopped ? [t('rhythm.whileStopped')] : isPaused ? [t('rhythm.whilePaused')] : []
  return sheetCard(reader, {
    title: t('rhythm.kept'),
    text: [rhythmInWords(reader, rhythm), ...held, t('rhythm.hrFirst')].join('\n'),
    buttons: [button(t('newRole.move'), 'rhythm.show'), button(t('rhythm.stop'), 'newRole.stop')],
  })
}

/** That they are over, and what goes on. */
export function newRoleStoppedCard(reader: Reader, rhythm: Rhythm | undefined): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t('newRole.stopped.title'),
    text: rhythm ? [t('newRole.stopped.goesOn'), rhythmInWords(reader, rhythm)].join('\n') : t('newRole.stopped.text'),
    buttons: rhythm ? [button(t('rhythm.change'), 'rhythm.show'), button(t('newRole.stopToo'), 'rhythm.stop')] : [],
  })
}

function roleSaid({ library, locale }: Reader, framework: string, role: string): string {
  return saidRole(library.role(framework, role)?.title ?? role, locale)
}
