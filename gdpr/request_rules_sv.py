"""How requests are worded in Swedish (law.md R4)."""

from gdpr.request_rule import rules
from gdpr.requests import RequestKind as Kind

WORDS = {
    "art": r"art(?:\.|ikel)?",
    "vi_ber": r"vill|onskar|begar|kraver|ber|yrkar|vanligen|var(?:t)? (?:vanliga|snalla|god)|snalla|kan ni|kan du|kan nan|skulle (?:ni|du)|ska(?:ll)?|bor|maste|tack",
    "uppgift": r"(?:person|kund|kontakt|kontakts)?-?up+gift(?:er(?:na)?|erna)?|data(?:n)?|information(?:en)?|info(?:n)?|persondata|kunddata",
    "min": r"mina?|mitt|mig|mej|var(?:a|t)|oss|hans|hennes|honom|henne|deras|dem|dom|min (?:huvudmans?|klients?|mans?|frus?|makes?|dotters?|sons?|mors?|fars?)",
    "om_mig": r"om (?:mig|mej|oss|honom|henne|dem|dom|min \w{2,20}|undertecknad)|(?:ror|avser|galler|ang(?:ar|aende)) (?:mig|mej|honom|henne|min person)|kopplad[et]? till (?:mig|mej|mitt \w+)",
    "mitt_namn": r"(?:mitt|min|mina) (?:\w{2,15} )?(?:namn|e-?post(?:adress\w*)?|mejladress\w*|mailadress\w*|adress\w*|(?:mobil|telefon|direkt)?(?:nummer|numret)|telefon\w*|personnummer|personnumret|cv|bild\w*|foto\w*|ansokan|profil|brev|betyg|historik|inspelning\w*|samtal\w*|chatt\w*|journal\w*|recension\w*|kommentar\w*|foljeslagare)",
    "allt_ni_har": r"(?:allt|alla (?:\w+ )?uppgifter|all (?:\w+ )?(?:data|information|info)|samtliga (?:\w+ )?uppgifter|vad|det|de uppgifter|den (?:data|information)) (?:som )?(?:ni|du|foretaget|ftech) (?:har|sparat|sparar|lagrat|lagrar|behandlar|haller|registrerat|innehar|samlat)",
    "radera": r"\b(?:rad+era[rst]?|rad+ering(?:en)?|ta(?:r|ga|ges)? bort|tas bort|bort(?:tagen|taget|tagna|tagning(?:en)?)|plocka[rs]? bort|utplana[rs]?|stryka?s?|rensa[rs]?|forstor(?:a|s)?|makulera[rst]?|glom+(?:a|mer)?|slang(?:a|er)?|avregistrera|anonymisera[rs]?|utradera[rs]?|slopa|stryker|gallra[rs]?|avlagsna[rs]?)\b",
    "bort": r"\bska(?:ll)? (?:\w+ )?bort|vill ha (?:dem |det |den )?bort|(?:forsvann|forsvinner|forsvinna)",
    "register": r"(?:era?|ditt|ert) (?:\w+ )?(?:register|system|databas(?:er)?|kundregister|kandidatbank|arkiv|listor|lista|ringlist\w+|kundkort|hemsida|sajt|webb\w*)",
    "utdrag": r"(?:register|data)-?utdrag(?:et)?|utdrag(?:et)? (?:over|ur|av|fran)|dsar|subject access",
    "fa": r"fa (?:ut|se|veta|del av|ta del av|en|ett|tillgang|reda|tillsan\w+)|ta del av|ha (?:ut|en|ett|del av|tillgang)|se (?:allt|vad|vilka|alla)|veta vad|fa",
    "kopia": r"kopi(?:a|or)|avskrift|utskrift|utdrag|export(?:en)?",
    "samtycke": r"samtycken?(?:t)?|medgivande(?:t)?|godkannande(?:t)?|tillstand(?:et)?|tillatelse",
    "ater": r"aterkalla[rs]?|aterkallar|aterkallande|aterkallelse|drar? (?:harmed |nu |alltsa )?(?:tillbaka|in)|ta(?:r)? (?:harmed |nu )?tillbaka|ang(?:rar|rat|ra)|upphav(?:er|a)|dra tillbaka",
    "reklam": r"reklam\w*|nyhetsbrev\w*|erbjudanden?(?:a)?|marknadsforing\w*|utskick\w*|kampanj\w*|saljsamtal\w*|telefonforsaljning|saljmejl|reklammejl|spam\w*|direktreklam|direktmarknadsforing\w*|\w*tips|inbjudningar",
    "sluta": r"sluta|slut(?:a)? (?:med|att)|upphor(?:a)?|stopp(?:a)?|avregistrera|avprenumerera|avsluta|avanmal|skip+a|slip+a|undanber|tacka nej",
    "imy": r"imy|integritetsskyddsmyndighet\w*|datainspektion\w*|tillsynsmyndighet\w*|dataskyddsmyndighet\w*",
    "dso": r"dataskyddsombud\w*|personuppgiftsombud\w*|dpo|dataskyddsansvarig\w*",
    "pub": r"personuppgiftsbitradesavtal\w*|bitradesavtal\w*|pub-?\s?avtal\w*|pub avtal\w*|pua-?avtal|\bdpa\b|databehandlingsavtal\w*|data processing agreement",
}

