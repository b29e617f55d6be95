"""Is a mail a robot's? Such a mail is seen, kept and never answered.

RFC 3834 (Auto-Submitted), RFC 3464 (delivery reports), RFC 8098 (read receipts), RFC 5546 (calendar answers), RFC 2919 and 2369 (lists).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from detectors.finding import Origin
from gdpr.message import Message


@dataclass(frozen=True, slots=True)
class Screening:
    """Whether a mail is automatic, which kind of robot sent it, and how that shows; kind "" is a person's mail."""

    auto: bool = False
    reason: str = ""
    kind: str = ""


Test = Callable[[Message], bool]
_HEAD = 1500  # characters of the body in which a robot introduces itself


def _any(*words: str) -> re.Pattern[str]:
    """Words in lower case, to be looked for in text in lower case: that is far quicker than a pattern that minds no case."""
    return re.compile("|".join(words))


_BOUNCE_SUBJECT = _any(
    r"undeliver(?:ed|able)|non-?deliver|not delivered|delivery (?:status|failure|failed|error|problem|report|has failed|notification|"
    r"incomplete)",
    r"returned mail|mail returned|returned to sender|(?:message|mail|e-mail) (?:delivery )?(?:failed|failure|error|delayed|undeliverable)",
    r"failure notice|failed delivery|delivery\b.{0,20}\b(?:failed|delayed|suspended)|could not be delivered|can ?not be delivered",
    r"warning: (?:message|could not send)|mail system error|nondeliverable|unzustellbar|kunde(?: inte)? levereras|"
    r"kan(?:de)? inte (?:levereras|skickas)",
    r"olevererbar|oleverer|fördröjd leverans|försenad leverans|unable to deliver|problème de remise|kan ikke leveres|kunne ikke leveres|"
    r"ulever",
    r"toimitus epäonnistui|toimittaminen epäonnistui|nicht zugestellt|zustellung|mailbox (?:full|unavailable)$|returned mail|"
    r"status: undelivered",
    r"your (?:message|e?-?mail).{0,40}(?:not|n't) (?:be )?(?:delivered|received)|message undeliverable|message you sent (?:was )?blocked",
    r"permanent error|bounce[d]? mail|non remis|devuelto|mislukt|delivery final failure|message status|notification d.{1,3}tat",
)
_BOUNCE_BODY = _any(
    r"could not be delivered|delivery to the following recipients? (?:has been )?(?:failed|delayed|aborted)|"
    r"address(?:es)? had (?:permanent|transient)",
    r"this is the (?:mail system|postfix)|user (?:unknown|doesn't have)|i'm afraid i wasn't able to deliver|was not delivered to|"
    r"undeliverable",
    r"unable to deliver|550[ -]5\.\d\.\d|failed permanently|no such user|mailbox (?:is )?(?:full|unavailable|not found)|"
    r"could ?n.t be delivered",
    r"account (?:has been )?(?:disabled|expired)|kunde inte levereras|not able to deliver|recipient.{0,30}(?:rejected|unknown)",
)
_BOUNCE_SENDER = re.compile(
    r"\W?(?:mailer[-_.]?daemon|mail[-_. ]?delivery|system administrator|post ?master|mail-?administrator|mailadmin|mmdf|uucp|mdaemon|"
    r"bounce)",
    re.IGNORECASE,
)
_RECEIPT_SUBJECT = _any(
    r"^(?:läst|read|gelesen|lest|læst|luettu|return receipt|läskvitto|kvittens|ej läst|not read|deleted|borttaget)(?: \(.{1,20}\))?:"
)
_CALENDAR_SUBJECT = _any(
    r"^(?:(?:accepterat|accepterad|accepted|avböjt|avböjd|tackat nej|declined|tentative(?:ly accepted)?|preliminärt|preliminär|afvist|"
    r"accepteret|foreløbigt"
    r"|akseptert|godtatt|avslått|foreløpig|zugesagt|abgesagt|abgelehnt|angenommen|mit vorbehalt|hyväksytty|hylätty|alustavasti|"
    r"new time proposed|"
    r"nytt förslag|ny tid föreslagen|cancell?ed|inställt|avlyst))[^:]{0,20}:",
)
_AUTO_REPLY_SUBJECT = _any(
    r"^(?:re: |sv: |vs: |aw: )?\[?(?:auto(?:-?matiskt|-?svar|-?reply|-?response)|out of (?:the )?office|ooo\b|frånvaro)",
    r"^(?:semester(?:hälsning|svar|meddelande)|away from|vacation (?:reply|response)|abwesen|fravær|ferie|poissa|lomalla|"
    r"automaattivastaus|på semester)",
    r"automatiskt svar|automatic reply|automatische antwort|automatisk svar|automaattinen vastaus|autoreply|auto-reply|"
    r"frånvaromeddelande|abwesenheitsnotiz",
    r"fraværsmelding|poissaoloviesti|out-of-office|thank you for contacting|tack för (?:ditt|att du (?:kontakt|hör))|"
    r"vi har (?:tagit )?emot(?:tagit)? ditt",
    r"we(?:'ve| have) received your|ärende.{0,30}(?:registrerat|mottaget|skapat)|ticket.{0,30}(?:received|created|opened)",
)
_AUTO_REPLY_BODY = _any(
    r"(?:det här|detta) är ett (?:automatiskt|auto)[- ]?(?:svar|genererat)|this is an auto(?:mated|matic|-generated|"
    r"reply)[\w ]{0,20}(?:reply|response)",
    r"(?:jag|vi) (?:är|har) (?:på |just nu på |just nu )?(?:semester|ledig|föräldraledig|tjänstledig|sjukskriven|tjänsteresa|"
    r"ute på resa)[\w ]{0,20}(?:till|t\.?o\.?m|fram|och läser)",
    r"inte på kontoret|i(?:'m| am)(?: currently)? (?:out of|away from)(?: the| my)? (?:office|desk)|i(?:'m| am) on (?:annual |parental |"
    r"sick )?(?:leave|vacation|holiday)",
    r"nicht im (?:büro|haus)|derzeit nicht erreichbar|im urlaub|er på ferie|har ferie|er ikke på kontoret|en ole (?:paikalla|"
    r"tavoitettavissa)|olen lomalla",
    r"ikke til stede|(?:no longer|inte längre|slutat|arbetar inte) (?:works?|employed|kvar|at|hos|på)[\w .,]{0,60}(?:mailbox|mail|"
    r"adress|address)",
)
_FORM = 6000  # characters in which a form has its fields
_AWAY = (
    *("auto", "semester", "ledig", "tjänst", "sjuk", "kontoret", "inte längre", "slutat", "arbetar inte", "ferie", "stede"),
    *("office", "desk", "leave", "vacation", "holiday", "no longer", "büro", "haus", "erreichbar", "urlaub"),
    *("paikalla", "tavoitettavissa", "lomalla"),
)
"""Words one of which stands in every absence note: looked for first, for it costs little."""
_LONGEST_AUTO_REPLY = 1200
_MACHINE_SENDER = re.compile(
    r"(?:no-?_?reply|do-?not-?reply|donotreply|svara-?(?:ej|inte)|noreply-?\w*|nagios|zabbix|cron|root|monitor(?:ing)?|"
    r"alert(?:s|er)?|backup|daemon|notification[s]?|notifier|automail|system|logwatch|fail2ban|certbot|dmarc\w*)(?:[+._-]\w+)?\Z",
    re.IGNORECASE,
)
_MACHINE_BODY = _any(
    r"(?:det här|detta) är ett automatiskt|(?:automatiskt|auto-?) ?(?:meddelande|genererat|skickat|utskick)|automated (?:message|"
    r"e-?mail|notification)",
    r"(?:kan|går) inte (?:att )?(?:svara|besvara)|svara inte|do(?:n't| not) reply|automatically generated|generated automatically|"
    r"ikke svare|nicht (?:auf diese|antworten)",
    r"automaattinen viesti|älä vastaa",
)
_NEWSLETTER_BODY = _any(
    r"avregistrera|avprenumerera|unsubscribe|avbeställ|meld (?:deg|dig) av|afmeld|abmelden|abbestellen|newsletter abbestellen|"
    r"peruuta tilaus|view (?:this|in) (?:e?mail|browser)",
)
_CAMPAIGN_SENDER = re.compile(r"(?:nyhetsbrev|newsletter|news|kampanj|marketing|events?|info-?mail|utskick)\Z", re.IGNORECASE)
_FORM_WORDS = _any(r"kontaktformul|webbformul|contact form|web ?form|via formul|kontaktskjema|kontaktformular|yhteydenottolomake|formular")
_FIELD = re.compile(
    r"^[ \t*>]{0,8}(?:(?:för|efter|full(?:ständigt)? )?namn|(?:first|last|full|your)? ?name|navn|nimi|vorname|nachname|"
    r"e-?post(?:adress)?|e-?mail(?: address)?|"
    r"telefon|phone|mobil|meddelande|message|fråga|ämne|subject|beskjed|besked|nachricht|viesti)[ ]*(?:[:.…\t]|[ ]{2,}|$)",
    re.IGNORECASE | re.MULTILINE,
)
_ON_BEHALF = _any(
    r"on behalf of|authori[sz]ed us|acting for|we act for|företräder|för .{2,40} räkning|"
    r"enligt (?:digitalt? )?(?:undertecknad )?fullmakt|ombud för|"
    r"im (?:namen|auftrag) (?:von|unser)|på vegne av|på vegne af|puolesta|the request comes from a real person",
)
_RIGHT = (
    *("gdpr", "dsgvo", "dataskydd", "personuppgift", "personal data", "data protection", "personvern", "databeskyttelse"),
    *("tietosuoja", "personenbezogen", "privacy rights"),
)
_ASKS = (
    *("erase", "delete", "radera", "radering", "copy of", "access", "utdrag", "opt out", "opting out", "object", "invänd", "begär"),
    *("request", "slett", "lösch", "auskunft", "innsyn", "indsigt", "poist"),
)


