"""The words that tell what a number or an address is to the sender: read in lower case with accents folded, Swedish first."""

import re

_NUMBER = r"(?:nummer\w*|numret|number|nr|mobil\w*|telefon\w*|phone|tel|cell|numero\w*|mobile)"

FAX_BEFORE = re.compile(
    r"(?:\b(?:tele-?)?(?:fa(?:x|ks)\w*|fx)(?:[ -](?:nr|nummer|no|number))?(?: ?\([^)\n]{1,20}\))?(?: (?:ar|is|till|to|er|pa))?"
    r"|(?:^|[\n|·•,;/]|\s{2})\s{0,3}f[.:]?)[\s.:|(+)\d/-]*\Z"
)
PHONE_AND_FAX = re.compile(r"\b(?:tel\w*|tfn|phone|puh\w*) ?(?:/|&|och|and|og|und|\+) ?(?:tele-?)?fa(?:x|ks)\w*[\s.:|(+)\d/-]*\Z")
FAX_AFTER = re.compile(r"[ \t]{0,2}[(\[,]?[ \t]?(?:tele-?)?fa(?:x|ks)\b(?![\s:.]{0,6}[-+\d(])")

OUT_OF_USE_BEFORE = re.compile(
    r"\b(?:gammalt|gamla|gammal|tidigare|forra|utgangna|fel|old|former|previous|wrong|gamle|gammel|vanha|alte\w*|"
    r"forut)\s(?:\w+\s){0,2}(?:nummer|numret|number|nr|mobil\w*|telefon\w*|tel|is|ar)?[\s:=(,]{0,3}\Z|"
    r"\b(?:ersatter|replaces|was|var|i ?stallet for|instead of|in place of|statt|felaktigt?)\s?[:(]?\s?\Z|"
    r"\bfel (?:telefon|mobil)?nummer\b[^.\n]{0,30}\Z|"
    r"\b(?:gamle|gamla|old one|alte|vanha)\s?\(?\Z|"
    r"\b(?:star (?:det|dar|pa|fortfarande))\b[^.\n]{0,25}\Z|\binte langre\b[^.\n]{0,40}\Z|"
    r"\bnumret som star[^.\n]{0,30}\Z|\b(?:not on|inte pa|inte (?:ring\w*|anvand\w*))\b[^.\n]{0,40}\Z"
)
OUT_OF_USE_AFTER = re.compile(
    r"[\s),(]{0,3}(?:(?:ar|den ar|som ar|is|which is) (?:uppsagd|avstangd|nedlagd|gammal|dead|dod|no longer|disconnected|out of (?:use|"
    r"order)|fel)|ei ole enaa|(?:er )?(?:sagt op|oppsagt)|tas bort|galler inte|funkar inte|virker ikke|gilt nicht|"
    r"finns inte|no longer|has that|he has|ska (?:tas )?bort|anvands inte|is not (?:valid|in use))|"
    r"\s(?:ar|is|var|was|er) (?:mitt|min|my|det|vart|our|the) (?:gamla|gammalt|tidigare|forra|old|previous|former|gamle)"
)
REPLACED_BEFORE = re.compile(
    r"\b(?:ersatt\w*|byt(?:a|er|t)?|andra\w*|replac\w*|chang\w*|swap\w*|erstat\w*|udskift\w*|bytt|vaihd\w*|korva\w*|ersetz\w*|ander\w*)"
    rf"\s(?:(?:ut|fran|from|fra|pa|the|it|min|mitt|my|{_NUMBER})\s){{0,3}}\Z"
)
REPLACED_AFTER = re.compile(r"\s{0,3}(?:med|mot|till|with|for|to|til|durch|->|→)\s")

