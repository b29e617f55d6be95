"""The building blocks of a request in each language: what people want done, to what, and whose it is.

Word order differs with every writer, so these are looked for anywhere in a sentence; `request_combinations` says which of
them together make a request. The patterns read folded text (see `request_rule.fold`).
"""

import re
from collections.abc import Mapping

_SV: dict[str, str] = {
    "delete": r"\brad+era\w*|\bta(?:r|ga|ges)? (?:\w+ ){0,3}?bort\b|\btas bort|\bbort(?:tagen|taget|tagna|tagning\w*|plockad)\b|\bplocka\w* (?:\w+ )?bort|\butplana\w*|\bstryka?s?\b|\brensa\w*|\bforstor\w*|"
    r"\bmakulera\w*|\bbort?gloms?\w*|\bglom (?:mig|bort)|\bslang(?:a|er|s)\b|\bska(?:ll)? (?:\w+ )?bort\b|\bforsv(?:inner|inna|ann|unnen)|\bav?identifiera\w*|\banonymisera\w*|\bha (?:\w+ )?bort\b|\bbli av med",
    "my_data": r"\b(?:min|mitt|mina|var|vara|vart) (?:\w{2,14} ){0,2}?(?:\w*up+gift(?:er(?:na)?|erna)?|data|datan|info\w*|persondata|personnummer\w*|fodelsedatum\w*|namn|efternamn|fornamn|\w*adress(?:er)?|"
    r"mejl\w*|mail\w*|e-post\w*|\w*nummer|telefon\w*|bild(?:er)?|foto(?:n|grafi)?|cv|ansokan|profil|inspelning\w*|samtal|korkort|pass|id-?kort|legitimation|\w*historik|betyg|brev|person|signatur|kundkonto|konto)\b|"
    r"\bperson-?up+gift\w*|\bpersondata|\b(?:up+gifter(?:na)?|data(?:n)?|information(?:en)?|info) (?:\w+ ){0,3}?(?:om|pa|kring|rorande) (?:mig|mej|honom|henne|min)",
    "about_me": r"\b(?:om|pa|kring|over|rorande|angaende|ror|avser) (?:mig|mej|oss|honom|henne|min person)\b|\bdar jag (?:forekommer|namns|ar med|finns|syns)|\bmig (?:\w+ )?(?:i|ur|fran|hos) (?:er\b|era|ert|alla)|\bkopplat till mig|\bjag (?:\w+ )?bli borttagen",
    "stored": r"\b(?:ni|du|som|ftech|er) (?:\w+ )?(?:har|haft|sparar?|lagrar|behandlar|sitter pa|innehar|vet|haller|samlar?|samlat)\b|\b(?:finns|star|ligger|sparat|sparats|sparade|lagrat|lagrade|registrerat|registrerad|registrerade|antecknat|noterat|kvar|insamlat)\b",
    "get": r"\bfa (?:ut|se|veta|del|ta|en|ett|tillgang|reda|ta)\b|\bfa\b|\b(?:ta|ha) del av|\bha ut\b|\bha (?:en|ett|det|allt)\b|\bkopi(?:a|or|an)\b|\butdrag\w*|\bskicka\w*|\bsammanstallning\w*|\btillgang\b|\binsyn\b|\blista (?:pa|over)|\bmail?a (?:mig|mej|dem|den)|"
    r"\bmejla (?:mig|mej|dem|den)|\bse (?:vad|allt|alla|vilka|mina)\b|\bveta\b|\bredovisa\w*|\blamna ut|\butlamn\w*|\bta fram|\bexport\w*",
    "copy": r"\bkopi(?:a|or|an)\b|\bavskrift|\bregister-?utdrag\w*|\butdrag\w*|\bsammanstallning\w*|\btillgang till\b|\binsyn i\b|\bta del av\b|\bfa ut\b|\bha ut\b|\butlamn\w*|\blamna ut\b",
    "share": r"\bvidare\b|\btredje ?part\w*|\bprofiler\w*|\bkartlag\w*|\bdel(?:as|ar|ning\w*)\b|\bsaljs?\b|\bberattigat intresse",
    "attached": r"\bbifog\w*|\bskickar med|\bmedfoljer|\bhar kommer|\bi bilagan|\bse bilaga|\bbilagt",
    "what": r"\b(?:vad|vilken|vilka|vilket|hur mycket)\b",
    "all": r"\b(?:allt(?:ihop)?|alla|all|samtliga|varenda)\b",
    "wrong": r"\bfel(?:aktig\w*|stava\w*|stavning\w*|registrera\w*)?\b|\bstammer (?:inte|ej|ju inte)|\binte (?:langre )?(?:aktuell\w*|ratt|korrekt|stammer)|\binaktuell\w*|\bblandat ihop|\bmissta\w*|\bforvax\w*",
    "correct": r"\bratta\w*|\brattelse\b|\bkorrigera\w*|\bandra(?:s|t|d)?\b|\bandras\b|\buppdatera\w*|\bbyt(?:a|er|t)\b|\bjustera\w*|\bblir? ratt\b|\bska(?:ll)? (?:det )?(?:vara|sta|heta)\b",
    "freeze": r"\bfrys\w*|\blas(?:a|er|es|as) (?:mina|alla)|\bsparra\w*|\bbegransa\w*|\bbegransning\b|\bsluta\w* anvanda|\binte anvand\w+|\bpausa\w*",
    "keep": r"\b(?:radera|rensa|ta bort|slang|forstor)\w* (?:\w+ ){0,2}(?:inte|ej)\b|\bbehall\w*|\bbevara\w*|\bligga kvar|\bligger kvar|\bha kvar|\borort\b",
    "dispute": r"\btvist\w*|\bbevis\w*|\bdomstol\w*|\brattegang\w*|\bpolis\w*|\butred\w*|\badvokat\w*|\bjurist\w*|\brattslig tvist|\bbestrid\w*|\bansprak\w*|\bstamning\w*",
    "object": r"\binvand\w*|\bmotsatt\w*|\bprotester\w*|\binte (?:\w+ )?(?:med pa|acceptera\w*|godkann\w*|gar med)|\baccepterar (?:\w+ )?inte|\bgodkanner (?:\w+ )?inte|\bvill (?:\w+ )?inte att|\bfar inte\b|\bsager nej till|\bemot att|\bvagrar",
    "use": r"\bprofiler\w*|\bkartlag\w*|\banalys\w*|\bbehandl(?:ing\w*|as|ar)\b|\bberattigat intresse|\bintresseavvagning\w*|\bdel(?:as|ar|ning\w*)\b|\bvidare\b|\btredje ?part\w*|\bpartner\w*|\blamnas? (?:ut|vidare|over)|\bsaljs?\b|\bspar(?:ning|as)\b|\bautomatis\w+ beslut|\boverfor\w*|\banvand(?:s|er|as)\b|\bsamlas? in|\bstatistik\w*",
    "consent": r"\bsamtyck\w*|\bmedgivande\w*|\bgodkannande\w*|\btillstand\w*|\btillatelse\w*|\bgodkande\b|\bgav (?:\w+ )?lov\b",
    "take_back": r"\bater(?:kalla\w*|tar|ta)\b|\bdra\w* (?:\w+ ){0,3}(?:tillbaka|in)\b|\bta(?:r)? (?:\w+ ){0,2}tillbaka|\bangra\w*|\bangrat\b|\bupphav\w*|\bandrat mig|\bandrade mig|\binte (?:langre|mer) (?:\w+ )?(?:gall|samtyck)\w*|\bgaller inte (?:mer|langre)|\bupphor\w*|\bsamtycker inte|\bett nej\b",
    "ads": r"\breklam\w*|\bnyhetsbrev\w*|\berbjudande\w*|\bmarknadsforing\w*|\butskick\w*|\bkampanj\w*|\bsalj(?:samtal|mejl|mail|ringning|are)\w*|\btelefonforsaljning|\bspam\b|\bspammejl|\bdirektreklam|\bmaillist\w*|\bmejllist\w*|\bsandlist\w*|\bringlist\w*|\be-?postlist\w*|\bprenumeration\w* pa nyhets\w*|\binbjudning\w*|\bpromotion\w*",
    "not_that": r"\b(?:handlar|ror sig|galler) inte\b|\binte fraga om\b|\bredan stangt av",
    "stop": r"\bsluta\w*|\bslut\b|\bupphor\w*|\bstopp\w*|\bavregistrera\w*|\bavprenumerera\w*|\bavanmal\w*|\bslipp\w*|\bundanber\w*|\btacka\w* nej|\bnej tack|\binga? (?:fler|mer|flera)\b|\binte (?:ha|vill ha|langre ha|fa|skicka|langre)\b|\bvill (?:\w+ )?inte (?:ha|fa|langre)\b|\baldrig (?:mer|fa)|\bta(?:r)? (?:\w+ ){0,3}bort\b|\bstryk\b|\bbort fran\b",
    "complain": r"\bklag\w*|\banmal\w*|\banmarkning|\boacceptabel\w*|\bupprord\w*|\bbesviken\b|\bbrott mot|\bbryter mot|\bstrider mot|\bolaglig\w*|\bkrank\w*|\bskandal\w*|\bhar ni (?:\w+ )?(?:lackt|spridit|skickat|lamnat)|\bincident\w*",
    "handled": r"\bhanter\w*|\bskott\w*|\bbehandla(?:t|r|de)\b|\banvant\b|\bspridit\b|\black\w*|\blamnat ut|\bsynlig\w*|\brojd?\w*|\bskickat?s? (?:ut )?till (?:fel|nagon|en)|\bcc\b|\bi klartext|\bobehorig\w*|\bintegritet\w*",
    "question": r"\?|\bundrar\b|\bfraga\b|\bfragor\b|\bvill (?:jag )?veta|\bnyfiken",
    "how_kept": r"\bhur lange\b.{0,80}|\bvar (?:lagras|sparas|ligger|star|finns|behandlas|forvaras)\b.{0,60}|\b(?:inom|utanfor|utanfor) eu\b|\btredje ?land\w*|\brattsliga? grund\w*|\bgallring\w*|\blagringstid\w*|\bpersonuppgiftspolicy|\bdataskyddspolicy|\bintegritetspolicy",
    "any_data": r"\b\w*uppgifter\w*|\bdata\w*|\bkunddata\w*|\bmejl\w*|\bmail\w*|\bid-?handling\w*|\binspelning\w*|\bloggar\w*|\bbackup\w*|\bserver\w*|\bkopior\b|\bkonto\w*",
    "how_to": r"\bhur (?:gor|gar|bar|begar|far|kan|skulle)\b|\bom (?:jag|man|nagon) (?:nagon gang |skulle )?(?:vill|skulle|onskar|begar)\b",
    "officer": r"\bdataskyddsombud\w*|\bpersonuppgiftsombud\w*|\bdpo\b|\bdataskyddsansvarig\w*",
}
_EN: dict[str, str] = {
    "delete": r"\berase\w*|\berasing|\berasure|\bdelet\w+|\bremov(?:e|ed|ing|al)\b|\bwip(?:e|ed|ing)\b|\bpurg\w+|\bdestroy\w*|\bforget (?:me|about me|all)\b|\bget rid of|\bscrub\w*|\btak(?:e|en|ing) (?:\w+ ){0,4}(?:down|off)\b|\bdata gone\b|\bgone from\b|\bexpunge\w*|\bdispose",
    "my_data": r"\b(?:my|mine|our client's) (?:[\w-]{2,14} ){0,3}?(?:data|informations?|info|details|records?|particulars|name|surname|e-?mail(?: address)?|address|phone(?: number)?|number|photos?|pictures?|image|face|quote|cv|resume|application|profile|history|recordings?|calls?|passport|licen[cs]e|"
    r"signature|birth|id|account)\b|\bpersonal (?:data|information|details|info)\b|\b(?:data|information|everything|anything|details|info|notes?) (?:\w+ ){0,6}?(?:about|on|concerning|regarding|relating to) (?:me|him|her|us|myself)\b",
    "about_me": r"\b(?:about|on|concerning|regarding|of|relating to|related to) (?:me|myself|him|her|us)\b|\bme from (?:your|all|the)\b|\bwhere i (?:am|appear)\b",
    "stored": r"\b(?:you|your \w+|ftech|company)(?:'ve| have| has| may| might| currently| still)* (?:have|has|hold|held|keep|kept|stor(?:e|ed)|process(?:ed)?|collect(?:ed)?|got|retain(?:ed)?|possess|saved|know|written)\b|\bon file\b|\bstored\b|\bheld\b|\bkept\b",
    "get": r"\bcop(?:y|ies)\b|\baccess\b|\bsend\b|\bprovide\b|\breceive\b|\bsee\b|\bknow\b|\btell me\b|\bgive me\b|\bobtain\b|\bexport\b|\boverview\b|\bextract\b|\bdisclos\w+|\bsupply\b|\blist of\b|\bentitled to\b|\bshow me\b|\btranscript\b|\brequest(?:ing)?\b",
    "copy": r"\bcop(?:y|ies) of\b|\baccess to\b|\bextract\b|\boverview of\b|\bdisclos\w+|\btranscripts?\b",
    "share": r"\bshar(?:e|ed|ing)\b|\bthird part\w+|\bsell(?:ing)?\b|\bprofil\w+|\btracking\b|\blegitimate interests?",
    "attached": r"\battached\b|\benclosed?\b|\benclosing\b|\battaching\b|\bhere(?:'s| is) (?:a |my |the )",
    "what": r"\b(?:what|which|whatever)\b",
    "all": r"\b(?:all|everything|every|any|anything|entire)\b",
    "wrong": r"\bwrong\w*|\bincorrect\w*|\binaccura\w*|\bmis-?spel\w*|\bout ?of ?date|\boutdated|\bmistake\w*|\berror in\b|\bno longer (?:correct|valid|right)|\bnot (?:right|correct|up to date)|\bspelled\b|\bspelt\b",
    "correct": r"\bcorrect(?:ed|ion|ing)?\b|\bupdate[ds]?\b|\bfix(?:ed)?\b|\bamend\w*|\brectif\w+|\bchange[ds]? (?:it|my|the|her|his|to)\b|\bput right|\bshould (?:be|read|say)\b",
    "freeze": r"\bfreez\w+|\brestrict\w*|\block\w* (?:my|down|it)|\b(?:not|don't|stop|without) us(?:e|ing)\b|\bput (?:\w+ )?on hold|\bsuspend\w* (?:the )?(?:processing|use)",
    "keep": r"\b(?:don't|do not|not|never) (?:yet )?(?:delete|erase|destroy|remove|want .{0,40}(?:deleted|destroyed|erased))|\bkeep it\b|\bpreserve\b|\bstorage only",
    "dispute": r"\bdispute\w*|\bevidence\b|\bcourt\b|\blegal\b|\blawyer\w*|\bsolicitor\w*|\bpolice\b|\binvestigat\w+|\bclaims?\b|\btribunal\b|\bcontest\w*",
    "object": r"\bobject(?:ing|s|ed)? to\b|\bobjection\b|\b(?:do not|don't|not) (?:agree|accept|want|allow)\b|\bopposed? to\b|\bnot ok(?:ay)? with|\brefuse\b",
    "use": r"\bprofil\w+|\btracking\b|\banalytic\w*|\banalys\w+|\banalyz\w+|\bprocessing\b|\bprocessed\b|\blegitimate interests?|\bshar(?:e|ed|ing)\b|\bthird part\w+|\bsell(?:ing)?\b|\bsold\b|\bautomated decision\w*|\busing my\b|\buse of my\b|\busing (?:\w+ )?data",
    "consent": r"\bconsent\w*|\bpermission\b|\bauthori[sz]ation to use\b|\bapproval to\b|\bagreed to\b",
    "take_back": r"\bwithdr\w+|\brevok\w+|\btak\w+ (?:\w+ ){0,3}back\b|\bretract\w*|\brescind\w*|\bno longer (?:consent|agree|give|have my)|\bchanged my mind|\bcancel\w*",
    "ads": r"\bnewsletters?\b|\bmarketing\b|\badvert\w*|\bpromo\w*|\boffers\b|\bmailing ?lists?\b|\bdistribution list\b|\bsales (?:calls?|e-?mails?|pitches)\b|\bcampaigns?\b|\bspam\b|\bmailshots?\b|\bcold calls?\b|\bpromotional\b",
    "stop": r"\bstop\w*|\bunsubscri\w+|\bopt(?:ing)? ?-?out|\bno (?:more|longer|further)\b|\bcease\b|\b(?:do not|don't|never) (?:\w+ )?(?:want|send|e-?mail|call|contact|wish)\b|\b(?:take|remove|get) (?:me|us|my \w+|this address)(?: \w+){0,3} (?:off|from)\b|\boff your\b|\bnot (?:wish|want) to receive",
    "complain": r"\bcomplain\w*|\bunhappy\b|\bappalled\b|\bunacceptable\b|\breport (?:you|this|it)\b|\boutrage\w*|\bviolat\w+|\bbreach\w*|\bunlawful\w*|\bdisgust\w*|\bupset\b|\bfurious\b|\bshocked\b|\bworried\b",
    "handled": r"\bhandl(?:ed|ing)\b|\btreat(?:ed|ment)\b|\bleak\w*|\bexpos\w+|\bdisclos\w+|\bpublish\w*|\bshared with\b|\bsent (?:\w+ ){0,5}to (?:another|the wrong|someone|somebody|a stranger|everyone)|\bmisus\w+|\bvisible\b|\bcc'?d?\b|\bprivacy\b",
    "question": r"\?|\bwonder\w*|\bquestion\b|\bcurious\b|\bcould you tell",
    "how_kept": r"\bhow long\b.{0,80}|\bwhere (?:is|are|do you)\b.{0,60}|\b(?:inside|outside|within) (?:of )?the eu\b|\bthird countr\w+|\bretention\b|\blegal basis\b|\bprivacy policy\b",
    "any_data": r"\b(?:customer |personal |our |user )?data\b|\binformation\b|\brecordings?\b|\bbackups?\b|\blogs\b|\be-?mails\b|\brecords\b|\bdetails\b|\bids?\b",
    "how_to": r"\bhow (?:do|does|would|can|could|should) (?:i|one|someone|we|a|people)\b|\bif (?:i|we|someone|somebody|one) (?:ever )?(?:want|wanted|wish|were)\b|\bwhat would\b",
    "money": r"\bdso\b|\bworking capital\b|\bpayables?\b|\bsuppliers?\b|\bcash ?flow\b|\bcovenant\b|\bleases?\b|\bfrom \d+ to \d+ days\b",
    "officer": r"\bdata protection officer\b|\bdpo\b|\bprivacy officer\b",
}
_NO_DA: dict[str, str] = {
    "delete": r"\bslett\w*|\bslet(?:te|tet|tes|ning\w*)?\b|\bfjern\w*|\bglem (?:meg|mig)|\bvekk\b|\bvak\b|\bmakuler\w*",
    "my_data": r"\b(?:mine|min|mitt|mit|hans|hennes|hendes) (?:\w{2,14} ){0,2}?(?:\w*opplysning\w*|\w*oplysning\w*|\w*data|informasjon\w*|navn|etternavn|efternavn|\w*adresse|telefon\w*|e-post\w*|profil|bilde?\w*|billede\w*|cv|soknad|ansogning|konto|kundekonto)\b|\bperson(?:op)?p?lysning\w*|\bpersondata|"
    r"\b(?:opplysning\w*|oplysning\w*|data|informasjon|information) (?:\w+ ){0,3}?om (?:meg|mig)",
    "about_me": r"\b(?:om|pa) (?:meg|mig|os|oss|ham|henne|hende)\b",
    "stored": r"\b(?:dere|i|som|ftech) (?:\w+ )?(?:har|lagrer|behandler|oppbevarer|opbevarer|gemmer|vet|ved)\b|\blagret\b|\bregistrert\b|\bregistreret\b|\bliggende\b|\bgemt\b",
    "get": r"\binnsyn\b|\bindsigt\b|\bkopi\w*|\bse\b|\bvite\b|\bvide\b|\bfa\b|\budlever\w*|\butlever\w*|\bsend\w*|\boversikt\b|\boversigt\b",
    "copy": r"\binnsyn i\b|\bindsigt i\b|\bkopi(?:er)? a[fv]\b|\butlever\w*|\budlever\w*|\badgang til\b|\btilgang til\b",
    "share": r"\bdel(?:es|er|ing)\b|\btredje ?part\w*|\bprofiler\w*|\bvidere\w*",
    "attached": r"\bvedlagt\w*|\bvedheft\w*|\bvedhaft\w*|\blegger ved",
    "what": r"\b(?:hva|hvad|hvilke\w*)\b",
    "all": r"\b(?:alt|alle|all|samtlige)\b",
    "wrong": r"\bfeil\w*|\bfejl\w*|\bforkert\w*|\bstemmer ikke|\bikke (?:riktig|rigtig|korrekt)\w*|\butdatert|\bforaldet",
    "correct": r"\brett\w*|\bret(?:te|tes|telse)?\b|\bkorriger\w*|\bopp?dater\w*|\bendre\w*|\bandre\b|\bskal (?:vare|sta)\b",
    "freeze": r"\bbegrens\w*|\bbegrans\w*|\bfrys\w*|\blas\w* (?:mine|data)",
    "object": r"\bprotester\w*|\binnsigelse\w*|\bindsigelse\w*|\bmotsetter\b|\bmodsatter\b|\bvil ikke (?:at|ha)|\baksepterer ikke|\baccepterer ikke",
    "use": r"\bprofiler\w*|\bbehandl\w*|\bdel(?:es|er|ing)\b|\btredje ?part\w*|\btredjemand\w*|\banalys\w*|\bberettiget",
    "consent": r"\bsamtykke\w*|\btillatelse\w*|\btilladelse\w*",
    "take_back": r"\btrekk\w*|\btrakk\w*|\btilbake\w*|\btilbage\w*|\bangre\w*|\bfortryd\w*",
    "ads": r"\breklame\w*|\bnyhetsbrev\w*|\bnyhedsbrev\w*|\bmarkedsforing\w*|\btilbud\b|\bsalgsopp?ring\w*|\bsalgsopkald|\bmailingliste\w*|\be-?postliste\w*|\bspam\b|\bmailliste\w*",
    "stop": r"\bikke\b|\bingen (?:flere|mer)|\bstopp?\w*|\bslutt\w*|\bafmeld\w*|\bavmeld\w*|\bmeld (?:meg|mig) (?:av|fra)|\bfrabed\w*|\bfjern (?:meg|mig)",
    "complain": r"\bklag\w*|\bbrudd\b|\bbrud\b|\buakseptabel\w*|\buacceptabel\w*|\boppgitt\b|\banmeld\w*",
    "handled": r"\bhandter\w*|\blekk\w*|\blak(?:ket|age)\b|\bsendte? (?:\w+ ){0,8}til (?:en|feil|forkert|andre)|\bsynlig\w*|\bpersonvern\w*",
    "question": r"\?|\blurer\b|\bsporsmal\b|\bundrer\b",
    "how_kept": r"\bhvor lenge\b.{0,60}|\bhvor lange\b.{0,60}|\bhvor (?:lagres|opbevares|ligger|oppbevares)\b|\butenfor eu\b|\buden for eu\b",
    "any_data": r"\b\w*opplysning\w*|\b\w*oplysning\w*|\bdata\b|\be-post\w*|\bmails?\b|\bbackup\w*|\blogg?\w*",
    "how_to": r"\bhvordan\b|\bhvis (?:jeg|man)\b",
    "officer": r"\bpersonvernombud\w*|\bdatabeskyttelsesradgiver\w*|\bdpo\b",
}
_FI: dict[str, str] = {
    "delete": r"\bpoist\w+|\btuhot\w+|\bunohta\w+|\bhavita\w+",
    "my_data": r"\b\w*tieto(?:ni|jani|jeni)\b|\bhenkilotie(?:to|do)\w*|\b(?:minun|omat|omia) (?:\w+ )?\w*tie(?:to|do)\w*|\bnimeni\b|\bosoitteeni\b|\bsahkopostini\b|\btilini\b|\btiedot minusta|\btietoja .{0,20}minusta",
    "about_me": r"\bminusta\b|\bminua\b|\bitsestani\b",
    "stored": r"\b(?:teilla|olette|on tallennettu|tallennettu\w*|tallensi\w*|keranneet|rekister\w*)\b",
    "get": r"\bkopio\w*|\bjaljenno\w*|\bsaada\b|\bnahda\b|\blahetta\w+|\bhaluan\b|\bpyydan\b|\btieta\w+|\btarkast\w+",
    "copy": r"\bkopio\w*|\bjaljenno\w*|\btarkast\w+",
    "attached": r"\bliittee\w*|\bohessa\b",
    "what": r"\b(?:mita|mitka|mitka)\b",
    "all": r"\bkaik\w+",
    "wrong": r"\bvaar\w+|\bvirhee\w+|\bvanhentun\w+|\bei (?:pida|ole oikein)",
    "correct": r"\boikais\w+|\bkorja\w+|\bpaivitta\w+|\bmuutta\w+|\bpitaisi olla",
    "object": r"\bvastusta\w+|\ben hyvaksy|\ben halua",
    "use": r"\bkasittel\w+|\bprofiloin\w+|\bkolmans\w+|\bluovut\w+",
    "consent": r"\bsuostumu\w+",
    "take_back": r"\bperu\w+|\btakaisin\b",
    "ads": r"\bmainos\w*|\buutiskir\w*|\bmarkkinoin\w*|\btarjouks\w*|\bpostituslist\w*|\bsuoramarkkinoin\w*",
    "stop": r"\ben halua\b|\balkaa\b|\balka\w*|\blopet\w+|\bperu\w+|\bpoista\w+|\bkiella\w*",
    "question": r"\?",
    "how_kept": r"\bkuinka kauan\b.{0,60}|\bmiten kauan\b.{0,60}|\bmissa\b.{0,40}(?:sailyt\w+|tallen\w+)",
    "any_data": r"\b\w*tieto\w*|\b\w*tiedo\w*|\bsahkopost\w*",
    "how_to": r"\bmiten (?:voin|toimin)|\bjos\b",
    "officer": r"\btietosuojavastaav\w*",
}
_DE: dict[str, str] = {
    "delete": r"\bloscht?\w*|\bgeloscht\w*|\bloesch\w*|\bgeloescht\w*|\bentfern\w*|\bvernicht\w*|\bvergess\w*",
    "my_data": r"\b(?:mein\w*|sein\w*|ihr\w* uber mich) (?:[\w-]{2,16} ){0,2}?(?:\w*daten|angaben|informationen|namen?|adresse|anschrift|foto\w*|bild\w*|profil\w*|konto\w*|kundenkonto\w*|kontos|bewerbung\w*|telefonnummer|e-?mail\w*)\b|\bpersonenbezogen\w*|\b(?:daten|informationen) .{0,20}(?:uber mich|zu meiner person|von mir)",
    "about_me": r"\b(?:uber|zu|von) (?:mich|mir|meiner person)\b|\bmich betreffend\w*",
    "stored": r"\bgespeichert\w*|\bspeicher\w*|\bverarbeite\w*|\bhaben sie\b|\bsie (?:\w+ )?haben\b|\bvorlieg\w*|\bhinterlegt\w*",
    "get": r"\bauskunft\w*|\bkopie\w*|\bmitteil\w*|\bwissen\b|\bsenden\b|\bschick\w*|\berhalten\b|\bzukommen\b|\beinsicht\w*|\bubersicht\b|\bwelche\b",
    "copy": r"\bauskunft\w*|\bkopien? (?:aller |meiner |der )?|\beinsicht\w*",
    "share": r"\bweitergabe\w*|\bdritte\w*|\bprofiling\w*",
    "attached": r"\banbei\b|\bbeigefugt\w*|\bim anhang\b|\banlage\b",
    "what": r"\b(?:was|welche\w*)\b",
    "all": r"\b(?:alle\w*|samtliche\w*|alles)\b",
    "wrong": r"\bfalsch\w*|\bunrichtig\w*|\bveraltet\w*|\bfehlerhaft\w*|\bstimmt nicht|\bnicht (?:mehr )?korrekt",
    "correct": r"\bberichtig\w*|\bkorrigier\w*|\bandern?\b|\baktualisier\w*|\bmusste? .{0,20}(?:lauten|heissen)",
    "freeze": r"\beinschrank\w*|\bsperr\w+ (?:sie )?(?:meine|der)",
    "object": r"\bwidersprech\w*|\bwiderspruch\w*|\bnicht einverstanden|\blehne\b|\bmochte nicht\b",
    "use": r"\bverarbeitung\w*|\bnutzung\w*|\bweitergabe\w*|\bprofiling\w*|\banalys\w*|\bdritte\w*|\bauswert\w*",
    "consent": r"\beinwilligung\w*|\bzustimmung\w*|\beinverstandnis\w*",
    "take_back": r"\bwiderruf\w*|\bzuruck\w*",
    "ads": r"\bwerbung\b|\bwerbe\w*|\bnewsletter\w*|\bverteiler\w*|\bdirektwerbung|\bmailingliste\w*|\bangebote\b|\breklame\b",
    "stop": r"\bkein\w*|\bnicht mehr\b|\bstopp\w*|\babbestell\w*|\babmeld\w*|\baustrag\w*|\bentfern\w*|\bnehmen sie mich\b",
    "complain": r"\bbeschwer\w*|\binakzeptabel\w*|\bversto\w*|\bempor\w*|\bverletz\w*",
    "handled": r"\bumgang\b|\bdatenschutz\w*|\bweitergegeben\b|\bdatenpanne|\bdatenleck|\bversehentlich\b|\bgeschickt\b",
    "question": r"\?",
    "how_kept": r"\bwie lange\b.{0,60}|\bwo (?:werden|sind|liegen|stehen)\b.{0,60}|\bausserhalb der eu\b|\brechtsgrundlage\b|\bdatenschutzerklarung",
    "any_data": r"\b\w*daten\b|\be-?mails?\b|\bbackups?\b|\bserver\b|\bprotokoll\w*",
    "how_to": r"\bwie (?:kann|muss|musste|geht)\b|\bwenn ich\b|\bfalls ich\b",
    "officer": r"\bdatenschutzbeauftragte\w*|\bdsb\b",
}


def _joined(*tables: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    names = {name: None for table in tables for name in table}
    return {name: re.compile("|".join(table[name] for table in tables if name in table).replace(" ", r"\s{1,3}")) for name in names}


CONCEPTS: dict[str, dict[str, re.Pattern[str]]] = {
    "sv": _joined(_SV, _EN),
    "en": _joined(_EN, _SV),
    "no": _joined(_NO_DA, _EN),
    "da": _joined(_NO_DA, _EN),
    "fi": _joined(_FI, _EN),
    "de": _joined(_DE, _EN),
}
"""The concepts by the language of a mail; English is understood everywhere, Swedish in English mails too."""