def _says(text: str, words: Iterable[str]) -> bool:
    return any(map(text.__contains__, words))


def _local(message: Message) -> str:
    return message.sender.address.partition("@")[0] if message.sender else ""


def _report(message: Message) -> str:
    found = re.search(r"report-type=\"?([\w-]+)", message.header("content-type"), re.IGNORECASE)
    return found[1].lower() if found else ""


def _has_part(message: Message, *types: str) -> bool:
    return any(attachment.content_type.lower().startswith(types) for attachment in message.attachments)


def _head(message: Message) -> str:
    return message.written_by(Origin.AUTHOR, Origin.SIGNATURE)[:_HEAD] or message.text[:_HEAD]


def _auto_submitted(message: Message) -> str:
    return message.header("auto-submitted").partition(";")[0].strip().lower()


def _precedence(message: Message) -> str:
    return message.header("precedence").strip().lower()


def _null_return_path(message: Message) -> bool:
    return message.header("return-path").strip() == "<>"


def _is_bounce(message: Message) -> bool:
    if _report(message) == "delivery-status" or _has_part(message, "message/delivery-status") or message.header("x-failed-recipients"):
        return True
    from_daemon = bool(_BOUNCE_SENDER.match(_local(message))) or message.sender is None
    if from_daemon or _null_return_path(message):
        return _stands_in(_BOUNCE_SUBJECT, message.subject) or _stands_in(_BOUNCE_BODY, message.text)
    return not message.in_reply_to and _stands_in(_BOUNCE_SUBJECT, message.subject) and _stands_in(_BOUNCE_BODY, message.text)


