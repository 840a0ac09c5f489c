import type { Sender } from '../../src/delivery/policy/sender'
import { openCampaignPlace, unlimited } from './campaign-place'

// Sends what is due in a file, to a Teams that takes everything at once: `node --expose-gc send-process.js <file>`. Says in
// MB what it held at most, as collected now and then, and what the system had given it.

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
  let [keptMb, givenMb] = [0, 0]
  const look = () => {
    givenMb = Math.max(givenMb, process.memoryUsage().rss / 1_048_576)
    global.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    keptMb = Math.max(keptMb, (heapUsed + external) / 1_048_576)
  }
  look()
  for (let round = 0; (await worker.runOnce()) > 0; round++) if (round % 10 === 0) look()
  look()
  await place.close()
  console.log(JSON.stringify({ keptMb, givenMb }))
}

void main(process.argv[2] ?? '')
