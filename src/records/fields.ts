import { z } from 'zod'

// Records are looseObjects: fields written by a newer version of the program survive a read and rewrite by this one.

export const instant = z.iso.datetime()
/** A message on its way to another conversation; `unknown`: it may have arrived. */
export const delivery = z.enum(['sending', 'sent', 'failed', 'unknown'])