def _stands_in(pattern: re.Pattern[str], text: str) -> bool:
    """Whether it stands in the beginning of a text, in small or capital letters."""
    return pattern.search(text[:_HEAD].lower()) is not None


def _is_receipt(message: Message) -> bool:
    return _report(message) == "disposition-notification" or (
        bool(_RECEIPT_SUBJECT.search(message.subject.lower())) and (_null_return_path(message) or len(message.text) < _LONGEST_AUTO_REPLY)
    )


def _is_calendar_answer(message: Message) -> bool:
    if not _has_part(message, "text/calendar") and "text/calendar" not in message.header("content-type"):
        return False
    replies = any(b"METHOD:REPLY" in attachment.content for attachment in message.attachments if attachment.content_type == "text/calendar")
    return replies or bool(_CALENDAR_SUBJECT.search(message.subject.lower()))


def _says_auto_reply(message: Message) -> bool:
    return (
        _auto_submitted(message).startswith("auto-replied")
        or _precedence(message) in ("auto_reply", "auto-reply")
        or any(message.header(name) for name in ("x-autoreply", "x-autorespond", "x-autoresponder", "x-autogenerated", "x-mail-autoreply"))
        or "vacation" in message.header("x-mailer").lower()
    )


def _looks_auto_reply(message: Message) -> bool:
    subject, body = message.subject.lower(), _head(message).lower()
    if "?" not in subject and _AUTO_REPLY_SUBJECT.search(subject):
        return True
    if "?" in body or len(body) >= _LONGEST_AUTO_REPLY or not _says(body, _AWAY):
        return False
    return _AUTO_REPLY_BODY.search(body) is not None