TO_CONFIGURE_BEFORE = re.compile(
    r"->[^\n]{0,50}\Z|\b(?:portera|portering|vidarekoppla|koppla|sparra|aktivera|sim-?kort\w*|"
    r"flytta (?:over )?(?:numret|nummer)|port)\b[^.\n]{0,40}\Z|"
    r"\b(?:svarsgrupp|huvudnummer|larmnum\w*|larmnr|testnum\w*|exempelnum\w*|test number)\b[^.\n]{0,25}\Z|"
    r"(?:bridge|dial-?in|one tap|conference|konferens|telefonmote)\b[^.\n]{0,15}\Z|"
    r"\b(?:ta bort|tas bort|radera|plocka bort|remove|delete|fjern|slett|slet)\s"
    r"(?:hans|hennes|deras|his|her|their|hendes|deres)\s(?:\w+\s){0,2}\Z"
)
TO_CONFIGURE_AFTER = re.compile(
    r",,\d|"  # a meeting's number that enters its own code
    r"\s(?:ska|skall|should|bor|must) (?:flyttas|porteras|kopplas|sparras|laggas|be (?:ported|moved|removed|added|forwarded))"
)
TO_CONFIGURE_ON_ITS_LINE = re.compile(r"->|svarsgrupp|rostbrevlada|vidarekoppl\w+")
REMOVED_IN_ITS_SENTENCE = re.compile(
    r"\b(?:hennes|hans|deras|her|his|their)\b[^.\n]{0,60}(?:\b(?:bort|tas bort|remov\w*|delet\w*|radera\w*))\b"
)
REMOVING = ("bort", "remov", "delet", "radera")
"""One of these stands in every sentence that `REMOVED_IN_ITS_SENTENCE` finds; looking for them first costs little."""

ADDRESS_TO_CONFIGURE = re.compile(
    r"\b(?:skapa\w*|lagg(?:a|er)? (?:upp|till|in)|ta bort|tas bort|radera\w*|stang(?:a|er)?|byt(?:a|er)? (?:losen|namn)|hanvisa\w*|"
    r"vidarebefordra\w*|svarsgrupp|rostbrevlada|inloggning|login|"
    r"(?:e-?post)?konto\w*|postlad\w*|brevlad\w*|mailbox\w*|mejlbox|alias|onskad|create|delete|remove|forward\w*|offboard\w*|redirect|"
    r"set up|postfach|leiten|loschen|slett\w*|opret\w*|opprett\w*|anlegen|einrichten|"
    r"slet\w*|fjern\w*|e-postkonto\w*|postboks|luo|poista\w*|meddelande till|bounce\w*|studs\w*|skickade? (?:till|fran)|sent (?:to|"
    r"from)|mails? (?:to|from)|mejl (?:till|fran)|kan inte (?:skicka|ta emot))\b"
)
ADDRESS_OF_THEIRS = re.compile(
    r"(?:\b(?:min|mitt|mina|my|mein\w*|min egen|hendes|hennes|hans|her|his)\s(?:\w+\s){0,2}(?:\w*adress\w*|e-?post\w*|mejl\w*|mail\w*|"
    r"e-?mail\w*|address)|"
    r"\b(?:registr\w+|rekister\w+|nas|nar mig|reach|nas pa|"
    r"svar(?:a|et)?\s(?:\w+\s){0,2}till|kopia till|confirm to|reply to|copy to|skriv till|anvandarnamn\w*|username))\b[^\n]{0,50}\Z"
)
FORMER_ADDRESS = re.compile(
    r"\b(?:gamla|gammal|tidigare|forra|old|former|previous|fran|alte|vanha|gamle|gammel)\b[^.\n]{0,30}\Z|"
    r"\b(?:gamla|gammal|tidigare|forra|old|former|previous|alte|vanha|gamle|gammel)\s[^.\n]{0,20}:?\s*\n\s*\Z"
)