_ASKED = (
    # --- access, Art. 15
    (Kind.ACCESS, 0.95, r"<art> ?15\b|15 (?:i )?(?:gdpr|dataskydd)", "names Art. 15"),
    (Kind.ACCESS, 0.95, r"<vi_ber>.{0,80}(?<!polis)(?:register|data)-?utdrag(?!\w* (?:fran|ur|hos) (?:polis|belastning|kronofogd|bolagsverk|skatteverk|uc))", "asks for a copy of what is stored"),
    (Kind.ACCESS, 0.8, r"^\W{0,3}(?:begaran om |ang\w* |fraga om )?(?:gdpr.{0,5})?(?:register|data)-?utdrag(?:\W|$)", "asks for a copy of what is stored"),
    (Kind.ACCESS, 0.8, r"(?:begaran|onskemal) om (?:ett )?(?:registerutdrag|tillgang till (?:mina |hans |hennes )?<uppgift>|utdrag|utlamnande av <uppgift>)", "asks for a copy of what is stored"),
    (Kind.ACCESS, 0.9, r"(?:vad|vilka|vilken|hur mycket).{0,40}(?:har|sparat|sparar|lagrat|lagrar|vet|registrerat|samlat|star|finns|behandlar|finns sparat|finns lagrat).{0,30}<om_mig>", "asks what is stored about them"),
    (Kind.ACCESS, 0.9, r"<vi_ber>.{0,60}(?:<fa>|se|veta|utlamn\w+|tillhandahall\w+|skick\w+|lamna ut|sammanstall\w+|redovisa\w*|<kopia>).{0,80}(?:<uppgift>.{0,60}<om_mig>|<allt_ni_har>.{0,40}<om_mig>|min(?:a)? (?:person|kund)<uppgift>|mina <uppgift>)", "asks for what is stored about them"),
    (Kind.ACCESS, 0.85, r"(?:<fa>|<kopia> (?:av|pa|over)|lista (?:pa|over)).{0,60}(?:<allt_ni_har>.{0,40}<om_mig>|(?:alla |samtliga )?(?:mina|hans|hennes) (?:person)<uppgift>|(?:alla|samtliga) (?:person)?<uppgift>.{0,40}<om_mig>)", "asks for a copy of what is stored about them"),
    (Kind.ACCESS, 0.85, r"tillhandahall\w*.{0,40}(?:samtliga|alla|de) (?:person)?<uppgift>.{0,60}<om_mig>", "asks for what is stored about them"),
    (Kind.ACCESS, 0.8, r"(?:undrar|vill veta|beratta|upplys\w*|besked om).{0,60}(?:vad|om|vilka|huruvida).{0,40}(?:(?:ni|som) (?:har|sparat|behandlar|star|vet)).{0,60}<om_mig>", "asks what is stored about them"),
    (Kind.ACCESS, 0.8, r"(?:var|vart|hur|fran vem|varifran).{0,20}(?:har ni|har du|ni har|fick ni|ni fick|ni har fatt|kommer) .{0,25}(?:mina? |mitt )(?:\w+ )?(?:nummer|namn|adress|mejl\w*|mail\w*|e-?post\w*|uppgift\w*|personnummer)", "asks where their data came from"),
    (Kind.ACCESS, 0.8, r"(?:<fa>|ha ut|skicka|lamna ut|ta del av|begar).{0,50}(?:inspelning\w*|inspelade?|samtalslogg\w*|loggar(?:na)? (?:over|om|for) (?:mig|mitt|mina)|kamera\w*|overvaknings\w*|chatt(?:en|logg\w*)).{0,120}", "asks for recordings or logs of themselves"),
    (Kind.ACCESS, 0.85, r"tillgang till .{0,30}(?:mina |hans |hennes |de )?person<uppgift>(?:.{0,40}<om_mig>)?", "asks for access to personal data"),
    (Kind.ACCESS, 0.8, r"gratis(?:a)? (?:export|utdrag)|(?:vill|onskar|begar|garna).{0,30}(?:ha )?(?:data)?exporten", "asks for the yearly export of the policy"),
    (Kind.ACCESS, 0.8, r"(?:vill|kan jag|far jag|skulle vilja).{0,25}(?:se|veta|fa ut) allt(?:ihop)?(?: (?:ni|du) har)?\s*[.!?]*$", "asks to see everything"),
    (Kind.ACCESS, 0.75, r"(?:skicka|lamna|hela|fa|ha) .{0,30}(?:registerutdraget|utdraget|(?:mitt )registerutdrag)\b(?! (?:fran|ur|hos) (?:polis|belastning))", "asks for the extract"),
    (Kind.ACCESS, 0.85, r"undrar.{0,40}(?:vad som (?:star|finns)|vad ni har).{0,40}<om_mig>|(?:star|finns).{0,15}<om_mig>.{0,15}i (?:era|ert) (?:rullor|register|system|papper|databas)", "asks what is stored about them"),
    (Kind.ACCESS, 0.85, r"(?:begar\w*|onskar|vill).{0,20}(?:ut(?:nyttja|ova)|anvanda).{0,20}(?:min )?ratt till (?:tillgang|insyn|information|registerutdrag)", "uses the right of access"),
    (Kind.ACCESS, 0.85, r"\b(?:begar|begaran om|onskar|vill ha|vill fa|kraver) (?:\w+ ){0,2}(?:tillgang|insyn)(?: till| i)? .{0,30}<uppgift>", "asks for access to personal data"),
    (Kind.ACCESS, 0.8, r"\b(?:skicka|ge|mail?a|mejla|sand|lamna ut|visa) (?:over |ut )?(?:mig |till mig )?(?:alla |samtliga )?(?:mina) (?:person|kund)?<uppgift>", "asks for their own data"),
    (Kind.ACCESS, 0.8, r"(?:mitt|min|mina) (?:\w+ )?(?:nummer|namn|adress|mejl\w*|mail\w*|uppgifter).{0,30}(?:hamnat|kommit|dykt upp) (?:hos|till) er|fatt tag (?:pa|i) (?:mitt|min|mina)", "asks where their data came from"),
    (Kind.ACCESS, 0.85, r"\bbegar\w* ut\b.{0,60}(?:handling\w*|notering\w*|<uppgift>|anteckning\w*|allt\b)", "asks for all documents about them"),
    (Kind.ACCESS, 0.8, r"\bvem\b.{0,40}(?:last|lasa|oppnat|varit inne|tittat|slagit).{0,30}(?:mina|mitt|min) (?:\w+ )?(?:uppgift\w*|data|konto|kundkort)", "asks who has seen their data"),
    (Kind.ACCESS, 0.82, r"(?:vilka|vem|vilket foretag).{0,25}(?:fatt|tagit del av|sett|delat|lamnat|kopt).{0,30}(?:mina|min|mitt)\b", "asks who received their data"),
    (Kind.ACCESS, 0.82, r"(?:spela\w* in|inspela\w*|inspelning\w*).{0,80}(?:lyssna|hora|ta del|begar|kopia|fa den|ha den|fa ut|ha ut)", "asks for a recording of themselves"),
    # --- portability, Art. 20
    (Kind.PORTABILITY, 0.95, r"<art> ?20\b|dataportabilitet\w*|ratt till portabilitet", "names portability"),
    (Kind.PORTABILITY, 0.9, r"(?:mina|de|mitt) (?:\w+ ){0,2}<uppgift>.{0,120}(?:maskinlasbar\w*|strukturerat|i en fil som|json|csv|lasa in|flytta (?:dem|det) till|till (?:den |en |min )?(?:nya|annan|nasta) leverantor)", "asks for own data in a form that another can read"),
    (Kind.PORTABILITY, 0.9, r"(?:overfor\w*|lamna over|flytta|skicka).{0,30}(?:mina|mitt) (?:\w+ ){0,2}(?:<uppgift>|historik|kunduppgift\w*).{0,60}(?:direkt )?till (?:den |min |en )?(?:nya|annan|ny|min nya) \w+", "asks that own data go to another provider"),
    # --- erasure, Art. 17
    (Kind.ERASURE, 0.95, r"<art> ?17\b(?! (?:i )?avtal)|ratten? (?:till radering|att bli (?:bort)?glomd)|bli (?:bort)?glomd", "names the right to erasure"),
    (Kind.ERASURE, 0.93, r"<radera>.{0,60}(?:<allt_ni_har>.{0,40}(?:<om_mig>)?|(?:mina|alla|samtliga|all min|de) (?:\w+ ){0,2}<uppgift>(?!\w* (?:i|fran) (?:databas|zon))|person<uppgift>|<mitt_namn>|<uppgift>.{0,40}<om_mig>|min person)", "asks that data about them be erased"),
    (Kind.ERASURE, 0.93, r"(?:mina?|mitt|alla|samtliga|hans|hennes) (?:\w+ ){0,2}(?:person)?<uppgift>.{0,50}<radera>", "asks that their data be erased"),
    (Kind.ERASURE, 0.9, r"(?:<mitt_namn>|person<uppgift>|min person).{0,80}(?:<radera>|<bort>)(?:.{0,30}(?:<register>|hos er))?", "asks that their name or picture be removed"),
    (Kind.ERASURE, 0.9, r"<radera>.{0,20} (?:mig|mej|oss) (?:fran|ur|i|hos) (?:allt?a? )?(?:<register>|er\b|era)", "asks to be taken out of the register"),
    (Kind.ERASURE, 0.85, r"<radera>.{0,10}(?:allt|all data|all info).{0,12}(?:ni|du) (?:har|vet|sparat)", "asks that everything be erased"),
    (Kind.ERASURE, 0.85, r"(?:begaran om|begar|onskar|ansokan om|ang\w*) (?:harmed )?(?:fullstandig )?radering(?: av (?:mina|alla|samtliga|person|konto|hans|hennes)|\W*$)", "asks for erasure"),
    (Kind.ERASURE, 0.85, r"^\W*(?:gdpr.{0,5})?radering av (?:mina|mitt|person|alla)", "asks for erasure"),
    (Kind.ERASURE, 0.8, r"<radera>.{0,20}(?:mitt|hela mitt) (?:kund|anvandar)?konto\b.{0,60}(?:hos er|uppgifter|data|allt|gdpr|information|$)", "asks that their own account be erased"),
    (Kind.ERASURE, 0.85, r"(?:<radera>|plocka|lyfta?) (?:\w+ ){0,2}(?:bilden|fotot|bilderna|namnet|cv:?t|profilen|omnamnandet|recensionen).{0,40}(?:darifran|pa mig|dar jag|av mig|namnet|namn|fran er)", "asks that a picture or their name be taken away"),
    (Kind.ERASURE, 0.85, r"(?:raden|anteckning(?:en|ar(?:na)?)|noteringen?|kommentaren|noteringar(?:na)?|omdomet)\b.{0,40}(?:<radera>|<bort>|forsvann|bort\b)", "asks that a note about them disappear"),
    (Kind.ERASURE, 0.85, r"<radera>.{0,20}(?:raden|anteckning\w*|noteringen?|kommentaren|noteringar\w*).{0,40}(?:<om_mig>|kundkort\w*|kundbild\w*|profil)", "asks that a note about them be removed"),
    (Kind.ERASURE, 0.82, r"\b(?:upphor\w*|sluta) (?:med )?att (?:lagra|spara|behalla|ha)\b.{0,40}(?:<uppgift>|<om_mig>|<mitt_namn>)", "wants data about them no longer stored"),
    (Kind.ERASURE, 0.78, r"<radera> allt\b(?! (?:i|pa|fran|innehall|som ligger|under)\b)", "asks that everything be erased"),
    (Kind.ERASURE, 0.82, r"<radera>.{0,12}(?:chatten|konversationen|inspelningen|samtalet)\b", "asks that a conversation be erased"),
    (Kind.ERASURE, 0.82, r"(?:<radera>).{0,4} (?:mig|mej)\b|\bglom (?:bort )?mig\b", "asks to be taken out or forgotten"),
    # --- rectification, Art. 16
    (Kind.RECTIFICATION, 0.95, r"<art> ?16\b(?! (?:gb|kr))|ratt(?:en)? till rattelse|begaran? (?:om )?rattelse", "names the right to rectification"),
    (Kind.RECTIFICATION, 0.9, r"(?:ratt(?:a|as|else)|korrigera|andra|uppdatera|byta?|fixa).{0,60}(?:(?:mina|mitt|min|hans|hennes) (?:\w+ ){0,2}(?:<uppgift>|namn|personnummer|adress|efternamn|fornamn|telefon\w*|kontaktuppgift\w*)|(?:i |mina ).{0,15}(?:ert|era) (?:kund)?(?:register|system))", "asks that their data be put right"),
    (Kind.RECTIFICATION, 0.85, r"(?:fel|felaktig\w*|fel pa|inaktuell\w*|gammal|gamla|gammalt) (?:\w+ ){0,1}(?:personnummer|namn|adress|efternamn|fornamn|person<uppgift>|fodelsedatum|telefonnummer)\b.{0,80}(?:pa (?:min|mitt|fakturan)|registrer\w*|hos er|star|i (?:ert|era)|om mig|i min profil)?", "says that data about them is wrong"),
    (Kind.RECTIFICATION, 0.85, r"(?:har ni |ni har |star |star det )?(?:lagt in|registrerat|skrivit|stavat|blandat ihop).{0,30}(?:hans|hennes|mitt|mina|mig|fel|min).{0,20}(?:personnummer|namn|adress|uppgifter|bror|syster)?.{0,40}(?:pa mitt|mig och|fel|ratt person)", "says that data about them is wrong"),
    (Kind.RECTIFICATION, 0.75, r"(?:ny adress|adressandring|bytt (?:namn|adress|efternamn|e-?post\w*|mejl\w*|nummer|telefonnummer)|\b(?:jag|vi|har) (?:nyligen |precis )?(?:har )?flyttat\b|bor (?:jag |vi )?inte langre|nya adressen (?:ar|blir)|min nya (?:adress|mejl\w*|e-?post\w*) ar|andra(?:t)? (?:min )?adress)", "tells a change of address or name"),
    (Kind.RECTIFICATION, 0.85, r"\b(?:ratta|korrigera|andra|uppdatera) (?:\w+ ){0,2}person<uppgift>", "asks that their data be put right"),
    (Kind.RECTIFICATION, 0.82, r"\b(?:mitt|vart) (?:\w+ )?(?:namn|efternamn|fornamn) (?:\w+ )?(?:stavas|ska stavas|skrivs)", "says how their name is spelt"),
    (Kind.RECTIFICATION, 0.8, r"\bstar jag som\b.{0,100}(?:korrigera|ratta|andra|fel)", "says that data about them is wrong"),
    (Kind.RECTIFICATION, 0.8, r"(?:ni skriver|star som|skrivit|heter (?:nu|numera)|gift mig|nytt efternamn).{0,60}(?:jag heter|heter|med (?:ett|tva|en)|ratta|andra|uppdatera)", "says what their name is"),
    # --- restriction, Art. 18
    (Kind.RESTRICTION, 0.95, r"<art> ?18\b|begransning av behandling\w*|begransa (?:\w+ )?behandlingen (?:av (?:mina|person)|<om_mig>)", "names restriction"),
    (Kind.RESTRICTION, 0.9, r"(?:<uppgift>|allt om mig).{0,40}\b(?:fryses?|frysa|lases|last|sparras)\b|frys (?:\w+ ){0,2}(?:mina|alla|person)", "asks that their data be frozen"),
    (Kind.RESTRICTION, 0.9, r"(?:radera|rensa|slang|ta bort) (?:\w+ ){0,2}inte.{0,200}(?:bevis|beho(?:ver|va)|ligger kvar|orort|tvist|polis\w*|domstol|rattsprocess)", "asks that their data be kept as evidence"),
    (Kind.RESTRICTION, 0.85, r"(?:behover|vill).{0,40}(?:ligga|ligger|sparas|spara\w*|bevara\w*|ha kvar).{0,40}(?:orort|som bevis|i bevissyfte)|lagras men inte anvandas", "asks that their data be kept untouched"),
    # --- objection, Art. 21(1)
    (Kind.OBJECTION, 0.95, r"<art> ?21(?:[.:(] ?1\)?)?\b(?![.:(] ?[23])", "names Art. 21"),
    (Kind.OBJECTION, 0.92, r"(?:invand(?:er|a)|motsatt(?:er|a)|motsatter|protesterar|invandning\w*).{0,60}(?:behandling\w*|profilering\w*|berattigat intresse|intresseavvagning\w*|delning\w*|delas|kartlagg\w*|<uppgift>|sparning|analys\w*|automatisera\w+)", "objects to a use of their data"),
    (Kind.OBJECTION, 0.9, r"(?:gar jag inte med pa|accepterar (?:jag )?inte|jag accepterar inte|godkanner inte|vill inte att|motsatter mig|far inte|vill inte bli).{0,80}(?:delar?s?|skickar? (?:det |dem )?vidare|profiler\w*|kartlagg\w*|lamnas? ut|saljs?|tredje ?part\w*|analyser\w*|sparas? hur|anvands? (?:for|till))", "does not accept a use of their data"),
    (Kind.OBJECTION, 0.85, r"(?:sluta|upphor\w*|avbryt\w*).{0,20}(?:med )?(?:profiler\w*|kartlagg\w*|sparningen? av mig|dela (?:mina|uppgift\w*)|analysera (?:mig|hur jag|mina)|samla in)", "asks that a use of their data cease"),
    (Kind.OBJECTION, 0.85, r"del(?:as|ar|ning\w*).{0,60}(?:tredje ?part\w*|partner\w*|leverantor\w*).{0,260}(?:inte med pa|accepterar (?:jag )?inte|vill inte|upphor)", "does not accept that their data is shared"),
    # --- withdrawal of consent, Art. 7(3)
    (Kind.WITHDRAW_CONSENT, 0.95, r"<ater>.{0,50}<samtycke>|<samtycke>.{0,30}(?:aterkallas|aterkallar|dras tillbaka|drar jag|dras|upphor|galler inte langre|<ater>)", "takes their consent back"),
    (Kind.WITHDRAW_CONSENT, 0.85, r"<art> ?7[.:(] ?3\)?", "names Art. 7(3)"),
    (Kind.WITHDRAW_CONSENT, 0.85, r"\b(?:ja\b|okej|ok\b|samtyck\w*|godkan\w+|gick med pa|kryssade? i).{0,160}(?:angra\w*|angrar|ta(?:r)? tillbaka|inte langre|drar tillbaka|ett nej|nej fran)", "has changed their mind about a consent"),
    # --- marketing opt-out, Art. 21(2)
    (Kind.MARKETING_OPTOUT, 0.9, r"(?:<sluta>|inga? (?:mer|fler|flera)|aldrig (?:mer|fa)|slippa|inte (?:ha|fa|vill ha|langre|skicka)|vill (?:jag )?inte).{0,50}<reklam>", "wants no more advertising"),
    (Kind.MARKETING_OPTOUT, 0.9, r"<reklam>.{0,40}(?:undanber|vill jag (?:inte|slippa)|avregistrera|vill inte|tack nej|nej tack|ta bort mig|upphor)", "wants no more advertising"),
    (Kind.MARKETING_OPTOUT, 0.88, r"(?:ring(?:er)?|kontakta|mejla|sms:?a) (?:mig |oss )?aldrig (?:mer|igen)|(?:ta bort|stryk|radera).{0,70}(?:ringlist\w+|sandlist\w+|maillist\w+|mejllist\w+|e-?postlist\w+|utskickslist\w+|kontaktlist\w+|prenumeration\w*)|(?:inga fler|sluta|upphor\w*).{0,20}(?:salj)?(?:samtal|ring\w*)|i saljsyfte", "wants no more sales calls"),
    (Kind.MARKETING_OPTOUT, 0.9, r"direktmarknadsforing|<art> ?21[.:(] ?[23]", "names direct marketing"),
    (Kind.MARKETING_OPTOUT, 0.85, r"^\W*(?:\w+ ){0,2}(?:avregistrera|avprenumerera|avsluta prenumeration)(?: (?:mig|oss|min adress|prenumeration\w*|fran|nyhetsbrev\w*)|\W*$)", "wants to be taken off the list"),
    # --- agreements with processors, Art. 28
    (Kind.DPA, 0.93, r"<pub>", "speaks of a data processing agreement"),
    (Kind.DPA, 0.85, r"underbitrade\w*|<art> ?28\b", "speaks of subprocessors"),
    # --- data protection officer
    (Kind.DPO_QUESTION, 0.9, r"(?:vem|vilka?|namn|kontakt\w*|nar|hur (?:nar|kontaktar|kommer)|har ni|mejl\w*|adress\w*).{0,50}(?:<dso>)", "asks about the data protection officer"),
    (Kind.DPO_QUESTION, 0.85, r"(?:fraga|fragor|arende) (?:till|for|om|ang\w*) (?:er(?:t|a)? )?<dso>|<dso>.{0,20}(?:vem|kontakt)", "a question to the data protection officer"),
    # --- complaint
    (Kind.COMPLAINT, 0.9, r"personuppgiftsincident\w*|dataintrang|(?:lack(?:t|er|a|age|an)|spridit|rojt|rojd\w*|skicka[rt]? ut|lamnat ut).{0,60}(?:mina|mitt|min|<uppgift>|personnummer)", "tells of a breach"),
    (Kind.COMPLAINT, 0.8, r"(?:klagomal|klagar|anmarkning|oacceptabelt|bryter mot|strider mot|brott mot|i strid med).{0,60}(?:person<uppgift>|gdpr|dataskydd\w*|integritet\w*|mina uppgifter)", "complains about how data was handled"),
    (Kind.COMPLAINT, 0.8, r"(?:nagon annans|fel persons|en annan kunds?|framlings) (?:faktura|uppgifter|mejl|konto|personnummer|avtal)|(?:till|hos) (?:en )?(?:helt )?annan kund.{0,40}(?:mitt|mina|min)|(?:mitt|mina|min).{0,60}till (?:en )?(?:helt )?annan (?:kund|person)|fick (?:nagon annans|fel)", "somebody else's data was seen"),
    (Kind.COMPLAINT, 0.8, r"(?:visa(?:de|s|r)|synlig\w*|exponera\w*|avsloja\w*|skylta\w*).{0,40}(?:mottagar\w*|kunders?|andras?|allas).{0,20}(?:adress\w*|uppgift\w*|nummer|namn|e-?post\w*)", "addresses were shown to others"),
    (Kind.COMPLAINT, 0.8, r"(?:adresser|mottagare|kunder)\w*.{0,30}(?:synlig\w*|oppet|i cc\b)|i cc.{0,40}(?:adresser|mottagare)", "addresses were shown to others"),
    # --- questions about the policy
    (Kind.POLICY_QUESTION, 0.85, r"\b(?:hur lange|var|vart|i vilket land|hur)\b.{0,30}(?:sparar?s?|lagrar?s?|star servrarna|ligger|behandlar?s?|sparas).{0,60}(?:<uppgift>|mejl\w*|mail\w*|servr\w*|fysiskt|backup\w*|loggar\w*|inspelning\w*|utanfor eu)", "asks how data is kept"),
    (Kind.POLICY_QUESTION, 0.8, r"(?:integritets|dataskydds|personuppgifts)-?policy\w*.{0,60}\?|(?:har ni|var finns|skicka).{0,20}(?:integritets|dataskydds|personuppgifts)-?policy", "asks about the policy"),
    (Kind.POLICY_QUESTION, 0.8, r"(?:rattslig grund|rattsliga grunden|utanfor eu|tredje ?land\w*|gdpr-?anpass\w*|foljer ni gdpr).{0,100}\?", "asks how the law is followed"),
    (Kind.POLICY_QUESTION, 0.8, r"om (?:jag|man|nagon|en kund) skulle (?:vilja|onska|begara).{0,60}(?:radera\w*|<radera>|registerutdrag|<utdrag>|glomd|uppgifter)|hur (?:gor|gar) (?:man|det till).{0,60}(?:<radera>|registerutdrag|glomd)", "asks how one would go about a request"),
)

