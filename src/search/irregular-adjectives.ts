/** Adjectives whose forms no rule brings together, or that a rule would take for forms of another word. One line a word: its stem, then its forms (irregular-words). */
export const irregularAdjectives = `
modn moden modent modne modnere modenhed modenheden modning modningen
ny ny nyt nye nyere nyeste
virkelig virkelig virkelige virkeligt virkelighed virkeligheden virkeligheder virkelighedens
ledig ledig ledigt ledige ledighed ledigheden
rolig rolig roligt rolige roligere roen
løs løs løst løsagtig
god god godt gode
bedr bedre bedst bedste forbedre forbedrer forbedret forbedrede forbedring forbedringer forbedringen forbedringerne
lille lille små småt
stor stor stort store større størst største
gammel gammel gammelt gamle
ældre ældre ældst ældste ældres
ung ung ungt unge unges yngre yngst yngste
lang lang langt lange længere længst længste
tung tung tungt tunge tungere tungest
færre færre færrest
synlig synlig synligt synlige synlighed synligheden synliggøre synliggør synliggørelse
ydmyg ydmyg ydmyge ydmygt ydmyghed
lige lige ligeligt
særlig særlig særlige særligt
endelig endelig endeligt endelige
tydelig tydelig tydeligt tydelige tydeligere tydelighed tydeliggøre tydeliggør tydeliggørelse
personlig personlig personligt personlige personlighed personligheden personligheder
frivillig frivillig frivillige frivilligt frivillighed
offentlig offentlig offentlige offentligt offentlighed offentligheden
mulig mulig muligt mulige mulighed muligheder muligheden mulighederne muliggøre muliggør
retfærd retfærdig retfærdigt retfærdige retfærdighed
rettid rettidig rettidige rettidigt rettidighed
dum dum dumt dumme dummere dumhed
rummelig rummelig rummelige rummeligt rummelighed rummeligheden
sikr sikker sikkert sikre sikrere sikrest sikrer sikrede sikret sikring sikkerhed sikkerheden sikres
usikr usikker usikkert usikre usikrere usikkerhed usikkerheden usikkerheder
billig billig billige billigt billigere billigst
vild vild vildt vilde
nær nær nære nært nærme
fri fri frit frie frihed friheden
vigtigst vigtigst vigtigste
tidlig tidlig tidligt tidlige tidligere tidligst
`

/** Adjectives that are as common as their form in -t, which no ending gives away: "klart". */
export const adjectives: ReadonlySet<string> = new Set(
  (
    'klar tryg dyb høj hård varm kold sund skarp lav blød rig rar sur dyr tom stram åben skæv travl smal grov rask rolig ' +
    'stolt svær sær kær sej flad grøn blå rød gul hvid sort ren pæn fin køn øm døv blind vred træg sløv doven moden sulten ' +
    'voksen vågen mørk stiv snæver gal sand usand mild rund fuld hel halv klog uklar utryg usund sprød stejl jævn ujævn'
  ).split(' '),
)
