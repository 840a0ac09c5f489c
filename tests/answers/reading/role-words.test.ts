import { ask, understand } from '../asking'

const profiles = [
  { framework: 'skanderborg', role: 'medarbejder' },
  { framework: 'sonderborg', role: 'direktionen' },
] as const

/** Each level's word for who has it, by what it is called in either framework. */
const roles = {
  top: ['direktoer', 'direktionen'],
  area: ['fag-og-stabschef', 'chefer'],
  institution: ['kontraktholder', 'leder-af-ledere'],
  leaders: ['leder-af-leder', 'leder-af-ledere'],
  staff: ['leder-af-medarbejder', 'leder-af-medarbejdere'],
} as const

const words: Readonly<Record<keyof typeof roles, string>> = {
  top: 'forvaltningsdirektør, stabsdirektør, direktør for børn og unge, kommunaldirektør, topleder, velfærdsdirektør',
  area: 'børne- og ungechef, driftschef, tandlægechef, bibliotekschef, jobcenterchef, vejchef, vej- og parkchef, digitaliseringschef, kommunikationschef, familiechef, kulturchef, entreprenørchef, borgerservicechef, arbejdsmarkedschef, ydelseschef, ejendomschef, planchef, miljøchef, centerchef, forvaltningschef, HR-chef, IT-chef, teknisk chef, havnechef, beredskabschef, byplanchef, chef for kultur og fritid',
  institution:
    'vuggestueleder, overtandlæge, forstander, fritidsleder, klubleder, museumsleder, bostedsleder, jobcenterleder, leder af et bosted, tilbudsleder, botilbudsleder, biblioteksleder, tandplejeleder, skoleleder, dagtilbudsleder, daginstitutionsleder, børnehaveleder, områdeleder, distriktsleder, plejehjemsleder, institutionsleder, rektor, leder af en daginstitution, leder af biblioteket',
  leaders: 'mellemleder, leder af andre ledere',
  staff:
    'viceskoleleder, teamkoordinator, fagkoordinator, stedfortræder, sekretariatsleder, sygeplejeleder, hjemmeplejeleder, entreprenørleder, serviceleder, rengøringsleder, PPR-leder, værkfører, programleder, faglig koordinator, projektleder, pædagogisk leder, daglig leder, afdelingsleder, souschef, viceinstitutionsleder, vicedagtilbudsleder, afdelingsleder i skole, indskolingsleder, udskolingsleder, rehabiliteringsleder, visitationsleder, myndighedsleder, køkkenchef, servicechef, vejformand, materielgårdsleder, konstitueret leder, SFO-leder, sektionsleder, naturskoleleder, leder af hjemmeplejen, leder i hjemmeplejen',
}

const table = (Object.keys(words) as (keyof typeof words)[]).flatMap((level) =>
  words[level].split(', ').map((word) => [word, level] as const),
)

test.each(table)('%s is read as a role at the level %s, in each framework by its own name', (word, level) => {
  for (const [i, profile] of profiles.entries()) {
    const answer = ask(`hvad forventes der af en ${word}`, profile)
    expect([answer.intent, answer.roles, answer.isOwn]).toEqual(['expectations', [roles[level][i]], false])
  }
})

test.each(
  'pædagog, konsulent, socialrådgiver, sygeplejerske, sagsbehandler, lærer, chefkonsulent, skolesekretær, køkkenassistent'.split(
    ', ',
  ),
)('%s leads nobody, and is said so', (word) => {
  expect(ask(`hvad forventes der af en ${word}`, profiles[0])).toMatchObject({ roles: ['medarbejder'], isOwn: false })
  expect(ask(`hvad forventes der af en ${word}`, profiles[1])).toMatchObject({
    intent: 'absent',
    notes: [{ key: 'note.noEmployees' }],
  })
})

test.each('koordinator, teamansvarlig, tovholder, overlæge, kontorelev, social- og sundhedsassistent'.split(', '))(
  'nobody’s list is given for a %s, of whom it cannot be told',
  (word) => expect(ask(`hvad forventes der af en ${word}`, profiles[1]).intent).not.toBe('expectations'),
)

test.each(['en leder', 'en god leder', 'ledere', 'en leder i hverdagen', 'en leder af medarbejdere', 'faglig ledelse'])(
  'is no such title: %s',
  (said) => {
    const { roles: asked } = understand(`hvad forventes der af ${said}`, { framework: 'sonderborg', role: 'chefer' })
    expect(asked.every(({ use }) => use !== 'job')).toBe(true)
  },
)

test.each(['kunstig intelligens', 'GDPR', 'byrådet', 'politikerne', 'borgmesteren'])(
  'what the document says of %s is asked of the document',
  (topic) => expect(['topic', 'absent']).toContain(ask(`hvad siger grundlaget om ${topic}`, profiles[1]).intent),
)
