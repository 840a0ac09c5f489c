import type { Ctx } from '../caller/context'
import { AppError } from '../errors'
import { containers } from '../records/containers'
import type { StoredDocument } from '../store/store'
import { ownedRecords } from './owned-records'

/** Container -> what stands there about the caller. */
export type PersonalData = Readonly<Record<string, readonly StoredDocument[]>>

/** Everything that is stored about the caller, from every container. */
export async function exportPerson(ctx: Ctx): Promise<PersonalData> {
  const data: Record<string, readonly StoredDocument[]> = {}
  for (const { name } of containers) {
    const owned = ownedRecords[name]
    if (!owned) throw new AppError('internal', `The container ${name} has no rule of whose its records are`)
    data[name] = await owned(ctx)
  }
  return data
}