_REFUSED = (
    (Kind.ERASURE, 0.9, r"vill (?:jag )?(?:inte|ej) (?:langre )?(?:ligga|finnas|vara|sta|synas) (?:kvar|med|registrerad)?.{0,40}(?:<register>|hos er|kandidat\w*|register\w*|system\w*|listan)", "does not want to stay in the register"),
    (Kind.ERASURE, 0.85, r"(?:vill inte|far inte|inte vill) (?:att )?(?:det ska |ni )?(?:ligga|har|ha|sparar|spara) (?:kvar )?.{0,40}(?:<uppgift>.{0,30}<om_mig>|mina <uppgift>|nagot <om_mig>)", "does not want data about them kept"),
    (Kind.COMPLAINT, 0.92, r"(?:klag(?:a|ar|omal|omalet)|anmal(?:a|er|an|ning|t)|vander mig|vanda mig|rapporter\w*).{0,50}(?:<imy>)|<imy>.{0,40}(?:klag\w*|anmal\w*)", "complains, or says they will, to the authority"),
    (Kind.RESTRICTION, 0.9, r"(?:radera|rensa|slang|ta bort) (?:\w+ ){0,2}inte.{0,200}(?:bevis|behover|ligger kvar|orort|tvist|polis\w*|domstol|rattsprocess)", "asks that their data be kept as evidence"),
    (Kind.RESTRICTION, 0.85, r"lagras men (?:inte|ej) anvandas|(?:spara|lagra|behalla)\b.{0,40}\b(?:inte|ej) (?:\w+ )?anvand\w*|(?:far|fa) (?:\w+ )?inte (?:\w+ ){0,4}anvanda (?:det|dem|uppgifterna) till", "asks that data be stored and not used"),
    (Kind.OBJECTION, 0.9, r"(?:gar jag inte med pa|accepterar (?:jag )?inte|jag accepterar inte|godkanner inte|vill inte att|far inte).{0,80}(?:delar?s?|skickar? (?:det |dem )?vidare|profiler\w*|kartlagg\w*|lamnas? ut|saljs?|tredje ?part\w*|analyser\w*)", "does not accept a use of their data"),
    (Kind.OBJECTION, 0.85, r"\b(?:slippa|inte) bli (?:\w+ )?(?:profilerad|kartlagd|analyserad|sparad)", "does not want to be profiled"),
    (Kind.MARKETING_OPTOUT, 0.9, r"(?:inga? (?:mer|fler|flera)|aldrig (?:mer|fa)|inte (?:ha|fa|vill ha|langre|skicka)|vill (?:jag )?inte).{0,50}<reklam>|ring (?:mig |oss )?aldrig (?:mer|igen)|inga fler (?:salj)?samtal", "wants no more advertising"),
    (Kind.WITHDRAW_CONSENT, 0.85, r"\b(?:ja\b|okej|ok\b|samtyck\w*|godkan\w+|gick med pa|kryssade? i).{0,160}(?:inte langre|inte gora langre)", "has changed their mind about a consent"),
)

RULES = rules(WORDS, _ASKED) + rules(WORDS, _REFUSED, negatable=False)
