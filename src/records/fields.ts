import { z } from 'zod'

// Records are looseObjects: fields written by a newer version of the program survive a read and rewrite by this one.

export const instant = z.iso.datetime()
/** On what is kept for a person whose data are held (people/hold-person): it does not expire. */
export const isHeld = z.boolean().optional()
/** A message on its way to another conversation; `unknown`: it may have arrived. */
export const delivery = z.enum(['sending', 'sent', 'failed', 'unknown'])
