import { ask, understand } from '../asking'

/** As it comes from a phone that was spoken to: no stops, no capitals. */
function dictated(text: string): string {
  return text
    .toLowerCase()
    .replace(/[.,?!:;'()–-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const stories = [
  'Vi har fået nyt vagtsystem, og det er mig der sidder med det om aftenen. Tove sagde, at hun da godt kunne tage det, men så blev det ikke gjort som jeg ville have det. Nu er hun holdt op med at tilbyde sig. Hvad gør jeg?',
  'I går på mødet spurgte jeg, om nogen var uenige, og der blev helt stille. Bagefter stod de ude ved cyklerne og var rigtig uenige. Jeg har prøvet med sedler, jeg har prøvet med kage. Hvor starter jeg?',
  'Min kollega på den anden afdeling og jeg har samme ti familier. Vi ringer aldrig sammen, og familierne fortæller det samme to gange. Min chef siger at vi skal have en fælles plan, og det har han sagt siden påske.',
  'Jeg sagde ja til at være med i tre projekter, fordi jeg blev smigret, og nu er der ingen hjemme hos mine egne. Pernille kalder mig gæsten. Er det mig der er problemet?',
  'I took over a team of nine in the spring and they still ring my predecessor when something is difficult. He answers, too, because he is a nice man. I have said nothing because I do not want to look small. What am I missing?',
]

test.each(stories)('tells of a leader’s own trouble, with and without stops: %s', (story) => {
  for (const said of [story, dictated(story)]) {
    expect(understand(said).told).toBe(true)
    const { statements } = ask(said, { framework: 'skanderborg', role: 'leder-af-medarbejder' })
    expect(statements.length).toBeLessThanOrEqual(3)
    expect(statements.every(({ of }) => of !== 'other')).toBe(true)
  }
})

test.each<[asked: string, intent: string]>([
  [
    'Jeg fik nøglerne af min forgænger i fredags sammen med en kaktus og et ringbind. Ringbindet er tomt. Hvad forventes der af mig som kontraktholder i Skanderborg?',
    'expectations',
  ],
  [
    'Min bror er lige blevet direktør i Skanderborg, og hele familien er stolt, især mor. Han har altid været lidt hurtig på aftrækkeren. Hvilke faldgruber er der for en direktør?',
    'pitfalls',
  ],
  [
    'Vi sad til frokost og skændtes om et ord på plakaten ude i gangen. Jytte mente det var noget med regnskab. Hvad betyder følgeskab i Sønderborg?',
    'definition',
  ],
  [
    'Vi har talt om det hele ugen på kontoret, og ingen af os ved det med sikkerhed, heller ikke Bent. Står der noget i grundlaget om trivsel?',
    'topic',
  ],
  [
    'Jeg har brugt hele formiddagen på at lede efter dig på intranettet, og nu er kaffen kold. Hvem har lavet dig?',
    'help',
  ],
])('a question at the end of a story is answered: %s', (asked, intent) => {
  expect(ask(asked).intent).toBe(intent)
})

test('a question in the middle of a story is one of the story', () => {
  const story =
    'Hun sagde: hvad er det egentlig du vil have af mig? Og så gik hun. Siden har vi talt om vejret og om ferieplanen og om den nye kaffemaskine, men aldrig om det, og jeg kan mærke at de andre går uden om os begge to.'
  expect(understand(story).told).toBe(true)
})
