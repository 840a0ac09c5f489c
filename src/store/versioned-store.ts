import { AppError } from '../errors'
import { installation, schemaVersion } from '../records/installation'
import type { Clock } from '../time/clock'
import type { Store } from './store'
import { updateDocument } from './update-document'

const id = 'schema'

/**
 * The same store, of which nothing is read or written before it is known that its records are none of a newer version. An older or an empty
 * one is taken over: its version is raised, so that a program of the older one refuses it from then on.
 * @param program this program's version
 * @throws AppError `invalid` from every method while the records are of a newer version
 */
export function versionedStore(store: Store, program: string, clock: Clock): Store {
  let asked: Promise<void> | undefined
  const known = (): Promise<void> => {
    // What failed is asked again by the next call.
    asked ??= takeOver(store, program, clock).catch((error: unknown) => {
      asked = undefined
      throw error
    })
    return asked
  }
  return {
    get: async (...where) => known().then(() => store.get(...where)),
    create: async (...what) => known().then(() => store.create(...what)),
    replace: async (...what) => known().then(() => store.replace(...what)),
    remove: async (...where) => known().then(() => store.remove(...where)),
    list: async (...where) => known().then(() => store.list(...where)),
    check: async () => known().then(() => store.check()),
    close: () => store.close(),
  }
}

async function takeOver(store: Store, program: string, clock: Clock): Promise<void> {
  await updateDocument(store, installation, id, id, (before) => {
    if (before && before.version > schemaVersion) throw newer(before.version, before.program)
    if (before?.version === schemaVersion) return 'keep'
    return { ...before, id, version: schemaVersion, program, at: new Date(clock.now()).toISOString() }
  })
}

/** @throws AppError `invalid` while the records are of a newer version */
export async function refuseNewer(store: Pick<Store, 'get'>): Promise<void> {
  const found = await store.get(installation, id, id)
  if (found && found.document.version > schemaVersion) throw newer(found.document.version, found.document.program)
}

function newer(version: number, program: string): AppError {
  const text = `The store is of version ${version}, written by Pejling ${program}; this program reads up to ${schemaVersion}.`
  const whatToDo = 'Start that version, or put back a backup from before the upgrade (docs/operations.md).'
  return new AppError('invalid', `${text} ${whatToDo}`)
}
