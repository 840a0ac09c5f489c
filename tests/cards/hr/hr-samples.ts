import {
  choosePersonCard,
  chooseUnitsCard,
  confirmTakeCard,
  findPersonCard,
} from '../../../src/cards/hr/give-access-cards'
import { hrAccessCard } from '../../../src/cards/hr/hr-access-card'
import { hrLogCard } from '../../../src/cards/hr/hr-log-card'
import { notHrCard } from '../../../src/cards/hr/not-hr-card'
import { requestsCard, requestsReminderCard } from '../../../src/cards/hr/requests-card'
import type { Reader } from '../../../src/cards/kit/reader'
import type { CardContent } from '../../../src/cards/kit/render'
import type { HrAccess } from '../../../src/hr-access/list-hr-access'
import type { LogEntry } from '../../../src/hr-access/list-log'
import { type HrRequest, hrRequestSchema } from '../../../src/records/hr-request'
import { type Leader, leaderSchema } from '../../../src/records/leader'

const at = '2026-12-01T08:00:00.000Z'
export const longName = `Åse **Sørensen** <at>Alle</at> ${'Æ'.repeat(60)}`

export const access: readonly HrAccess[] = [
  { id: 'a', name: 'Bente Hansen', right: { kind: 'everything' }, isAdministrator: true },
  { id: 'b', name: '', right: { kind: 'everything' }, isAdministrator: true },
  { id: 'c', name: 'Lis Holm', right: { kind: 'units', units: ['Skoler', 'Dagtilbud, Vest'] }, isAdministrator: false },
  { id: 'd', name: 'Ib Skov', right: { kind: 'everything' }, isAdministrator: false },
]

export const leader = (more: Partial<Leader> = {}): Leader =>
  leaderSchema.parse({ id: 'c', tenantId: 't', name: 'Lis Holm', createdAt: at, updatedAt: at, ...more })

export const request = (more: Partial<HrRequest> = {}): HrRequest =>
  hrRequestSchema.parse({
    id: '10000000-0000-4000-8000-000000000001',
    tenantId: 't',
    leaderId: 'l',
    name: 'Ea Lund',
    text: 'Må jeg få nogen til at ringe?',
    state: 'new',
    delivery: 'sent',
    sendingSince: at,
    createdAt: at,
    ...more,
  })

const entry = (what: string, more: Partial<LogEntry['line']> = {}, who: Partial<LogEntry> = {}): LogEntry => ({
  line: { id: what, tenantId: 't', at, what, counts: { recipients: 132, resent: 2, leavers: 3 }, ...more },
  by: { kind: 'known', name: 'Bente Hansen' },
  about: undefined,
  ...who,
})
export const entries: readonly LogEntry[] = [
  entry('campaign-started', { campaignName: 'Ugens refleksion' }),
  entry('campaign-created', { campaignName: 'Ugens *refleksion*' }, { by: { kind: 'operator', name: 'Drift, NN' } }),
  entry('right-given', {}, { about: { kind: 'known', name: 'Lis Holm' } }),
  entry('right-taken', {}, { by: { kind: 'erased' }, about: { kind: 'erased' } }),
  entry('deliveries-resent', { id: 'cabc123def456:2026-11-24:resent:x' }, { by: undefined }),
  entry('occasion-called-back', { id: 'cabc123def456:2026-11-24:called-back', campaignName: 'Forkert' }),
  entry('campaign-started', { campaignName: 'Ny', counts: { recipients: 3, leaders: 1, channels: 2 } }),
  entry('leavers-marked'),
  entry('of-a-newer-version'),
]
const units = ['Skoler', 'Dagtilbud, Vest', 'Vej & Park'].map((name) => ({ name, leaders: 3 }))

/** Every card of HR's desk, by what it shows. */
export function hrCards(reader: Reader): Readonly<Record<string, CardContent>> {
  const asked = { ...reader, access, page: 0, id: '10000000-0000-4000-8000-000000000001' }
  const taken = request({ state: 'taken', handlerId: 'c', handlerName: 'Lis Holm' })
  const requests = [request(), taken]
  const log = { ...reader, months: 18 }
  return {
    'access-administrator': hrAccessCard({ ...asked, isAdministrator: true, hasAccess: true }),
    'access-hr': hrAccessCard({ ...asked, isAdministrator: false, hasAccess: true }),
    'access-leader': hrAccessCard({ ...asked, isAdministrator: false, hasAccess: false }),
    'access-nobody': hrAccessCard({ ...asked, access: [], isAdministrator: false, hasAccess: false }),
    'access-find': findPersonCard(reader),
    'access-found': choosePersonCard(
      reader,
      [leader(), leader({ id: 'd', unit: 'Skoler' }), leader({ name: '' })],
      true,
    ),
    'access-units': chooseUnitsCard(reader, leader(), units),
    'access-no-units': chooseUnitsCard(reader, leader(), []),
    'access-take': confirmTakeCard(reader, leader()),
    'not-hr': notHrCard(asked),
    'requests-desk': requestsCard({ ...reader, requests, page: 0, pages: 3, isAtDesk: true }),
    'requests-chat': requestsCard({ ...reader, requests, page: 1, pages: 2, isAtDesk: false }),
    'requests-named': requestsCard({
      ...reader,
      requests,
      page: 0,
      pages: 1,
      isAtDesk: false,
      place: { id: 'team-id', teamName: 'Ledergruppen', name: '' },
    }),
    'requests-none': requestsCard({ ...reader, requests: [], page: 0, pages: 1, isAtDesk: true }),
    'requests-reminder': requestsReminderCard(reader, requests),
    log: hrLogCard({ ...log, entries, page: 1, pages: 3 }),
    'log-none': hrLogCard({ ...log, entries: [], page: 0, pages: 1 }),
  }
}
