"""How robots write, in six languages: the words by which an automatic mail is told, read in lower case."""

import re

from detectors.word_tables import any_of, one_of

RECEIPT_SUBJECT = re.compile(
    "^"
    + one_of(r"""
    läst
    read
    gelesen
    lest
    læst
    luettu
    return receipt
    läskvitto
    kvittens
    ej läst
    not read
    deleted
    borttaget
""")
    + r"(?: \(.{1,20}\))?:"
)

CALENDAR_SUBJECT = re.compile(
    "^"
    + one_of(r"""
    accepterat
    accepterad
    accepted
    avböjt
    avböjd
    tackat nej
    declined
    tentative(?:ly accepted)?
    preliminärt
    preliminär
    afvist
    accepteret
    foreløbigt
    akseptert
    godtatt
    avslått
    foreløpig
    zugesagt
    abgesagt
    abgelehnt
    angenommen
    mit vorbehalt
    hyväksytty
    hylätty
    alustavasti
    new time proposed
    nytt förslag
    ny tid föreslagen
    cancell?ed
    inställt
    avlyst
""")
    + "[^:]{0,20}:"
)

MACHINE_SENDER = re.compile(
    one_of(r"""
    no-?_?reply
    do-?not-?reply
    donotreply
    svara-?(?:ej|inte)
    noreply-?\w*
    nagios
    zabbix
    cron
    root
    monitor(?:ing)?
    alert(?:s|er)?
    backup
    kvitto\w*
    receipts?
    order(?:s|bekraftelse|confirmation)?
    bokning\w*
    bookings?
    status\w*
    uptime\w*
    watchdog
    reports?
    rapport\w*
    auto(?:mat\w*)?
    robot
    bot
    kvittering\w*
    quittung\w*
    daemon
    notification[s]?
    notifier
    automail
    system
    logwatch
    fail2ban
    certbot
    dmarc\w*
""")
    + r"(?:[+._-]\w+)?\Z",
    re.IGNORECASE,
)

MACHINE_BODY = any_of(r"""
    (?:det här|detta) är ett automatiskt
    (?:automatiskt|auto-?) ?(?:meddelande|genererat|skickat|utskick)
    automated (?:message|e-?mail|notification)
    (?:kan|går) inte (?:att )?(?:svara|besvara)
    svara inte
    do(?:n't| not) reply
    automatically generated
    generated automatically
    ikke svare
    nicht (?:auf diese|antworten)
    automaattinen viesti
    älä vastaa
    you are receiving this (?:because|as)
    (?:not|un)-?\s?monitored
    (?:övervakas|läses|besvaras) inte
    (?:kan|skal) ikke (?:be)?svares
    automatisk (?:besked|melding|meddelelse|genereret|generert)
    automatisch (?:erstellt|generiert|versendet)
""")

NO_ANSWER = any_of(r"""
    (?:detta|det här|denna) \S{0,20} ?(?:kan|går) (?:inte|ej) (?:att )?(?:be)?svara
    (?:dette|denne) \S{0,20} ?(?:kan|skal) ikke (?:be)?svares
    svara (?:inte|ej) på (?:detta|det här)
    (?:please )?do(?: not|n't) reply to this
    this (?:mailbox|address|inbox) is not monitored
    (?:bitte )?antworten sie (?:bitte )?nicht auf diese
    ikke svar på denne
    svar ikke på denne
    älä vastaa tähän
""")
"""What a machine says of its own mail, whoever the mail says that it is from."""

MONITOR_SUBJECT = re.compile(
    r"^\W{0,3}"
    + one_of(r"""
    down
    up
    critical
    warning
    recover(?:y|ed)
    resolved
    problem
    alert
    firing
    larm
    avbrott
    återställd
""")
    + r"\b\]?\s?[:!–-]"
)

NEWSLETTER_BODY = any_of(r"""
    avregistrera
    avprenumerera
    unsubscribe
    avbeställ
    meld (?:deg|dig) av
    afmeld
    abmelden
    abbestellen
    newsletter abbestellen
    peruuta tilaus
    view (?:this|in) (?:e?mail|browser)
""")

CAMPAIGN_SENDER = re.compile(r"(?:nyhetsbrev|newsletter|news|kampanj|marketing|events?|info-?mail|utskick)\Z", re.IGNORECASE)

FORM_WORDS = any_of(r"""
    kontaktformul
    webbformul
    contact form
    web ?form
    via formul
    kontaktskjema
    kontaktformular
    yhteydenottolomake
    formular
""")

FORM_FIELD = re.compile(
    r"^[ \t*>]{0,8}(?:(?:för|efter|full(?:ständigt)? )?namn|(?:first|last|full|your)? ?name|navn|nimi|vorname|nachname|"
    r"e-?post(?:adress)?|e-?mail(?: address)?|"
    r"telefon|phone|mobil|meddelande|message|fråga|ämne|subject|beskjed|besked|nachricht|viesti)[ ]*(?:[:.…\t]|[ ]{2,}|$)",
    re.IGNORECASE | re.MULTILINE,
)

ON_BEHALF = any_of(r"""
    on behalf of
    authori[sz]ed us
    acting for
    we act for
    företräder
    för .{2,40} räkning
    enligt (?:digitalt? )?(?:undertecknad )?fullmakt
    ombud för
    im (?:namen|auftrag) (?:von|unser)
    på vegne av
    på vegne af
    puolesta
    the request comes from a real person
""")

RIGHTS = (
    *("gdpr", "dsgvo", "dataskydd", "personuppgift", "personal data", "data protection", "personvern", "databeskyttelse"),
    *("tietosuoja", "personenbezogen", "privacy rights"),
)
ASKING = (
    *("erase", "delete", "radera", "radering", "copy of", "access", "utdrag", "opt out", "opting out", "object", "invänd", "begär"),
    *("request", "slett", "lösch", "auskunft", "innsyn", "indsigt", "poist"),
)
