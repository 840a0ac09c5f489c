import type { Ctx, Services } from '../../caller/context'
import { continueImport } from './import-roster'
import { getDraft } from './roster-draft'
import { continueUndo } from './undo-roster'

/**
 * Goes on, for the server, with a long import that one of HR has begun, or with undoing it. @returns whether there is nothing left to do
 */
export async function continueRoster(services: Services, draftId: string, untilMs: number): Promise<boolean> {
  const caller = { tenantId: services.config.tenantId, leaderId: 'server', name: '', isOperator: true } as const
  const ctx: Ctx = { ...services, caller }
  const draft = await getDraft(ctx, draftId)
  if (draft.state === 'importing') return (await continueImport(ctx, draft, untilMs)).state === 'done'
  if (draft.state === 'undoing') return (await continueUndo(ctx, draft, untilMs)).state === 'undone'
  return true
}
