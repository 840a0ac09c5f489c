import type { Activity } from 'botbuilder'
import { z } from 'zod'

const fileType = 'application/vnd.microsoft.teams.file.download.info'
const attached = z.object({
  contentType: z.literal(fileType),
  content: z.object({ downloadUrl: z.string().min(1).max(8000) }),
})

/** Where the files lie that somebody has attached to a message in their chat with the bot; pictures that are pasted are none. */
export function attachedFiles({ attachments }: Pick<Activity, 'attachments'>): readonly string[] {
  const all: readonly unknown[] = Array.isArray(attachments) ? attachments : []
  return all.flatMap((one) => attached.safeParse(one).data?.content.downloadUrl ?? [])
}
