import type { Point } from '../../framework/library'
import type { Channel } from '../../records/channel'
import type { Reflection, Share } from '../../records/reflection'
import { sourceWithName } from '../answer/source-line'
import { button, primary, withoutInputs } from '../kit/button'
import { notice } from '../kit/notice-card'
import { isRetold, sourceKey } from '../kit/point'
import { nameOf, type Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'

/** What others will see of an answer: never its number, which is for the leader alone. */
export interface Shared {
  /** The leader's, as Teams has it; may be empty. */
  readonly name: string
  /** A note answers none. */
  readonly question: string | undefined
  readonly text: string
  /** The second question, where it was answered. */
  readonly second?: { readonly question: string; readonly text: string } | undefined
  readonly points: readonly Point[]
}

/** Choice of a channel. */
export function shareChannelCard(
  reader: SheetReader,
  reflectionId: string,
  channels: readonly Pick<Channel, 'id' | 'teamName' | 'name'>[],
): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t('share.choose.title'),
    text: t('share.choose.text'),
    choice: {
      id: 'channelId',
      label: t('share.choose.label'),
      placeholder: t('share.choose.placeholder'),
      error: t('share.choose.error'),
      choices: channels.map((channel) => ({ title: channelName(reader, channel), value: channel.id })),
    },
    buttons: [
      primary(button(t('share.choose.next'), 'share.preview', { reflectionId })),
      withoutInputs(button(t('prompt.back'), 'prompt.back', { reflectionId })),
    ],
  })
}

/** Exactly what the channel will see. @param there reads as the channel does */
export function sharePreviewCard(
  reader: SheetReader,
  there: Reader,
  shared: Shared,
  to: { reflectionId: string; channelId: string; channel: string; revision: number },
): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key, { channel: to.channel })
  const { reflectionId, channelId, revision } = to
  return sheetCard(reader, {
    title: t('share.preview.title'),
    text: t('share.preview.text'),
    sections: [{ heading: sharedTitle(there, shared), text: '' }, ...sharedSections(there, shared)],
    buttons: [
      primary(
        button(t('share.post'), 'share.post', { reflectionId, channelId, revision: String(revision), attempt: '0' }),
      ),
      button(t('share.keep'), 'prompt.back', { reflectionId }),
    ],
  })
}

/** What stands in the channel. */
export function sharedCard(there: Reader, shared: Shared): CardContent {
  return sheetCard(there, {
    title: sharedTitle(there, shared),
    text: '',
    sections: sharedSections(there, shared),
    buttons: [],
  })
}

/** What stands there when the leader has taken it back, or erased their data. */
export function takenBackCard(there: SheetReader): CardContent {
  return notice(there, 'share.gone')
}

/** How sharing went, in the leader's own chat. */
export function shareStateCard(reader: SheetReader, { id: reflectionId }: Reflection, share: Share): CardContent {
  const state = share.isTakenBack ? 'takenBack' : share.delivery
  const t = (key: string) => reader.texts(reader.locale, key, { channel: share.name })
  const { channelId, revision, attempts } = share
  const again = { reflectionId, channelId, revision: String(revision), attempt: String(attempts) }
  return sheetCard(reader, {
    title: t(`share.state.${state}`),
    text: t(`share.state.${state}Text`),
    buttons: [
      ...(state === 'sent' ? [button(t('share.takeBack'), 'share.takeBack', { reflectionId })] : []),
      ...(state === 'sent' || state === 'takenBack' ? [] : [button(t('share.again'), 'share.post', again)]),
      button(t('share.toAnswer'), 'prompt.back', { reflectionId }),
    ],
  })
}

/** "Ledelse i Vest › Generelt". */
export function channelName(
  { texts, locale }: SheetReader,
  { teamName, name }: Pick<Channel, 'teamName' | 'name'>,
): string {
  return [teamName, name || texts(locale, 'share.ownChannel')].filter((part) => part !== '').join(' › ')
}

function sharedTitle({ texts, locale }: Reader, { name }: Shared): string {
  return name === '' ? texts(locale, 'share.shared.byLeader') : texts(locale, 'share.shared.by', { name })
}

function sharedSections(reader: Reader, { question, text, second, points }: Shared) {
  const { texts, locale, library } = reader
  const lines = points.flatMap((point) => [
    point.wording ? `”${point.wording}”` : point.text,
    texts(locale, sourceKey(point), { source: sourceWithName(nameOf(library, point.framework), point, reader) }),
  ])
  if (isRetold(points)) lines.push(texts(locale, 'answer.ownWords'))
  return [
    ...(question === undefined ? [] : [{ heading: texts(locale, 'prompt.answered.question'), text: question }]),
    { heading: texts(locale, question === undefined ? 'ownNote.one' : 'share.shared.answer'), text },
    ...(second ? [{ heading: second.question, text: second.text }] : []),
    ...(lines.length > 0 ? [{ heading: texts(locale, 'prompt.answered.point'), text: lines.join('\n') }] : []),
  ]
}
