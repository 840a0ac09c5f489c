import type { Leader } from '../../records/leader'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { pauseInWords } from './pause-card'
import type { Processing } from './privacy-card'
import { profileCard } from './profile-card'
import { welcomeCard } from './welcome-card'

/** A leader's own profile as it stands. */
export function ownProfileCard(reader: Reader, leader: Leader): CardContent {
  const { framework, role } = leader
  return profileCard({ ...reader, framework, role, pause: pauseInWords(leader, reader.locale) })
}

/** The profile where there is one, else the welcome. */
export function startCard(reader: Reader, leader: Leader, processing: Processing): CardContent {
  const { framework } = leader
  return framework ? ownProfileCard(reader, leader) : welcomeCard({ ...reader, framework, processing })
}