_PERSON = (
    r"(?:agare\w*|innehavare\w*|ordforande\w*|kassor\w*|chef\w*|vd|kolleg\w*|medarbetar\w*|anstalld\w*|hyresgast\w*|hyresvard\w*|sambo\w*|"
    r"man|make|maka|fru|hustru|partner\w*|kund\w*|leverantor\w*|webbyra\w*|byra\w*|konsult\w*|granne\w*|kompanjon\w*|"
    r"(?:business )?partner|owner|holder|chair\w*|boss|colleague|employee|tenant|husband|wife|spouse|landlord|supplier|agency|director|"
    r"neighbou?r|customer|kollege|mitarbeiter\w*|inhaber\w*|mieter\w*|eier|ejer|leietaker|omistaja\w*)"
)
MENTIONED = re.compile(
    r"\b(?:"
    r"motpart\w*|motsidan\w*|svaranden?|opposing (?:party|counsel|side)|opponent|other (?:side|party)|gegner\w*|gegenseite|vastapuol\w*|"
    rf"(?:fore detta|f\.? ?d\.?|forra|forre|tidigare|avgangna|avliden|avlidn[ae]|bortgangn[ae]|former|previous|ex|late|deceased|"
    rf"ehemalig\w*|verstorben\w*|tidligere|afdod\w*|avdod\w*|entis\w*|entinen|edellinen|edesmennyt)[\s-](?:\w+\s){{0,1}}{_PERSON}|"
    r"exman|exfru|exsambo|exmake|exmaka|ex-?husband|ex-?wife|"
    r"nagon som (?:heter|kallar|sager|pastar)|en (?:person|man|kvinna|kille|tjej) som (?:heter|kallar|sager|pastar|ring\w+)|okan[dt]a? "
    r"(?:nummer|person|avsandare|man)|bedragar\w*|bluff\w*|nagon okand|someone (?:calling|claiming)|unknown (?:caller|number|sender)|"
    r"scammer\w*|spammer\w*|fraudster\w*|phishing\w*|betruger\w*|svindler\w*|huijar\w*|"
    r"(?:ringde|ringt|ringer|uppringd|samtal\w*|sms|mms|mejl\w*|mail\w*|e-?post|spam|skrappost|anrop\w*|nagon|brev) "
    r"(?:\w+ ){0,4}(?:fran|av)|"
    r"(?:calls?|called|rang|phoned|texts?|texted|messages?|e-?mails?|spam|junk) (?:\w+ ){0,4}from|"
    r"(?:anruf\w*|angerufen|e-?mails?|spam|nachricht\w*) (?:\w+ ){0,4}von|"
    r"(?:opkald|oppringning\w*|ringte|ringede|e-?post|mails?|besked) (?:\w+ ){0,4}fra|"
    r"(?:soitti|soitettu|puhelu\w*|viest\w+) (?:\w+ ){0,3}numerosta|"
    r"(?:deras|their|deres) (?:\w+ )?(?:sida|hemsida|webb\w*|sajt|annons\w*|butik|kundtjanst|"
    r"site|website|page|ad|shop|signature|hjemmeside)|"
    r"(?:er|ert|era|your) (?:tekniker|saljare|handlaggare|nummer|number|technician|salesman)|"
    r"mottagar(?:e|en|na)|recipients?|empfanger\w*|modtager\w*|mottaker\w*|vastaanottaj\w*|"
    r"till exempel|exempelvis|t\.? ?ex\.?|for example|e\.g\.|zum beispiel|z\. ?b\.|for eksempel|f\. ?eks\.?|esimerkiksi"
    r")(?![\w])"
)
"""Who is spoken of and is neither the sender nor somebody through whom the sender may be reached."""

SELF = re.compile(
    r"\b(?:jag|mig|mej|vi|oss|min|mitt|mina|var egen|undertecknad\w*|i|i'm|me|my|mine|we|us|ich|mich|mir|mein\w*|uns|jeg|meg|mitt|mina|"
    r"mit|minu\w*|minulle|meille)\b"
)
"""After these words the sender speaks of themselves again."""