def _is_list(message: Message) -> bool:
    named = bool(message.header("list-id")) and _precedence(message) != "bulk"
    return named or bool(message.header("list-post") or message.header("mailing-list")) or _precedence(message) == "list"


def _is_newsletter(message: Message) -> bool:
    if message.header("list-unsubscribe") or message.header("list-id"):
        return True
    campaign = bool(_CAMPAIGN_SENDER.search(_local(message))) or _precedence(message) in ("bulk", "junk")
    return campaign and bool(_NEWSLETTER_BODY.search(message.text[-_FORM:].lower()))


def _is_machine(message: Message) -> bool:
    stated = _auto_submitted(message)
    if (stated and stated != "no") or _precedence(message) in ("bulk", "junk"):
        return True
    if not _MACHINE_SENDER.match(_local(message)):
        return False
    return _MACHINE_BODY.search(message.text[:_FORM].lower()) is not None or _report_only(message)


def _report_only(message: Message) -> bool:
    packed = _has_part(message, "application/gzip", "application/zip", "application/tlsrpt")
    return packed or _NEWSLETTER_BODY.search(message.text[-_FORM:].lower()) is not None


def _is_web_form(message: Message) -> bool:
    fields = {found.group().strip(" :.…*>\t\n").lower() for found in _FIELD.finditer(message.text[:_FORM])}
    return len(fields) >= 3 or (len(fields) >= 2 and bool(_FORM_WORDS.search((message.subject + message.text[:300]).lower())))


def _speaks_for_somebody(message: Message) -> bool:
    """A privacy service that uses somebody's rights for them: automatic or not, a request that must be answered (I10)."""
    text = (message.own_text or message.text)[:_FORM].lower()
    return _says(text, _RIGHT) and _says(text, _ASKS) and _ON_BEHALF.search(text) is not None


# In order; the first test that holds counts.
TESTS: tuple[tuple[str, str, Test], ...] = (
    ("bounce", "a delivery report (RFC 3464, or a mail server's own form)", _is_bounce),
    ("receipt", "a read receipt (RFC 8098)", _is_receipt),
    ("calendar", "a calendar's answer to an invitation (RFC 5546)", _is_calendar_answer),
    ("", "a request that a service makes on somebody's behalf", _speaks_for_somebody),
    ("auto_reply", "marked as an automatic reply (RFC 3834)", _says_auto_reply),
    ("list", "sent through a mailing list (RFC 2919)", _is_list),
    ("", "a web form that a person filled in", _is_web_form),
    ("newsletter", "a newsletter with a way to leave it (RFC 2369)", _is_newsletter),
    ("auto_reply", "says of itself that it is an automatic reply", _looks_auto_reply),
    ("machine", "a machine's notice", _is_machine),
)


def screen(message: Message) -> Screening:
    """Whether a robot sent the mail; a robot is never answered (RFC 3834)."""
    for kind, reason, holds in TESTS:
        if holds(message):
            return Screening(bool(kind), reason, kind)
    return Screening()
