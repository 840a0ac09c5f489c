import type { Ctx, Services } from '../../caller/context'
import { continueImport } from './import-roster'
import { getDraft } from './roster-draft'
import { continueUndo } from './undo-roster'

/**
 * Goes on, for the server, with a long import that one of HR has begun, or with undoing it. @returns whether there is nothing left to do
 */
export async function continueRoster(services: Services, draftId: string, untilMs: number): Promise<boolean> {
  const caller = { tenantId: services.config.tenantId, leaderId: '', name: '' }
  const draft = await getDraft({ ...services, caller }, draftId)
  // It is done for whoever pressed.
  const ctx: Ctx = { ...services, caller: { ...caller, leaderId: draft.createdBy } }
  if (draft.state === 'importing') return (await continueImport(ctx, draft, untilMs)).state === 'done'
  if (draft.state === 'undoing') return (await continueUndo(ctx, draft, untilMs)).state === 'undone'
  return true
}
