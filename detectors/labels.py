"""The words in front of a number say what it is: "Tel", "personnr", "OCR", "kundnr"."""

import re
from enum import StrEnum
from functools import lru_cache

REACH = 48  # characters before a number in which its label is looked for


class Label(StrEnum):
    """What a label word calls the number that follows it."""

    PHONE = "phone"
    FAX = "fax"
    NATIONAL = "national"
    ORGANISATION = "organisation"
    OTHER = "other"


# In each row a word may stand with an ending; longer words first where one begins another.
WORDS: tuple[tuple[Label, str], ...] = (
    (Label.FAX, r"(?:tele-?)?fa(?:x|ks)(?:i|en|nummer|nr)?"),
    (
        Label.NATIONAL,
        r"person-?(?:al )?(?:identity )?n(?:umme)?re?t?|personn(?:umme)?re?t?|pers\.? ?(?:nr|no)|pnr|"
        r"person(?:al)? (?:identity )?(?:number|no)|"
        r"samordnings(?:nummer|nr)|co-?ordination (?:number|no)|födelsenummer|fodelsenummer|född|fodd|fødselsnummer|cpr|ssn|tax number|"
        r"personal id(?:entity)?|born|national id|identity number|firmatecknare(?: \d)?|sole (?:trader|proprietor)[\w ,]*",
    ),
    (
        Label.ORGANISATION,
        r"org(?:anisations?)?\.?(?:[- ]?(?:nr|nummer|no|num|number))?|organi[sz]ation(?:al)? (?:number|no)|reg(?:istration)?\.? ?(?:no|"
        r"nr|number)|"
        r"company (?:reg(?:istration)?\.? )?(?:number|no)|bolagsn(?:umme)?r",
    ),
    (
        Label.OTHER,
        r"faktura(?:n(?:umme)?r|numret)?|fakt\.?(?:nr)?|invoice(?: (?:no|number))?|inv|ocr(?:-?nr|-?nummer)?|kund-?(?:nr|nummer|id)|"
        r"kundnumret|tidigare kund|"
        r"customer(?: (?:no|number|id))?|kundennummer|asiakasnumero|kundenr|ärende(?:nr|nummer)?|arende(?:nr|nummer)?|ticket|case|"
        r"mål(?:nr)?|order(?:nr|nummer|-id| id)?|"
        r"beställning(?:snr|snummer)?|bestallning|ordre(?:nr|nummer)?|bestilling|bg|bankgiro(?:t|nr)?|pg|plusgiro(?:t|nr)?|postgiro|"
        r"iban|bic|swift|"
        r"konto(?:n(?:umme)?r|numret|nr)?|account(?: (?:no|number))?|clearing|avtals?(?:nr|nummer|-id)?|contract(?: (?:no|number))?|"
        r"ref(?:erens|erence)?(?:nr|nummer)?|your ref|our ref|kid|cvr(?:-?nr)?|y-?tunnus|hrb|steuernummer|ust-?id(?:nr)?|"
        r"serie(?:nr|nummer)|serial(?: (?:no|number))?|kolli(?:-?id|nummer|nr)?|spårning(?:snr|snummer)?|sparning|tracking(?: (?:no|"
        r"number|id))?|paket(?:nr|id)?|"
        r"artikel(?:nr|nummer)?|art\.?nr|varenr|item|ean|gtin|mac|ip|moms(?:nr|nummer|reg(?:nr)?)?|vat(?: (?:no|number))?|mva|cif|"
        r"diarien(?:umme)?r|dnr|"
        r"k(?:ey|od|oden)|jobb?(?:-?id)?|conf(?:erence)? id|conf|pin|fordran|skuld|löpnr|medlem(?:snr|snummer)?|member(?: (?:no|number))?|"
        r"policy(?:nr|nummer)?|försäkring(?:snr|snummer)|licens(?:nr|nyckel)?|license|version|v|firmware|fw|build|kvitto(?:nr)?|receipt|id|"
        r"report-id|message-id|certifikat|fingerprint|pgp|epp|anställningsn(?:umme)?r|pall|lgh|inventarie(?:nr)?|arbetsgivarintyg|"
        r"akt(?:nr)?|booking|bokning(?:snr|snummer)?|"
        r"transaktion(?:snr)?|betalning|payment|autogiro|swish(?:nummer|nr)?|queued as|port",
    ),
    (
        Label.PHONE,
        r"(?:hem|hus|jobb|arbets|privat|jour|kontakt|växel|direkt|mobil|kontors|butiks|support|central|kund(?:tjänst|service)s?|sms|call-?back|"
        r"kontor|service|sentral|privat|werk|büro|handy|rückruf|soitto|matka)-?(?:telefon\w*|tel|nummer|numret|nr|numero\w*)|"
        r"(?:phone|mobile|telephone|cell|contact|office|work|home|direct|main|landline|switchboard|call-?back|new|my|own|his|her|this|their|"
        r"toll[- ]free) (?:phone )?(?:number|no|nr)|"
        r"tel(?:efon|ephone|\.?nr)?(?:nummer|numret|nr|en|i)?|t(?:el)?fn|tlf|tfnnr|puh(?:elin)?(?:numeroni|numero|nro)?|numeroni|"
        r"mob(?:il|ile)?(?:en|nummer|numret|nr|telefon)?|cell|handy|ring(?:er|a|ing)?|ringa (?:till )?mig(?: på)?|n[åa]s(?: på)?|"
        r"nå (?:mig|oss)|når (?:mig|oss|du)|"
        r"phone|call|reach|reached|sms(?:a|:a)?|text|whatsapp|signal|växel(?:n)?|vaxel(?:n)?|vxl|direkt(?:nr|nummer)?|dir|desk|hotline|"
        r"line|"
        r"switchboard|sentralbord|vaihde|zentrale|durchwahl|rückruf|rufen|telefonisch|arb|hem|jour(?:en)?|kontoret|hemma|bostad|"
        r"nummer|numret|number|nr (?:är|ar)|ph|office|contact|kontakt|lyckas|lur(?:en)?|luren|slå|pling(?:a)?|på|on",
    ),
    (
        # Whatever else is called a number of something is that thing's.
        Label.OTHER,
        r"\w{2,30}(?:nummer|numret|nr|numero|nro|-id|_id|kod|koden|-nr|-no)|"
        r"(?:session|meeting|device|user|customer|reference|batch|lot|room|model|part|job|track|bank|form|page|check|file|report|line|rack|asset|"
        r"visit|confirmation|registration|reservation|claim|payment|security|pass)[- ]?(?:id|code|number|no|nr)|"
        r"probe|sensor|sond|node|nod|enhet|device|imei|iccid|imsi|passcode|meeting|session|sha\d*|md5|hash|uuid|guid|pid|uid|mid",
    ),
)
_ROWS = "|".join(rf"(?P<{label.value}_{place}>{words})" for place, (label, words) in enumerate(WORDS))
_LABEL = re.compile(rf"(?<![^\W\d_])(?:{_ROWS})(?![^\W\d_])")
_NEW_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ][^.:]*\s)")
_SHORT_PHONE = re.compile(r"(?:^|[\s|,;/(·•])(?:[mtpd]|h|a)[.:]\s*$", re.IGNORECASE)
_WEAK = frozenset(
    {"på", "on", "id", "v", "line", "contact", "kontakt", "text", "nummer", "numret", "number", "hem", "direkt", "konto", "avtal", "avtals"}
)
"""Everyday words that call a number something only when no stronger word stands nearby."""


def _named(found: re.Match[str]) -> Label:
    return Label((found.lastgroup or "other").partition("_")[0])


@lru_cache(maxsize=512)
def _label_in(before: str) -> Label | None:
    if _SHORT_PHONE.search(before):
        return Label.PHONE
    weak: Label | None = None
    for found in reversed(list(_LABEL.finditer(before.lower()))):
        if found.group() not in _WEAK:
            return _named(found)
        weak = weak or _named(found)
    return weak


def label_before(text: str, start: int) -> Label | None:
    """What the words just before offset `start` call the number there: on its line, else alone on the line above."""
    line = text.rfind("\n", 0, start) + 1
    begin = max(line, start - REACH)
    while line < begin and text[begin - 1].isalpha() and begin > start - 2 * REACH:
        begin -= 1  # no word is cut, for half a word may be another
    before = _NEW_SENTENCE.split(text[begin:start])[-1]
    if before.strip(" \t.:-–•*|>"):
        return _label_in(before)
    above = text[max(0, text.rfind("\n", 0, max(0, line - 1)) + 1, line - REACH) : max(0, line - 1)]
    return None if any(sign.isdigit() for sign in above) else _label_in(above) if above.rstrip().endswith(":") else None
