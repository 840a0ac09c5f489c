// Loaded into the bot on the stage: its clock goes ahead when the walk says so.
const now = Date.now
let aheadMs = 0
Date.now = () => now() + aheadMs
process.on('message', ({ aheadMs: ms }: { readonly aheadMs?: number }) => {
  aheadMs = ms ?? aheadMs
})
process.channel?.unref()
