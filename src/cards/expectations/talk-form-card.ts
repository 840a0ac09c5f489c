import { packSaid, type SaidSoFar, saidKey } from '../../answers/expectations/said-so-far'
import { suggestedText, type TalkSide, talkSides } from '../../answers/expectations/talk-lines'
import type { Point } from '../../framework/library'
import type { TalkWhom } from '../../records/expectation-talk'
import { sourceOf } from '../answer/source-line'
import { button, primary } from '../kit/button'
import { inert } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { talkTitle } from './talk-in-words'

export interface TalkFormView {
  readonly whom: TalkWhom
  /** See `partnerKey`. */
  readonly withRole: string
  /** Of the talk that is made or edited. */
  readonly reflectionId: string
  readonly points: Readonly<Record<TalkSide, readonly Point[]>>
  /** Of what has not been said yet a suggestion stands there. */
  readonly said: SaidSoFar
}

/** Where the leader says the chosen points in their own words: a field each, filled in to begin from. */
export function talkFormCard(reader: Reader, view: TalkFormView): CardContent {
  const { texts, locale } = reader
  const { points, reflectionId, said, withRole } = view
  const t = (key: string) => texts(locale, key)
  const title = talkTitle(reader, view)
  const ids = { mineIds: idsOf(points.mine), theirsIds: idsOf(points.theirs), withRole }
  const field = (side: TalkSide, point: Point, at: number) => ({
    id: `${side}${at}`,
    label: inert(sourceOf([point], reader)),
    placeholder: t('expect.word.placeholder'),
    error: t('expect.word.error'),
    value: inert(said.get(saidKey(side, point.id)) ?? suggestedText(side, point)),
  })
  return {
    name: 'talk-form-card',
    data: {
      lang: locale,
      title,
      text: t('expect.word.text'),
      sides: talkSides
        .filter((side) => points[side].length > 0)
        .map((side) => ({
          heading: t(`expect.${side}`),
          fields: points[side].map((point, at) => field(side, point, at)),
        })),
      more: {
        label: t('expect.word.more'),
        placeholder: t('expect.word.morePlaceholder'),
        error: t('expect.word.error'),
        value: inert(said.get('text') ?? ''),
      },
      hint: t('expect.word.hint'),
      actions: [
        primary(button(t('expect.word.keep'), 'expect.keep', { reflectionId, ...ids })),
        button(t('expect.word.back'), 'expect.more', { reflectionId, ...ids, page: '0', said: packSaid(said) }),
      ],
      fallbackText: texts(locale, 'card.fallback', { title }),
      speak: `${title}. ${t('expect.word.text')}`,
    },
    summary: title,
  }
}

function idsOf(points: readonly Point[]): string {
  return points.map(({ id }) => id).join(',')
}
