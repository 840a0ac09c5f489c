import { talkSides } from '../../answers/expectations/talk-lines'
import type { TalkPartner } from '../../answers/expectations/talk-partners'
import type { Talk } from '../../records/expectation-talk'
import { genitive } from '../../texts'
import { nameOf, type Reader } from '../kit/reader'

/** Who talks with whom, as every card of the talk needs it. */
export interface TalkBetween {
  readonly framework: string
  /** The leader's own role; see `talkRole`. */
  readonly own: string
  readonly partner: TalkPartner
}

/** "Forventningsafstemning med din leder". */
export function talkTitle(
  { texts, locale }: Pick<Reader, 'texts' | 'locale'>,
  { whom }: Pick<TalkPartner, 'whom'>,
): string {
  return texts(locale, `expect.title.${whom}`)
}

/** The two roles, or that the framework says the same to both. */
export function rolesInWords(reader: Reader, { framework, own, partner }: TalkBetween): string {
  const { library, texts, locale } = reader
  if (partner.title === undefined)
    return texts(locale, 'expect.pick.shared', { frameworkOf: genitive(locale, nameOf(library, framework)) })
  return texts(locale, 'expect.pick.roles', { own: library.role(framework, own)?.title ?? own, other: partner.title })
}

/** What the leader says in a talk, part by part, without where the framework says it. */
export function talkSections({ texts, locale }: Pick<Reader, 'texts' | 'locale'>, talk: Talk | undefined) {
  if (!talk) return []
  const { more } = talk
  return [
    ...talkSides.map((side) => ({
      heading: texts(locale, `expect.${side}`),
      text: talk[side].map(({ text }) => text).join('\n'),
    })),
    ...(more === undefined ? [] : [{ heading: texts(locale, 'expect.page.more'), text: more }]),
  ].filter(({ text }) => text !== '')
}
