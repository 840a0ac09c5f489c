import type { ContainerShape } from '../store/store'
import { audit } from './audit'
import { audiencePages, campaigns, occasions } from './campaign'
import { channels, threadAnswers } from './channel'
import { deliveries, sending } from './delivery'
import { agreements, discussions } from './discussion'
import { feedback } from './feedback'
import { hrRequests } from './hr-request'
import { installation } from './installation'
import { leaders } from './leader'
import { reflections, snoozes } from './reflection'
import { ownRhythms } from './rhythm'
import { awaitedLeaders, rosterDrafts, rosterPages } from './roster'
import { teamRhythms } from './team-rhythm'

// Records are looseObjects: fields written by a newer version of the program survive a read and rewrite by this one.
/** Every container, for adapters that must know them before first use. */
export const containers: readonly ContainerShape[] = [
  leaders,
  reflections,
  snoozes,
  hrRequests,
  channels,
  campaigns,
  occasions,
  audiencePages,
  deliveries,
  threadAnswers,
  discussions,
  agreements,
  sending,
  feedback,
  audit,
  installation,
  awaitedLeaders,
  rosterDrafts,
  rosterPages,
  ownRhythms,
  teamRhythms,
]
