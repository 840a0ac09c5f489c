import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerQuestion } from '../../src/answers/answer-question'
import type { Profile } from '../../src/answers/profile'
import type { Context } from '../../src/answers/question'
import { answerCard } from '../../src/cards/answer/answer-card'
import { changeCard } from '../../src/cards/answer/change-card'
import { missCard, missNotedCard, missQuestionCard } from '../../src/cards/answer/miss-card'
import { missSentCard } from '../../src/cards/answer/miss-sent-card'
import { button } from '../../src/cards/kit/button'
import { readerFor } from '../../src/cards/kit/reader'
import type { CardContent } from '../../src/cards/kit/render'
import { municipalityCard } from '../../src/cards/leader/municipality-card'
import { profileCard } from '../../src/cards/leader/profile-card'
import { welcomeCard } from '../../src/cards/leader/welcome-card'
import { library, support } from '../cards/sample-cards'
import { shootEach } from './card-gallery'
import { knowledge, texts } from './kept'

// Pictures of answers and of what goes on from them, light and dark, wide and narrow: `npx tsx tests/support/shoot-cards.ts [folder]`.

const reader = readerFor({ library, texts }, { locale: 'da', timeZone: 'Europe/Copenhagen', framework: 'skanderborg' })
const contractHolder = { framework: 'skanderborg', role: 'kontraktholder' }
const sources = { skanderborg: 'https://www.skanderborg.example/ledelsesgrundlag.pdf' }
const keeping = {
  button: button('Gem som svar', 'prompt.keep'),
  question: 'Hvordan ved du, hvor langt de ledelsesopgaver er, som du har uddelegeret?',
}

/** What is asked, a turn each; the last is answered. */
const asked: Readonly<Record<string, { readonly turns: readonly string[]; readonly profile?: Profile }>> = {
  'long-list': { turns: ['hvad forventes der af mig?'] },
  'whole-list': { turns: ['hvad forventes der af mig?', 'vis alle'] },
  pitfalls: { turns: ['hvilke faldgruber skal jeg passe på?'] },
  inspiration: {
    turns: ['hvilke faldgruber skal jeg passe på?'],
    profile: { framework: 'sonderborg', role: 'leder-af-ledere' },
  },
  search: { turns: ['hvad siger grundlaget om samarbejde?'] },
  others: { turns: ['hvad siger grundlaget om feedback?'] },
  situation: { turns: ['jeg ender altid med at løse opgaverne selv'] },
  'unknown-role': { turns: ['hvad forventes der af en viceskoleleder?'] },
  profession: { turns: ['hvad forventes der af en sygeplejerske?'] },
  'follow-up': { turns: ['hvilke faldgruber skal jeg passe på?', 'og direktøren?'] },
  'told-role': { turns: ['jeg er leder af leder i Skanderborg, hvad forventes der af mig?'], profile: {} },
  absent: { turns: ['hvad siger grundlaget om kvantecomputere?'] },
  change: { turns: ['jeg går fra leder af medarbejder til kontraktholder'] },
  compare: { turns: ['forskellen på direktør og kontraktholder'] },
  help: { turns: ['hvad kan du?'] },
  about: { turns: ['er du en robot?'] },
  source: { turns: ['link til kilden'] },
  outside: { turns: ['hvad får jeg i løn?'] },
}

function answered(turns: readonly string[], profile: Profile) {
  let previous: Context | undefined
  const readings = turns.map((turn) => {
    const reading = knowledge.interpret(turn, { profile, previous })
    previous = reading.context
    return reading
  })
  const reading = readings.at(-1)
  if (!reading) throw new Error('nothing was asked')
  return answerQuestion(knowledge, reading)
}

const view = { ...reader, isPersonal: true, support: { ...support, sources } }
const contents: Record<string, CardContent> = Object.fromEntries(
  Object.entries(asked).map(([name, { turns, profile = contractHolder }]) => [
    name,
    answerCard({ ...view, answer: answered(turns, profile) }),
  ]),
)
const told = answered(['jeg ender altid med at løse opgaverne selv'], contractHolder)
const id = '00000000-0000-4000-8000-000000000000'
const processing = {
  legalBasis: '',
  contact: '',
  controller: '',
  dpo: '',
  processors: '',
  archive: '',
  retentionMonths: 18,
  profileMonths: 24,
}
shootEach(
  {
    ...contents,
    keeping: answerCard({ ...view, answer: told, keeping }),
    'what-was-meant': changeCard(reader, { ...contractHolder, kind: 'pitfall' }),
    missed: missCard(reader, { operation: 'topic', framework: 'skanderborg', statementIds: [] }),
    'missed-noted': missNotedCard(reader, id),
    'missed-question': missQuestionCard(reader, id, 'hvad siger grundlaget om feedback?'),
    'missed-sent': missSentCard(reader, id, 'hvad siger grundlaget om feedback?'),
    'welcome-at-home': welcomeCard({ ...reader, municipality: 'skanderborg', processing }),
    'profile-elsewhere': profileCard({ ...reader, framework: 'odder', role: 'direktoer', municipality: 'skanderborg' }),
    municipality: municipalityCard(reader),
  },
  360,
  process.argv[2] ?? join(tmpdir(), 'cards-shots'),
)
