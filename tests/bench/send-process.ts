import type { Sender } from '../../src/delivery/sender'
import { openCampaignPlace, unlimited } from './campaign-place'

// Sends what is due in a file, to a Teams that takes everything at once: `node send-process.js <file>`. Says the most memory it took, in MB.

const takesAll: Sender = {
  async send(to) {
    // As if it had been over the network: something else may run meanwhile.
    await new Promise((resolve) => setImmediate(resolve))
    const conversation = to.kind === 'person' ? { conversationId: 'a', serviceUrl: 'b', botId: 'c' } : to.conversation
    return { status: 'sent', activityId: '1', conversation }
  },
}

async function main(file: string): Promise<void> {
  const place = await openCampaignPlace({ file, sender: takesAll })
  const worker = place.worker({ pacing: unlimited })
  let most = 0
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  let sent = 0
  for (let more = 1; more > 0; sent += more) more = await worker.runOnce()
  clearInterval(look)
  await place.close()
  console.log(JSON.stringify({ mostMb: Math.max(most, process.memoryUsage().rss) / 1_048_576, pages: sent }))
}

void main(process.argv[2] ?? '')