CALLED_BY_SENDER = re.compile(
    r"\b(?:jag|vi|i|we|har) (?:har |have )?(?:ringde|ringt|forsokt (?:att )?(?:ringa|na)|called|tried (?:calling|to call))\s"
    r"(?:(?:er|till|upp|pa|numret|nummer|number|on|you|at|the)\s){0,3}\Z"
)
ON_A_PAGE_AFTER = re.compile(r"\s(?:\w+ )?(?:pa|on) (?:er|eran|your|deras|their) (?:hemsida|sida|webb\w*|website|site|page)")

BY_SENDER = re.compile(r"\b(?:jag|vi|i|we|ich|wir|jeg)\s\Z")
"""Before these words it is the sender who called or wrote."""

NOT_THEM_AFTER = re.compile(
    r"[^.\n]{0,90}\b(?:henne|honom|dem|dom|him|her|them|ihn|sie|ham|hende|henne)\b[^.\n]{0,30}\b(?:inte|ej|aldrig|not|never|nicht|ikke)\b"
)

RELATION = re.compile(
    r"\b(?:min|mitt|mina|var|vart|vara|hans|hennes|deras|my|our|his|her|their|mein\w*|unser\w*|sein\w*|ihr\w*|mit|vores|minun|for en|for) "
    r"(?:\w+ )?(?:man|make|makes|maka\w*|fru|frus|hustru\w*|sambo\w*|partner\w*|mamma\w*|mor|mors|pappa\w*|far|fars|"
    r"foraldr\w*|son|sons|dotter\w*|barn\w*|bror\w*|brors|syster\w*|mormor\w*|morfar\w*|farmor\w*|farfar\w*|kusin\w*|granne\w*|van|vans|kund|kunds|kunden|kundens|klient\w*|"
    r"huvudman\w*|anstalld\w*|medarbetare\w*|kollega\w*|medlem\w*|elev\w*|patient\w*|hyresgast\w*|personalen?|"
    r"husband\w*|wife\w*|spouse\w*|mother\w*|mum\w*|father\w*|dad\w*|parents?|daughter\w*|child\w*|brother\w*|sister\w*|client\w*|"
    r"customer\w*|employee\w*|colleague\w*|tenant\w*|member\w*|principal|patient\w*|student\w*|"
    r"mann|frau|mutter|vater|sohn|tochter|kind|bruder|schwester|mandant\w*|kunden?|mitarbeiter\w*|"
    r"kone|mand|datter|sonn|vaimo\w*|mies\w*|aiti\w*|isa\w*|poika\w*|tytar\w*|asiakk\w*)\b|"
    r"\b(?:hans|hennes|deras|his|her|their|hendes|hanen|seine?|ihre?)\s(?:\w+\s){0,1}(?:person\w*|pnr|national|fodsels\w*|cpr\S*|social|id\S*|samordn\w*)|"
    r"\b(?:mr|mrs|ms|herr|fru|dodsbo\w*|avlidn\w*|estate|representing|act for|behalf|foretrader|ombud for|fullmakt|for min|kunden|kundens|"
    r"klienten|patienten|eleven|den anstallde)\b"
)
"""Whose national number it may be instead; the sender's own follows "mitt personnummer" or stands without such words."""

OWN_NUMBER = re.compile(
    r"\b(?:jag|mig|mej|mitt|min|mina|undertecknad\w*|i|me|my|mine|ich|mein\w*|jeg|meg|mit|minu\w*)\s?[,(:]?\s?"
    r"(?:(?:eget|egna|svenska|own|swedish|full\w*|hela|nya|personal|eigene|eget)\s){0,2}"
    r"(?:person\w*|pnr|samordn\w*|national\w*|id\S*|identity|number|nr|nummer|fodd|born|cpr\S*|fodsels\w*|henkilo\w*|social\w*)?"
    r"(?:\s(?:ar|is|er|on|ist|lyder|number))?\s?[:,(=]?\s?\Z"
)
