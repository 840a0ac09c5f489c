import { z } from 'zod'
import { choosePartner, onlyForEmployees, type PartnerRead, readPartner } from '../../answers/expectations/read-partner'
import { partnerKey, type TalkPartner } from '../../answers/expectations/talk-partners'
import { talkPartnerCard } from '../../cards/expectations/talk-partner-card'
import type { CardContent } from '../../cards/kit/render'
import { municipalityCard } from '../../cards/leader/municipality-card'
import { roleCard } from '../../cards/leader/role-card'
import { AppError } from '../../errors'
import { partnerInput } from '../../journal/keep-talk'
import { type ThenTalk, talkWhoms } from '../../records/expectation-talk'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { firstPick } from './pick-points'
import { type TalkPlace, talkPlace } from './talk-place'

export const askTalkInput = z.object({ whom: z.enum(talkWhoms).optional() })
export const choosePartnerInput = z.object({ withRole: partnerInput })

/** "Forventningsafstemning med min leder": the points where it is clear with whom, else the question. @param text who is named */
export function startTalk(turn: Turn, text: string): Reply {
  const { framework, role } = turn.leader
  return begin(turn, readPartner(turn.ctx.knowledge, { framework, role }, text))
}

/** Asks whom with, from a card. */
export function askPartner(turn: Turn, { whom }: z.infer<typeof askTalkInput>): Reply {
  return begin(turn, whom ? { status: 'whom', whom } : { status: 'open' })
}

/** @throws AppError `invalid` for somebody whom the leader's role does not lead to */
export function pickPartner(turn: Turn, { withRole }: z.infer<typeof choosePartnerInput>): Reply {
  const place = talkPlace(turn)
  if (!place) return replace(profileFirst(turn, 'any'))
  return replace(firstPick(turn, place, partnerNamed(place, withRole)))
}

/** What comes next once there is a profile; the profile is asked for anew where it does not do. */
export function talkAfterProfile(turn: Turn, then: ThenTalk): CardContent {
  return begin(turn, then === 'any' ? { status: 'open' } : { status: 'whom', whom: then }).card
}

/** @throws AppError `invalid` where the framework has no such partner for that role */
export function partnerNamed({ partners }: TalkPlace, key: string): TalkPartner {
  const partner = partners.find((each) => partnerKey(each) === key)
  if (partner) return partner
  throw new AppError('invalid', 'No such partner for a talk', { say: { key: 'expect.with.error', field: 'withRole' } })
}

function begin(turn: Turn, read: PartnerRead): Reply {
  const place = talkPlace(turn)
  if (!place) return send(profileFirst(turn, read.status === 'whom' ? read.whom : 'any'))
  const choice = choosePartner(place.partners, read)
  switch (choice.status) {
    case 'one':
      return send(firstPick(turn, place, choice.partner))
    case 'several':
      return send(talkPartnerCard(turn.reader, place.partners, { chosen: choice.chosen }))
    case 'none': {
      const lead = nobodyThere(turn, place, choice.whom)
      return send(talkPartnerCard(turn.reader, place.partners, { lead }))
    }
  }
}

function nobodyThere({ ctx, reader }: Turn, { framework }: TalkPlace, whom: string): string[] {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  if (whom === 'unknown') return [t('expect.unknown')]
  const only = whom === 'employees' ? onlyForEmployees(ctx.knowledge.library, framework) : undefined
  return [t(`expect.none.${whom}`), ...(only === undefined ? [] : [t('expect.none.employeesSays', { point: only })])]
}

/** The leader's municipality or role, which is kept as their profile, and then the talk goes on. */
function profileFirst({ reader, leader }: Turn, thenTalk: ThenTalk): CardContent {
  const framework = reader.library.framework(leader.framework ?? '')
  const lead = reader.texts(reader.locale, 'expect.roleFirst')
  return framework
    ? roleCard({ ...reader, framework, role: null, lead, thenTalk })
    : municipalityCard({ ...reader, framework: null, lead, thenTalk })
}
