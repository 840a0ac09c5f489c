import type { Leader } from '../../records/leader'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { municipalityCard } from './municipality-card'
import { pauseInWords } from './pause-card'
import { profileCard } from './profile-card'

/** A leader's own profile as it stands. @param municipality the one that everybody here works for, as a slug */
export function ownProfileCard(reader: Reader, leader: Leader, municipality: string | null): CardContent {
  const { framework, role } = leader
  return profileCard({ ...reader, framework, role, municipality, pause: pauseInWords(reader, leader) })
}

/** The profile where there is one, else the choice that makes one. */
export function startCard(reader: Reader, leader: Leader, municipality: string | null): CardContent {
  return leader.framework ? ownProfileCard(reader, leader, municipality) : municipalityCard(reader)
}
