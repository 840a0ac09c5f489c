/** Verbs whose forms no rule brings together, or that a rule would take for forms of another word. One line a word: its stem, then its forms (irregular-words). */
export const irregularVerbs = `
mød møde møder mødet møderne mødes mødte mødtes mødt mødende
stemme stemme stemmer stemmen stemmerne stemte stemt
tale tale taler talen talerne talte talt talende
samtale samtale samtaler samtalen samtalerne samtalens
rolle rolle roller rollen rollerne rollens
følg følge følger følgen fulgte fulgt følges fulgtes følgende
føl føle føler følte følt følelse følelser følelsen følelserne
sig sige siger sagde sagt siges
giv give giver gav givet givne gives givende
tag tage tager tog taget tages
læg lægge lægger lagde lagt lægges
ligg ligge ligger lå ligget liggende
sæt sætte sætter satte sat sættes
stå stå står stod stået
gå gå går gik gået gående
få få får fik fået
kom komme kommer kom kommet kommende
hold holde holder holdt holdes
bryd bryde bryder brød brudt brydes
træk trække trækker trak trukket
skær skære skærer skar skåret skæres nedskåret
træf træffe træffer traf truffet træffes
træd træde træder trådte trådt
spring springe springer sprang sprunget
vælg vælge vælger valgte valgt vælges
spørg spørge spørger spurgte spurgt
sælg sælge sælger solgte solgt
tæl tælle tæller tælles
fortæl fortælle fortæller fortalte fortalt fortælling fortællinger fortællingen fortællingerne
bring bringe bringer bragte bragt bringes
vid vide ved vidste vidst
vind vinde vinder vandt vundet
find finde finder fandt fundet findes
bind binde binder bandt bundet bundne
driv drive driver drev drevet drives
skriv skrive skriver skrev skrevet skrives
bliv blive bliver blev blevet
grib gribe griber greb grebet gribes
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
løb løbe løber løb løbet
ryg ryge ryger røg røget
ryk rykke rykker rykkede rykket
se se ser set
sid sidde sidder sad siddet
sov sove sover sov sovet
slip slippe slipper slap sluppet
slå slå slår slog slået
stjæl stjæle stjæler stjal stjålet
dø dø dør døde døden død dødsfald
drik drikke drikker drak drukket
drukn drukne drukner druknede druknet
vær være er var været
yd yde yder ydede ydet
ydels ydelse ydelser ydelsen ydelserne
kvalificer kvalificere kvalificerer kvalificeret kvalificerede kvalificering
rette rette retter rettede rettet
kræv kræve kræver krævede krævet kræves krævende
rumm rumme rummer rummede
menneske menneske mennesker mennesket menneskene menneskelig menneskelige menneskeligt
emne emne emner emnet emnerne
evne evne evner evnen evnerne
skyldes skyldes skyldtes
ment mene mener mente ment
hvil hvile hviler pause pausen pauser
leje leje lejer lejede lejet
skive skive skiver skiven skiverne
køge køge køger
søg søge søger søgte søgt
byg bygge bygger byggede bygget byggeri
rådgive rådgive rådgiver rådgav rådgivet rådgivning rådgivningen
ramme ramme rammer rammen rammerne
kend kende kender kendte kendt kendes kendelse kendelser kendende
send sende sender sendte sendt sendes sendelse
vend vende vender vendte vendt vendes vendelse vendelser
planlæg planlægge planlægger planlagde planlagt planlægges planlægning planlægningen
fordel fordele fordeler fordelte fordelt fordeles fordeling fordelingen
uddel uddele uddeler uddelte uddelt uddeling
opdel opdele opdeler opdelte opdelt opdeling
inddel inddele inddeler inddelte inddelt inddeling
vejled vejlede vejleder vejledte vejledt vejledes vejledning vejledningen vejledninger
`
