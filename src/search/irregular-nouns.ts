/** Nouns whose forms no rule brings together, or that a rule would take for forms of another word. One line a word: its stem, then its forms (irregular-words). */
export const irregularNouns = `
mod mod mods modet modig modige modigt modighed
stilling stilling stillinger stillingen stillingerne stillings stillingens
stilhed stilhed stilheden
stemning stemning stemninger stemningen stemningerne stemningens
nytte nytte nytten nyttig nyttige nyttigt nyttiggøre
virksomhed virksomhed virksomheden virksomheder virksomhederne virksomhedens virksomhedernes virksomheds
tal tal tallet tallene tals
holdning holdning holdninger holdningen holdningerne holdnings
mening mening meninger meningen meningerne meningsfuld meningsfuldt meningsfulde meningsfuldhed
viden viden videns
løsning løsning løsninger løsningen løsningerne løsningens løse løser løste løst
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
læge læge lægen læger lægerne
brud brud bruddet bruddene
valg valg valget valgene
ansvar ansvar ansvaret ansvarlig ansvarlige ansvarligt ansvarlighed ansvarligheden ansvars
drift drift driften drifts
indgreb indgreb indgrebet
løgn løgn løgnen løgne
syn syn synet syns
slag slag slaget
hav har havde haft
trusl trussel trusler truslen true truer truede truet truende
ligebehandl ligebehandling ligebehandle
ligestill ligestilling ligestille ligestillet ligestillede
personal personale personalet personaler personalets personale personales
person person personen personer personerne personers
kvalitet kvalitet kvaliteten kvaliteter kvaliteterne kvalitets
aktivitet aktivitet aktiviteten aktiviteter aktiviteterne
realitet realitet realiteten realiteter realiteterne
identitet identitet identiteten identiteter
ret ret retten rettigheder rettighed
retning retning retninger retningen retningerne retnings retningens
pres pres presset presser pressede presses
presse pressen presse pressens
stat stat staten statens stater
status status
krav krav kravet kravene kravs
kræft kræft kræften
dom dom dommen domme
rum rum rummet rummene
tilbud tilbud tilbuddet tilbuddene
forslag forslag forslaget forslagene
udvalg udvalg udvalget udvalgene udvalgs
samspil samspil samspillet samspils
spil spil spillet spillene spille spiller spillede spilles
medlem medlem medlemmet medlemmer medlemmerne medlems
problem problem problemer problemet problemerne
egn egn egnen
bolig bolig boligen boliger boligerne
bil bil bilen biler bilerne
vilje vilje viljen
vilkår vilkår vilkåret vilkårene
tilsyn tilsyn tilsynet tilsynene tilsyns
skyld skyld skylden skyldig skyldige
ferie ferie ferien ferier
fravær fravær fraværet fraværs
nærvær nærvær nærværet nærværende
frist frist fristen frister fristerne
del del delen delene
deling deling delingen dele deler delte delt
måling måling målinger målingen målingerne
mål mål målet målene måls
måde måde måden måder måderne
mangel mangel mangler manglen manglende mangle manglede manglet
mange mange
mus musen
vejr vejr vejret
vej vej vejen veje vejene vejs
vejle vejles
greve greve greven grever
kur kur kuren
kurs kurs kursen kurset kurser
kursus kursus kurserne kursets
sag sag sagen sager sagerne sags
sagn sagn
søgansøg ansøge
frygt frygt frygten frygte frygter frygtede
frugt frugt frugter
grund grund grunden grunde grundene
grundlag grundlag grundlaget grundlagene
lov lov loven love lovene lovs lovlig lovligt lovlige
love lovede lovet lover
løfte løfte løftet løfter løftede
brug brug brugen bruge brugte brugt bruges
borgmest borgmester borgmesteren borgmestre
bygning bygning bygninger bygningen bygningerne
by by byen byer byerne
byråd byråd byrådet byrådets byråds
råd råd rådet rådene
pligt pligt pligten pligter pligterne
tid tid tiden tider tiderne tids
tillid tillid tilliden tillidsfuld tillidsfulde
mistillid mistillid mistilliden
vold vold volden voldelig voldelige voldeligt
selvmord selvmord selvmordet selvmordstanker selvmordsforsøg
konsekvens konsekvens konsekvensen konsekvenser konsekvenserne
tendens tendens tendensen tendenser tendenserne
budget budget budgettet budgetter budgetterne budgets
tænd tænde tændte tændt
herning herning hernings
kolding kolding koldings
ledning ledning ledninger ledningen
billed billede billedet billeder billederne
forbilled forbillede forbilledet forbilleder
hjælp hjælp hjælpe hjælper hjalp hjulpet hjælpes hjælpen hjælpsom
svar svar svare svarer svarede svaret svarene
ros ros rose roser roste rost
lejr lejr lejre lejren lejrene
bruger bruger brugere brugeren brugerne brugernes
borger borger borgere borgeren borgerne borgernes borgers
`
