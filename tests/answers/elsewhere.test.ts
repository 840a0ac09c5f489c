import { ask, library, understand } from './asking'

const profile = { framework: 'skanderborg', role: 'kontraktholder' }

const municipalities =
  'Albertslund Allerød Assens Ballerup Billund Bornholms_Region Brøndby Brønderslev Dragør Egedal Esbjerg Fanø Favrskov Faxe Fredensborg Fredericia Frederiksberg Frederikshavn Frederikssund Furesø Faaborg-Midtfyn Gentofte Gladsaxe Glostrup Greve Gribskov Guldborgsund Haderslev Halsnæs Hedensted Helsingør Herlev Herning Hillerød Hjørring Holbæk Holstebro Horsens Hvidovre Høje-Taastrup Hørsholm Ikast-Brande Ishøj Jammerbugt Kalundborg Kerteminde Kolding København Køge Langeland Lejre Lemvig Lolland Lyngby-Taarbæk Læsø Mariagerfjord Middelfart Morsø Norddjurs Nordfyns Nyborg Næstved Odder Odense Odsherred Randers Rebild Ringkøbing-Skjern Ringsted Roskilde Rudersdal Rødovre Samsø Silkeborg Skanderborg Skive Slagelse Solrød Sorø Stevns Struer Svendborg Syddjurs Sønderborg Thisted Tønder Tårnby Vallensbæk Varde Vejen Vejle Vesthimmerlands Viborg Vordingborg Ærø Aabenraa Aalborg Aarhus'
    .split(' ')
    .map((name) => name.replace('_', ' '))

test('there are 98 municipalities', () => expect(new Set(municipalities).size).toBe(98))

test.each(municipalities)('%s is known, here or not', (name) => {
  for (const text of [`hvad siger grundlaget i ${name} Kommune om tillid`, `hvad forventes der af mig i ${name}`]) {
    const { frameworks, unknownMunicipality } = understand(text)
    const isHere = library.frameworks.some((framework) => framework.name === name)
    expect([text, frameworks.length, unknownMunicipality !== null]).toEqual([text, isHere ? 1 : 0, !isHere])
  }
})

test.each([
  'hvad siger grundlaget om tillid i Aarhus',
  'hvad forventes der af mig i Aarhus',
  'hvad forventes der af en leder i Varde',
  'hvilke faldgruber er der i Horsens',
  'hvad betyder følgeskab i Nordfyns Kommune',
  'hvilke værdier har Randers',
  'jeg er leder i Aarhus. Hvad forventes der af mig?',
  'sammenlign os med Aarhus',
])('what is asked of a municipality that is not here is not answered from one’s own: %s', (text) => {
  const answer = ask(text, profile)
  expect(answer).toMatchObject({ intent: 'absent', statements: [], sections: [] })
  expect(answer.notes.map(({ key }) => key)).toEqual(['note.unknownMunicipality'])
  const [own] = answer.suggestions
  expect(own?.params.framework).toBe('Skanderborg')
})

test.each([
  'vi samarbejder med Aarhus om et projekt. Hvad siger grundlaget om samarbejde på tværs?',
  'jeg er på vej, hvad forventes der af mig?',
  'hvad siger grundlaget om vejen til gode resultater',
  'en kollega fra Aarhus brokker sig altid over vores møder',
])('one’s own framework answers where another municipality is only spoken of: %s', (text) => {
  expect(understand(text, profile).frameworks).toEqual(['skanderborg'])
})

test('of two that are to be compared, the one that is here is not compared with one’s own', () => {
  expect(ask('sammenlign Aarhus og Odder', profile)).toMatchObject({ intent: 'compare', statements: [] })
})

test('after it the next question is about one’s own again', () => {
  const turns = ['hvad forventes der af mig?', 'og i Aarhus?', 'og faldgruberne?']
  expect(understand(turns, profile)).toMatchObject({ kinds: ['pitfall'], frameworks: ['skanderborg'] })
})
