/**
 * Danish words whose forms no rule brings together, or that a rule would take for forms of another word: one line a word, its stem
 * first. A form that belongs to two words stands with the one that leaders mean.
 */
const lines = `
mod mod mods modet modig modige modigt modighed
modn moden modent modne modnere modenhed modenheden modning modningen
mød møde møder mødet møderne mødes mødte mødtes mødt mødende
stilling stilling stillinger stillingen stillingerne stillings stillingens
stilhed stilhed stilheden
stemme stemme stemmer stemmen stemmerne stemte stemt
stemning stemning stemninger stemningen stemningerne stemningens
nytte nytte nytten nyttig nyttige nyttigt nyttiggøre
ny ny nyt nye nyere nyeste
virkelig virkelig virkelige virkeligt virkelighed virkeligheden virkeligheder virkelighedens
virksomhed virksomhed virksomheden virksomheder virksomhederne virksomhedens virksomhedernes virksomheds
tal tal tallet tallene tals
tale tale taler talen talerne talte talt talende
samtale samtale samtaler samtalen samtalerne samtalens
holdning holdning holdninger holdningen holdningerne holdnings
mening mening meninger meningen meningerne meningsfuld meningsfuldt meningsfulde meningsfuldhed
ledig ledig ledigt ledige ledighed ledigheden
rolig rolig roligt rolige roligere roen
rolle rolle roller rollen rollerne rollens
viden viden videns
løsning løsning løsninger løsningen løsningerne løsningens løse løser løste løst
løs løs løst løsagtig
læring læring læringen lære lærer lærte lært lærende
lærer læreren lærerne lærers lærernes
regning regning regningen regninger regningerne
handel handel handelen handels handelsliv
forhold forhold forholdet forholdene
hold holdet holdene
fælles fælles
fællesskab fællesskab fællesskabet fællesskaber fællesskaberne fællesskabets
trivsl trivsel trivslen trivslens trives trivedes trivsels
bog bog bogen bøger bøgerne
mand mand manden mænd mændene
barn barn barnet børn børnene børns børnenes
hånd hånd hånden hænder hænderne
fod fod foden fødder fødderne
nat nat natten nætter nætterne
tand tand tanden tænder tænderne
bror bror broren broderen brødre brødrene
far faderen fædre fædrene
mor mor moren moderen mødre mødrene
datter datter datteren døtre døtrene
søster søster søsteren søstre søstrene
søn søn sønnen sønner sønnerne
kraft kraft kraften kræfter kræfterne kraftfuld kraftfulde kraftfuldt
bonde bonde bonden bønder
god god godt gode
bedr bedre bedst bedste forbedre forbedrer forbedret forbedrede forbedring forbedringer forbedringen forbedringerne
lille lille små småt
stor stor stort store større størst største
gammel gammel gammelt gamle
ældre ældre ældst ældste ældres
ung ung ungt unge unges yngre yngst yngste
lang lang langt lange længere længst længste
tung tung tungt tunge tungere tungest
følg følge følger følgen fulgte fulgt følges fulgtes følgende
føl føle føler følte følt følelse følelser følelsen følelserne
sig sige siger sagde sagt siges
giv give giver gav givet givne gives givende
tag tage tager tog taget tages
læg lægge lægger lagde lagt lægges
læge læge lægen læger lægerne
ligg ligge ligger lå ligget liggende
sæt sætte sætter satte sat sættes
stå stå står stod stået
gå gå går gik gået gående
få få får fik fået
færre færre færrest
kom komme kommer kom kommet kommende
hold holde holder holdt holdes
bryd bryde bryder brød brudt brydes
brud brud bruddet bruddene
træk trække trækker trak trukket
skær skære skærer skar skåret skæres nedskåret
træf træffe træffer traf truffet træffes
træd træde træder trådte trådt
hjælp hjælp hjælpe hjælper hjalp hjulpet hjælpes hjælpen hjælpsom
spring springe springer sprang sprunget
vælg vælge vælger valgte valgt vælges
valg valg valget valgene
spørg spørge spørger spurgte spurgt
svar svar svare svarer svarede svaret svarene
ansvar ansvar ansvaret ansvarlig ansvarlige ansvarligt ansvarlighed ansvarligheden ansvars
sælg sælge sælger solgte solgt
tæl tælle tæller tælles
fortæl fortælle fortæller fortalte fortalt fortælling fortællinger fortællingen fortællingerne
bring bringe bringer bragte bragt bringes
vid vide ved vidste vidst
vind vinde vinder vandt vundet
find finde finder fandt fundet findes
bind binde binder bandt bundet bundne
driv drive driver drev drevet drives
drift drift driften drifts
skriv skrive skriver skrev skrevet skrives
bliv blive bliver blev blevet
grib gribe griber greb grebet gribes
indgreb indgreb indgrebet
lid lide lider
bed bede beder bad bedt
byd byde byder bød budt
flyd flyde flyder flød
flyt flytte flytter flyttede flyttet flytning
fly flyve flyver fløj fløjet
gør gøre gør gjorde gjort gøres
græd græde græder græd grædt grådlabil
lad lade lader lod ladet
lyv lyve lyver løj løjet
løgn løgn løgnen løgne
løb løbe løber løb løbet
ryg ryge ryger røg røget
ryk rykke rykker rykkede rykket
se se ser set
syn syn synet syns
synlig synlig synligt synlige synlighed synligheden synliggøre synliggør synliggørelse
sid sidde sidder sad siddet
sov sove sover sov sovet
slip slippe slipper slap sluppet
slå slå slår slog slået
slag slag slaget
stjæl stjæle stjæler stjal stjålet
dø dø dør døde døden død dødsfald
drik drikke drikker drak drukket
drukn drukne drukner druknede druknet
vær være er var været
hav har havde haft
yd yde yder ydede ydet
ydels ydelse ydelser ydelsen ydelserne
ydmyg ydmyg ydmyge ydmygt ydmyghed
trusl trussel trusler truslen true truer truede truet truende
ligebehandl ligebehandling ligebehandle
ligestill ligestilling ligestille ligestillet ligestillede
lige lige ligeligt
særlig særlig særlige særligt
endelig endelig endeligt endelige
tydelig tydelig tydeligt tydelige tydeligere tydelighed tydeliggøre tydeliggør tydeliggørelse
personal personale personalet personaler personalets personale personales
person person personen personer personerne personers
personlig personlig personligt personlige personlighed personligheden personligheder
frivillig frivillig frivillige frivilligt frivillighed
offentlig offentlig offentlige offentligt offentlighed offentligheden
mulig mulig muligt mulige mulighed muligheder muligheden mulighederne muliggøre muliggør
kvalitet kvalitet kvaliteten kvaliteter kvaliteterne kvalitets
kvalificer kvalificere kvalificerer kvalificeret kvalificerede kvalificering
aktivitet aktivitet aktiviteten aktiviteter aktiviteterne
realitet realitet realiteten realiteter realiteterne
identitet identitet identiteten identiteter
ret ret retten rettigheder rettighed
retning retning retninger retningen retningerne retnings retningens
rette rette retter rettede rettet
retfærd retfærdig retfærdigt retfærdige retfærdighed
rettid rettidig rettidige rettidigt rettidighed
pres pres presset presser pressede presses
presse pressen presse pressens
stat stat staten statens stater
status status
krav krav kravet kravene kravs
kræv kræve kræver krævede krævet kræves krævende
kræft kræft kræften
dom dom dommen domme
dum dum dumt dumme dummere dumhed
rum rum rummet rummene
rumm rumme rummer rummede
rummelig rummelig rummelige rummeligt rummelighed rummeligheden
sikr sikker sikkert sikre sikrere sikrest sikrer sikrede sikret sikring sikkerhed sikkerheden sikres
usikr usikker usikkert usikre usikrere usikkerhed usikkerheden usikkerheder
tilbud tilbud tilbuddet tilbuddene
forslag forslag forslaget forslagene
udvalg udvalg udvalget udvalgene udvalgs
samspil samspil samspillet samspils
spil spil spillet spillene spille spiller spillede spilles
medlem medlem medlemmet medlemmer medlemmerne medlems
problem problem problemer problemet problemerne
menneske menneske mennesker mennesket menneskene menneskelig menneskelige menneskeligt
emne emne emner emnet emnerne
evne evne evner evnen evnerne
egn egn egnen
bolig bolig boligen boliger boligerne
bil bil bilen biler bilerne
billig billig billige billigt billigere billigst
vilje vilje viljen
vilkår vilkår vilkåret vilkårene
vild vild vildt vilde
tilsyn tilsyn tilsynet tilsynene tilsyns
skyld skyld skylden skyldig skyldige
skyldes skyldes skyldtes
ferie ferie ferien ferier
fravær fravær fraværet fraværs
nærvær nærvær nærværet nærværende
nær nær nære nært nærme
ros ros rose roser roste rost
frist frist fristen frister fristerne
fri fri frit frie frihed friheden
del del delen delene
deling deling delingen dele deler delte delt
måling måling målinger målingen målingerne
mål mål målet målene måls
måde måde måden måder måderne
mangel mangel mangler manglen manglende mangle manglede manglet
mange mange
ment mene mener mente ment
hvil hvile hviler pause pausen pauser
mus musen
vejr vejr vejret
vigtigst vigtigst vigtigste
vej vej vejen veje vejene vejs
vejle vejles
leje leje lejer lejede lejet
lejr lejr lejre lejren lejrene
greve greve greven grever
skive skive skiver skiven skiverne
køge køge køger
kur kur kuren
kurs kurs kursen kurset kurser
kursus kursus kurserne kursets
sag sag sagen sager sagerne sags
sagn sagn
søg søge søger søgte søgt
søgansøg ansøge
frygt frygt frygten frygte frygter frygtede
frugt frugt frugter
grund grund grunden grunde grundene
grundlag grundlag grundlaget grundlagene
lov lov loven love lovene lovs lovlig lovligt lovlige
love lovede lovet lover
løfte løfte løftet løfter løftede
brug brug brugen bruge brugte brugt bruges
bruger bruger brugere brugeren brugerne brugernes
borger borger borgere borgeren borgerne borgernes borgers
borgmest borgmester borgmesteren borgmestre
byg bygge bygger byggede bygget byggeri
bygning bygning bygninger bygningen bygningerne
by by byen byer byerne
byråd byråd byrådet byrådets byråds
råd råd rådet rådene
rådgive rådgive rådgiver rådgav rådgivet rådgivning rådgivningen
ramme ramme rammer rammen rammerne
pligt pligt pligten pligter pligterne
tid tid tiden tider tiderne tids
tidlig tidlig tidligt tidlige tidligere tidligst
tillid tillid tilliden tillidsfuld tillidsfulde
mistillid mistillid mistilliden
vold vold volden voldelig voldelige voldeligt
selvmord selvmord selvmordet selvmordstanker selvmordsforsøg
konsekvens konsekvens konsekvensen konsekvenser konsekvenserne
tendens tendens tendensen tendenser tendenserne
budget budget budgettet budgetter budgetterne budgets
kend kende kender kendte kendt kendes kendelse kendelser kendende
send sende sender sendte sendt sendes sendelse
vend vende vender vendte vendt vendes vendelse vendelser
tænd tænde tændte tændt
planlæg planlægge planlægger planlagde planlagt planlægges planlægning planlægningen
fordel fordele fordeler fordelte fordelt fordeles fordeling fordelingen
uddel uddele uddeler uddelte uddelt uddeling
opdel opdele opdeler opdelte opdelt opdeling
inddel inddele inddeler inddelte inddelt inddeling
herning herning hernings
kolding kolding koldings
ledning ledning ledninger ledningen
vejled vejlede vejleder vejledte vejledt vejledes vejledning vejledningen vejledninger
billed billede billedet billeder billederne
forbilled forbillede forbilledet forbilleder
`

/** Form -> stem. */
export const irregularStems: ReadonlyMap<string, string> = new Map(
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [stem = '', ...forms] = line.split(' ')
      return forms.map((form) => [form, stem] as const)
    }),
)

/** Stems of two words that say the very same. */
export const sameStems: ReadonlyMap<string, string> = new Map([['uddeleg', 'deleg']])

/** Adjectives that are as common as their form in -t, which no ending gives away: "klart". */
export const adjectives: ReadonlySet<string> = new Set(
  (
    'klar tryg dyb høj hård varm kold sund skarp lav blød rig rar sur dyr tom stram åben skæv travl smal grov rask rolig ' +
    'stolt svær sær kær sej flad grøn blå rød gul hvid sort ren pæn fin køn øm døv blind vred træg sløv doven moden sulten ' +
    'voksen vågen mørk stiv snæver gal sand usand mild rund fuld hel halv klog uklar utryg usund sprød stejl jævn ujævn'
  ).split(' '),
)
