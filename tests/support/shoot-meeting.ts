import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readerFor } from '../../src/cards/kit/reader'
import { meetingCard, meetingTopicCard } from '../../src/cards/prompt/meeting-card'
import { meetingFor } from '../../src/prompts/choosing/meeting-kit'
import { library } from '../cards/sample-cards'
import { shootEach } from './card-gallery'
import { knowledge, texts } from './kept'

// Pictures of a meeting of leaders, light and dark, wide and narrow: `npx tsx tests/support/shoot-meeting.ts [folder]`.

const reader = readerFor({ library, texts }, { locale: 'da', timeZone: 'Europe/Copenhagen' })
const english = { ...reader, locale: 'en' as const }
const wish = { framework: 'skanderborg', group: null, locale: 'da' as const, shown: [], seed: 's' }

function kit(topic: string, framework: string, group: string | null = null) {
  const meeting = meetingFor(knowledge, { ...wish, topic, framework, group })
  if (meeting.status !== 'made') throw new Error(`${framework} has nothing on ${topic}`)
  return { kit: meeting.kit, topic }
}

const pictures = {
  'meeting-trust': meetingCard(reader, kit('tillid', 'skanderborg'), { isPersonal: false }),
  'meeting-group': meetingCard(reader, kit('', 'skanderborg', 'direktion'), { isPersonal: false, sentTo: 'Ea Lund' }),
  'meeting-own': meetingCard(reader, kit('mod', 'soro'), { isPersonal: true }),
  'meeting-english': meetingCard(english, kit('mod', 'kerteminde'), { isPersonal: true }),
  'meeting-ask': meetingTopicCard(reader, '', [
    'Lede i usikkerhed',
    'Lede med mod',
    'Det fundamentale ansvar i rollen',
  ]),
  'meeting-none': meetingTopicCard(reader, 'kvantecomputere', ['Sæt retning', 'Få følgeskab']),
}

void shootEach(pictures, 360, process.argv[2] ?? join(tmpdir(), 'meeting-shots'))
