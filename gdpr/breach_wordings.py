"""The wordings by which people report that data went astray, in Swedish and English first, then the neighbours.

The patterns read folded text (see `request_rule.fold`); `<word>` stands for a group of words, a blank for any white space.
"""

import re
from dataclasses import dataclass

from gdpr.request_rule import compiled

_WORDS = {
    # what goes astray
    "sak": r"(?:\w*faktur\w*|\w*up+gift\w*|\w*avtal\w*|kontrakt\w*|\w*arende\w*|mail\w*|mejl\w*|e-?post\w*|\w*konto\w*|\w*adress\w*|"
    r"namn\b|\w*nummer|\w*kvitto\w*|\w*order\w*|\w*bestallning\w*|inloggning\w*|losenord\w*|\w*data\b|information\w*|\w*filer\w*|"
    r"\w*dokument\w*|lonespec\w*|brev\w*|\w*utdrag\w*|\w*export\w*|kundlist\w*|\w*register\w*)",
    "thing": r"(?:invoices?|bills?|details|data|information|accounts?|e-?mails?|addresses|address|names?|receipts?|orders?|contracts?|"
    r"passwords?|files?|documents?|tickets?|records?|letters?|exports?|customer lists?|statements?)",
    # whose it is
    "annans": r"(?:(?:nagon|nan|en|ett|en helt) annan(?:s| kunds?| persons?)|(?:en|ett) (?:helt )?annat foretags|andras|"
    r"andra (?:kunder|personer|anvandare|manniskor)s?|andra kunders|annan kunds?|nagon frammandes?)",
    "elses": r"(?:(?:some|any)(?:one|body) else'?s?|(?:an)?other (?:customer|client|person|user|compan|tenant)(?:'?s'?|ies'?|y's)?|"
    r"other people'?s?|a (?:different|complete stranger|stranger)(?: customer| person)?'?s?)",
    # how it was met
    "fick": r"(?:fatt|fick|far|mottagit|mottog|emottagit|skickat?|skickade|mailat|mejlat|se|ser|sag|sett|oppnade?|laddade|hittade?|"
    r"visa[sr]?|visades|visade|syns|syntes|synliga?|kom(?:mer)? at|tillgang till|inloggad (?:pa|i|som)|innehall(?:er|it|a)|ligger|"
    r"lag|bifogad\w*|dyker upp)",
    "got": r"(?:received|receive|got|get|getting|sent|e-?mailed|see|sees|seeing|saw|seen|view|access|shows?|shown|showing|display\w*|"
    r"logged in(?:to)?|contain\w*|includ\w*|downloaded|opened|open|found|attached|visible)",
    "ni": r"(?:ni|du|era?|ert|ftech|er (?:support|personal|kollega)|support(?:en)?|nagon hos er)",
    "you": r"(?:you|your (?:staff|support|team|company|colleague)|ftech)",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern that speaks of a breach: how loudly and why, and what tells that it is none."""

    score: float
    pattern: re.Pattern[str]
    reason: str
    unless: re.Pattern[str] | None = None


RECEIVED = "somebody received or saw what is another's"
LEAKED = "data is said to have leaked or to lie open"
MISSENT = "data is said to have gone to the wrong person"
REPORTED = "a personal-data breach is reported in so many words"

_OWN_SERVICE = (
    r"\b(?:hos oss|vart eget|var egen|vi har sjalva|i (?:var|vart|min|mitt) (?:egen|eget|webshop|butik|crm)|linkedin|facebook|adobe|"
    r"dropbox|haveibeenpwned|have i been pwned|minne\w*|memory|ram\b|cpu|vatten\w*|kund till oss|fungera\w*|funka\w*|works?|working|slow\w*|our own (?:customers?|system|service))"
)

ROWS: tuple[tuple[float, str, str, str], ...] = (
    (0.92, r"\b<fick>\b.{0,70}\b<annans>\b.{0,40}\b<sak>", RECEIVED, _OWN_SERVICE),
    (0.92, r"\b<annans> (?:\w+ ){0,3}<sak>.{0,60}\b(?:syns|visas|visades|syntes|synlig\w*|kom(?:mer)? upp|dyker upp|ligger|i min inbox|i min inkorg|skickad\w*|skickats|hamnat|till (?:mig|oss))\b", RECEIVED, _OWN_SERVICE),
    (0.9, r"\b<sak>\b.{0,40}\b(?:som )?(?:tillhor|galler|avser|ar stall[dt] till|var stall[dt] till|ar avsedd for|ska(?:ll)? till|var till|ar till|skulle till|ar menad for) (?:\w+ ){0,2}(?:nagon (?:helt )?annan\b|en (?:helt )?annan (?:kund|person|av era kunder)|andra kunder|nagon jag inte)", RECEIVED, _OWN_SERVICE),
    (0.92, r"\b<ni> (?:\w+ ){0,3}(?:skickat|skickade|mailat|mejlat|lamnat|lamnade|delat|rojt|skickats|gett|gav) (?:\w+ ){0,5}<sak>.{0,40}\btill (?:fel (?:person|kund|mottagare|foretag)|nagon annan|en annan (?:kund|person)|(?:en )?obehorig\w*|en frammande|en utomstaende)", MISSENT, _OWN_SERVICE),
    (0.9, r"\b(?:min|mitt|mina|var|vart|vara) (?:\w+ ){0,2}<sak>.{0,60}\b(?:hamnat|skickats|skickades|gatt|gick|kommit) (?:\w+ ){0,2}(?:hos|till) (?:fel (?:person|kund|mottagare|foretag)|nagon annan|en annan (?:kund|person)|obehorig\w*)", MISSENT, _OWN_SERVICE),
    (0.92, r"\b(?:era?|ert|ftechs) (?:\w+ ){0,3}(?:\w*up+gifter|\w*data|\w*databas\w*|kundregister|losenord|backup\w*|dump\w*|portal\w*|personnummer)\b.{0,60}\b(?:har lackt|lackt ut|lacker|lackta|ligger (?:helt )?(?:oppet|oppen|oppna|ute|publikt)|ar (?:exponera\w+|publik\w*|oppet tillganglig\w*)|publicerats|gar att (?:na|ladda ner) utan)", LEAKED, _OWN_SERVICE),
    (0.9, r"\b(?:min|mina|mitt|vara|vart|var) (?:\w+ ){0,3}(?:\w*up+gifter|\w*data|personnummer|losenord|\w*adress)\b.{0,40}\b(?:har lackt|lackt|lackt ut|ligger ute|ligger oppet|ar offentlig\w*|exponerats|spridits)\b.{0,60}\b(?:hos er|fran er|av er|i er|pa er|via er|ert|era|ftech)\b", LEAKED, _OWN_SERVICE),
    (0.9, r"\b<ni> (?:\w+ ){0,2}(?:har )?(?:lackt|lacker|rojt|exponerar|exponerat) (?:\w+ ){0,4}(?:\w*up+gifter|\w*data|personnummer|adress\w*|losenord)", LEAKED, _OWN_SERVICE),
    (0.92, r"\b(?:anmala|anmaler|rapportera\w*|uppmarksamma er pa|upptackt|upptackte|intraffat|skett|haft|raka\w* ut for|informera er om)\b.{0,50}\b(?:personuppgifts?incident\w*|dataintrang\w*|datalack\w*|gdpr-?incident\w*|lacka av personup+gift\w*|personuppgiftslack\w*)(?!\w*avtal)", REPORTED, _OWN_SERVICE),
    (0.92, r"\b(?:personuppgifts?incident\w*|dataintrang\w*|datalack\w*|personuppgiftslack\w*)\b.{0,40}\b(?:har (?:intraffat|skett|upptackts)|hos er|i ert|i era|pa er)\b", REPORTED, _OWN_SERVICE),
    (0.92, r"\b<got>\b.{0,70}\b<elses> (?:\w+ ){0,3}<thing>\b", RECEIVED, _OWN_SERVICE),
    (0.9, r"\b<got>\b.{0,60}\b<thing>\b.{0,50}\b(?:belong(?:s|ing|ed)? to|addressed to|intended for|meant for|of|for) <elses>", RECEIVED, _OWN_SERVICE),
    (0.9, r"\b<thing>\b.{0,30}\b(?:belong(?:s|ing|ed)? to|(?:is|was|are|were) (?:\w+ )?(?:addressed to|intended for|meant for)) <elses>", RECEIVED, _OWN_SERVICE),
    (0.9, r"\b<elses> (?:\w+ ){0,3}<thing>.{0,60}\b(?:(?:is|are|was|were) (?:\w+ )?(?:visible|shown|displayed|exposed|listed|accessible|attached|sent to (?:me|us)))\b", RECEIVED, _OWN_SERVICE),
    (0.92, r"\b<you> (?:\w+ ){0,3}(?:sent|e-?mailed|disclosed|shared|forwarded|gave|leaked) (?:\w+ ){0,4}(?:my|our) (?:\w+ ){0,3}<thing>.{0,40}\bto (?:the wrong (?:person|customer|recipient|address|company)|<elses>)", MISSENT, _OWN_SERVICE),
    (0.92, r"\b(?:my|our|your customers?'?|customers?'?|clients?'?|your client) (?:\w+ ){0,3}(?:data|details|information|passwords?|database|records|backup)\b.{0,40}\b(?:(?:has|have|had|was|were|is|are|been|being) ){0,3}(?:\w+ )?(?:leaked|exposed|publicly (?:accessible|visible|available)|open to (?:anyone|everyone|the internet))\b.{0,80}\b(?:you|your|ftech)\b", LEAKED, _OWN_SERVICE),
    (0.92, r"\b(?:your|ftech'?s?) (?:\w+ ){0,3}(?:database|backup|server|bucket|portal|panel|control panel|site|website|customer list|system|api)\b.{0,50}\b(?:expos(?:es|ed|ing)|leak(?:s|ed|ing)|(?:is|are|was) publicly (?:accessible|available|visible)|open to (?:anyone|everyone|the internet))\b(?!.{0,20}memory)", LEAKED, _OWN_SERVICE),
    (0.92, r"\b(?:report|reporting|notify you (?:of|about)|inform you (?:of|about)|alert you (?:of|to|about)|discovered|noticed|suffered|had) (?:\w+ ){0,3}(?:personal )?(?:data|privacy|security|gdpr) (?:breach|leak|incident)\b", REPORTED, _OWN_SERVICE),
    # Norwegian and Danish
    (0.9, r"\b(?:fatt|fikk|fik|faet|mottatt|modtaget|ser|se|sendt|vises|vist)\b.{0,60}\b(?:noen andres|nogen andres|andres|en annen (?:kunde|person)s|en anden (?:kunde|person)s|andre kunders)\b.{0,40}\b(?:faktura\w*|opplysninger|oplysninger|\w*data|personopplysninger|konto\w*|kontrakt\w*|e-?post\w*|mail\w*|ordre\w*|kvittering\w*)", RECEIVED, ""),
    (0.9, r"\b(?:sendt|sendte|delt|utlevert|udleveret)\b.{0,40}\b(?:mine?|mitt|vare?|vores)\b.{0,40}\b(?:til feil (?:person|kunde|mottaker)|til en annen (?:kunde|person)|til en anden (?:kunde|person)|til (?:den )?forkerte?|til uvedkommende)", MISSENT, ""),
    (0.9, r"\b(?:melde|meldar|rapportere|anmelde|oppdaget|opdaget|skjedd|sket)\b.{0,40}\b(?:brudd pa personopplysningssikkerheten|personvernbrudd|datalekkasje|brud pa persondatasikkerheden|databrud|datalaek\w*)", REPORTED, ""),
    # German
    (0.9, r"\b(?:erhalten|bekommen|bekam|sehe|sehen|gesehen|zugeschickt|geschickt|angezeigt|sichtbar)\b.{0,80}\b(?:fremde[nrs]?|(?:eines |einer |von )?anderen? (?:kunden?|person)|anderer (?:kunden|personen))\b.{0,40}\b(?:rechnung\w*|\w*daten|vertrag\w*|konto\w*|e-?mails?|bestellung\w*|adress\w*)", RECEIVED, ""),
    (0.9, r"\b(?:rechnung\w*|daten|kundendaten|vertrag\w*|e-?mails?)\b.{0,30}\b(?:eines|einer|von) anderen? (?:kunden?|person|kundin)\b.{0,60}\b(?:erhalten|bekommen|zugeschickt|geschickt|gesehen|sehen|sichtbar|angezeigt)", RECEIVED, ""),
    (0.9, r"\bfremde[nrs]? (?:rechnung\w*|\w*daten|vertrag\w*|e-?mails?|adress\w*)\b.{0,60}\b(?:erhalten|bekommen|zugeschickt|geschickt|gesehen|sehen|sichtbar|angezeigt)", RECEIVED, ""),
    (0.9, r"\b(?:melden?|meldung|entdeckt|festgestellt|mitteilen)\b.{0,50}\b(?:datenpanne|datenleck|datenschutzverletzung|datenschutzvorfall)|\b(?:datenpanne|datenleck|datenschutzverletzung|datenschutzvorfall)\b.{0,40}\b(?:melden|bei ihnen|in ihrem)", REPORTED, ""),
    # Finnish
    (0.9, r"\b(?:sain|saimme|saanut|saatu|naen|nakyy|nakyvat|nain|lahetitte|lahetetty)\b.{0,60}\b(?:toisen (?:asiakkaan|henkilon|yrityksen)|muiden (?:asiakkaiden|henkiloiden|ihmisten)?|jonkun (?:toisen|muun)) ?(?:\w+ ){0,2}(?:lasku\w*|tieto\w*|tiedot|henkilotie\w*|sopimu\w*|sahkoposti\w*|tilau\w*)", RECEIVED, ""),
    (0.9, r"\b(?:ilmoit\w+|havaits\w+|huomas\w+|tapahtu\w+)\b.{0,40}\b(?:tietovuo\w*|tietoturvaloukkau\w*|tietosuojaloukkau\w*)|\b(?:tietovuo\w*|tietoturvaloukkau\w*)\b.{0,30}\b(?:teilla|teidan|jarjestelmassanne)", REPORTED, ""),
)  # fmt: skip
"""Score, pattern, reason, and the words that tell that something else is meant ("" for none)."""

WORDINGS: tuple[Wording, ...] = tuple(
    Wording(score, compiled(pattern, _WORDS), reason, re.compile(unless) if unless else None) for score, pattern, reason, unless in ROWS
)

ASKS_ONLY = re.compile(
    r"\b(?:hur (?:hanterar|gor|arbetar|skyddar|sakerstaller|rapporterar|anmaler)|vad hander om|vad gor ni (?:om|vid|nar)|har ni (?:nagon "
    r"gang )?(?:haft|rutin)|rutin(?:er)? for|om (?:det|ni|nagon) skulle|risken? (?:for|att)|for att undvika att|sa att (?:inte|ingen)|"
    r"skydda (?:er|ditt|din|sig|mot)|how (?:do|would|will) you (?:handle|report|deal|protect|notify)|what happens if|"
    r"have you (?:ever )?(?:had|suffered)|in (?:the )?(?:case|event) of|in case|procedure|to avoid|prevent\w*|protect (?:your|against)|"
    r"risk of|make sure (?:that )?no|vill inte att|jag ar radd att|oroar|worried that)\b"
)
"""A sentence that asks or fears, and reports nothing."""
