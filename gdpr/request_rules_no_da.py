"""How requests are worded in Norwegian and Danish (law.md R4)."""

from gdpr.request_rule import rules
from gdpr.requests import RequestKind as Kind

WORDS = {
    "art": r"art(?:\.|ikkel|ikel)?",
    "data": r"(?:person|kunde|kontakt)?(?:opplysning\w*|oplysning\w*|data\w*|informasjon\w*|information\w*|info)",
    "my": r"min|mitt|mit|mine|hans|hendes|hennes|alle|samtlige",
    "about_me": r"om (?:meg|mig|oss|os|ham|hende|henne)|(?:vedr\w*|angaende|knyttet til) (?:meg|mig|min \w+)",
    "you_have": r"(?:dere|i|de|ftech) (?:har|lagrer|har lagret|behandler|oppbevarer|opbevarer|sitter pa|ligger inde med)",
    "erase": r"slett\w*|slet(?:te|tet|tes|ning\w*)?\b|fjern\w*|glem\w*|avmeld|makuler\w*",
    "ads": r"reklame\w*|nyhetsbrev\w*|nyhedsbrev\w*|markedsforing\w*|tilbud\w*|salgsopp?ring\w*|salgsopkald|spam",
    "consent": r"samtykke\w*|tillatelse\w*|tilladelse\w*",
    "officer": r"personvernombud\w*|databeskyttelsesradgiver\w*|dpo",
    "authority": r"datatilsynet|imy|tilsynsmyndighet\w*|tilsynsmyndighed\w*",
}

_ASKED = (
    (Kind.ACCESS, 0.95, r"<art> ?15\b|rett til innsyn|ret til indsigt|innsynsbegjaring|begjaring om innsyn|anmodning om indsigt|indsigtsanmodning", "names the right of access"),
    (Kind.ACCESS, 0.92, r"(?:innsyn|indsigt|kopi|se|vite|vide|fa|udlever\w*|utlever\w*|send).{0,60}(?:<data>.{0,60}<about_me>|<you_have>.{0,40}<about_me>|(?:mine|alle) <data>)", "asks for what is stored about them"),
    (Kind.ACCESS, 0.9, r"(?:hva|hvad|hvilke\w*).{0,40}<you_have>.{0,30}<about_me>|hvilke\w* <data>.{0,60}<about_me>", "asks what is stored about them"),
    (Kind.PORTABILITY, 0.95, r"<art> ?20\b|dataportabilitet", "names portability"),
    (Kind.ERASURE, 0.95, r"<art> ?17\b|rett(?:en)? til sletting|ret(?:ten)? til sletning|(?:retten? til a|ret til at) bli(?:ve)? glemt", "names the right to erasure"),
    (Kind.ERASURE, 0.92, r"<erase>.{0,50}(?:(?:<my>) (?:\w+ ){0,2}<data>|<data> <about_me>|<you_have>.{0,30}<about_me>|alt (?:om|dere har|i har)|(?:mitt|mit|min) (?:navn|profil|bruker\w*))", "asks that data about them be erased"),
    (Kind.ERASURE, 0.9, r"(?:<my>) (?:\w+ ){0,2}<data>.{0,40}(?:<erase>|vak|vekk|bort)|(?:sletting|sletning) af? (?:mine|alle)|sletning av|\b(?:bli|blive) (?:slettet|slettes|fjernet)\b", "asks that their data be erased"),
    (Kind.ACCESS, 0.82, r"hvor har (?:i|dere) (?:\w+ )?(?:mit|mitt|min|mine)\b", "asks where their data came from"),
    (Kind.RECTIFICATION, 0.92, r"<art> ?16\b|(?:rett\w*|korriger\w*|oppdater\w*|opdater\w*|endre|andr\w*).{0,40}(?:(?:mine|mit|mitt|min) (?:\w+ ){0,1}(?:<data>|navn|adresse|etternavn|efternavn|kundeprofil))|<data>.{0,30}(?:er feil|er forkerte?|ikke stemmer|passer ikke)", "asks that their data be put right"),
    (Kind.RESTRICTION, 0.92, r"<art> ?18\b|begrens\w+ (?:av )?behandling\w*|begrans\w+ (?:af )?behandling\w*", "names restriction"),
    (Kind.OBJECTION, 0.9, r"<art> ?21(?:[.(] ?1\)?)?\b(?![.( ]{1,2}[23])|(?:protester\w*|innsigelse|indsigelse|motsetter|modsatter|gor indsigelse).{0,60}(?:behandling\w*|profilering\w*|<data>|berettiget)", "objects to a use of their data"),
    (Kind.WITHDRAW_CONSENT, 0.93, r"(?:trekk\w*|trakk\w*|tilbakekall\w*|tilbagekald\w*|angre\w*|fortryd\w*).{0,40}<consent>|<consent>.{0,30}(?:tilbake|tilbage)", "takes their consent back"),
    (Kind.MARKETING_OPTOUT, 0.9, r"(?:ikke|ingen|stopp?|slutt\w*|avslutt\w*|afmeld\w*|meld meg av|frabed\w*).{0,50}<ads>|meld (?:meg|mig|deg) (?:av|fra)|^\W*(?:afmeld|avmelding)\W*$", "wants no more advertising"),
    (Kind.DPA, 0.92, r"databehandleravtale\w*|databehandleraftale\w*|underdatabehandler\w*|<art> ?28\b", "speaks of a data processing agreement"),
    (Kind.DPO_QUESTION, 0.88, r"(?:hvem|kontakt\w*|navn\w*|sporsmal til).{0,40}<officer>", "asks about the data protection officer"),
    (Kind.COMPLAINT, 0.9, r"(?:klag\w*|anmeld\w*|melde?).{0,40}<authority>|<authority>.{0,40}(?:klag\w*|anmeld\w*)|brudd pa person\w*|brud pa person\w*|personopplysningssikkerhet\w*", "complains, or says they will, to the authority"),
    (Kind.COMPLAINT, 0.85, r"(?:sendte|lekket|lakket|utlevert|udleveret|delt).{0,120}(?:mitt|mit|mine|min)?.{0,60}(?:til en (?:helt )?(?:annen|anden) kunde|til (?:feil|forkerte?) person)", "their data got out"),
    (Kind.POLICY_QUESTION, 0.82, r"(?:hvor lenge|hvor lange|hvor langt|hvor).{0,30}(?:lagrer|lagres|oppbevar\w*|opbevar\w*|gemmer|gemmes).{0,60}(?:<data>|mail\w*|e-post\w*|backup\w*|log\w*)", "asks how data is kept"),
)

RULES = rules(WORDS, _ASKED)
