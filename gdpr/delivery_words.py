"""How mail servers say that a mail did not arrive, or not yet, in six languages and some more; read in lower case."""

import re

from detectors.word_tables import any_of, one_of

BOUNCE_SUBJECT = any_of(r"""
    undeliver(?:ed|able)
    non-?deliver
    not delivered
    delivery (?:status|failure|failed|error|problem|report|has failed|notification|incomplete)
    returned mail
    mail returned
    returned to sender
    (?:message|mail|e-mail) (?:delivery )?(?:failed|failure|error|delayed|undeliverable)
    failure notice
    delivery warning
    automatically rejected
    failed delivery
    delivery\b.{0,20}\b(?:failed|delayed|suspended)
    could not be delivered
    can ?not be delivered
    warning: (?:message|could not send)
    mail system error
    nondeliverable
    unzustellbar
    kunde(?: inte)? levereras
    kan(?:de)? inte (?:levereras|skickas)
    olevererbar
    oleverer
    fördröjd leverans
    försenad leverans
    unable to deliver
    problème de remise
    kan ikke leveres
    kunne ikke leveres
    ulever
    toimitus epäonnistui
    toimittaminen epäonnistui
    nicht zugestellt
    zustellung
    mailbox (?:full|unavailable)$
    status: undelivered
    your (?:message|e?-?mail).{0,40}(?:not|n't) (?:be )?(?:delivered|received)
    message undeliverable
    message you sent (?:was )?blocked
    gick inte att (?:leverera|skicka)
    leverans(?:en)? (?:misslyckades|fördröjd|försenad)
    obeställbar
    (?:mejl|mail|meddelande|brev)\w* (?:i )?retur
    (?:meddelelse|besked|mail|e-post|melding)\w* (?:er |blev |ble )?(?:forsinket|ikke (?:leveret|levert|afleveret))
    levering\w* (?:mislyk|er forsinket|forsinket)
    toimitus (?:viiväst|epäonnist)
    ei (?:ole )?(?:vielä )?voitu toimittaa
    palautettu viesti
    (?:nachricht|e-?mail) (?:\w+ )?verzögert
    verzögerte zustellung
    nicht zustellbar
    unzustellbarkeit
    permanent error
    bounce[d]? mail
    non remis
    devuelto
    mislukt
    delivery final failure
    message status
    notification d.{1,3}tat
""")

BOUNCE_BODY = any_of(r"""
    could not be delivered
    delivery to the following recipients? (?:has been )?(?:failed|delayed|aborted)
    address(?:es)? had (?:permanent|transient)
    this is the (?:mail system|postfix)
    user (?:unknown|doesn't have)
    i'm afraid i wasn't able to deliver
    was not delivered to
    undeliverable
    unable to deliver
    550[ -]5\.\d\.\d
    failed permanently
    no such user
    mailbox (?:is )?(?:full|unavailable|not found)
    could ?n.t be delivered
    account (?:has been )?(?:disabled|expired)
    kunde inte levereras
    not able to deliver
    recipient.{0,30}(?:rejected|unknown)
    (?:gick inte att|har (?:ännu )?inte kunnat|kunde (?:ej|inte)) (?:leverera|skicka)
    mottagaren finns inte
    leveransen misslyckades
    leveringen? mislyk
    (?:ble|blev) ikke funnet
    (?:endnu |ennå |enda )?ikke (?:blitt |blevet )?(?:afleveret|leveret|levert)
    kunne ikke (?:af)?lever
    ei (?:ole )?(?:vielä )?voitu toimittaa
    toimi(?:tus|ttaminen) epäonnistui
    vastaanottajaa ei löydy
    nicht zugestellt
    nicht zustellbar
    zustellung .{0,40}(?:fehlgeschlagen|nicht möglich)
""")

DAEMON = re.compile(r"mailer-?daemon\Z", re.IGNORECASE)
"""Never a person, whatever language the mail is in."""

BOUNCE_SENDER = re.compile(
    r"\W?(?:mailer[-_.]?daemon|mail[-_. ]?delivery|system administrator|post ?master|mail-?administrator|mailadmin|mmdf|uucp|mdaemon|"
    r"bounce)",
    re.IGNORECASE,
)

COPY_BELOW = re.compile(
    r"^[ \t>*|=-]{0,60}"
    + one_of(r"""
    (?:this|below|here|attached)(?: this line| the next line)? (?:is|follows) (?:a|the) (?:copy|header)
    (?:(?:the )?(?:header|body|text) of )?(?:the )?(?:original|returned|undelivered|unsent|bounced|failed) (?:message|mail)(?! was)
    message (?:header|text|body)s? (?:follow|removed)
    included is a copy of
    a copy of the (?:original )?message
    your message reads
    forwarded message
    old message
    a summary of the undelivered message
    attachment is a copy
    det ursprungliga meddelandet
    ursprungliga meddelanderubriker
    ursprüngliche (?:nachricht|mail)
    alkuperäi
    oprindelig
    opprinnelig
    mensaje original
"""),
    re.MULTILINE,
)
"""Where the notice ends and the copy of the mail begins."""

TOLD = re.compile(
    one_of(r"""
    following (?:recipient|address|user|destination|mailbox|e-?mail)
    did not reach
    (?:not be|was not|not|been) delivered to
    undeliverable to
    failed addresses
    följande (?:mottagare|adress)
    (?:disse|følgende) (?:mottaker|modtager|adresse)
    folgende\w* (?:empfänger|adresse)
    seuraav\w+ (?:vastaanottaj|osoitt)
"""),
    re.IGNORECASE,
)
"""After these words the failing addresses are listed."""

NAMED = re.compile(
    r"^[ \t>*|\"'-]{0,12}(?:\S{1,40} )?(<?[\w.!#$%&'*+/?^`{|}~-]{1,64}@[\w.-]{3,250}>?)(?=[ \t]*(?:$|[:;(]|\.\.\.))|"
    r"\b(?:recipients?|address(?:es)?|to|for|user|mottagare|empfänger|modtager|mottaker|vastaanottaja\w*|userid|error-for)"
    r"[:\s]{1,3}(<?[\w.!#$%&'*+/?^`{|}~-]{1,64}@[\w.-]{3,250}>?)",
    re.MULTILINE | re.IGNORECASE,
)
"""An address on a line of its own, or behind the word for one."""

OFFICE = re.compile(r"(?:post-?master|mailer-?daemon|abuse|support|help(?:desk)?|admin\w*|hostmaster|webmaster|no-?reply)\Z", re.IGNORECASE)
"""Addresses to ask, which a notice names too."""

DELAYED = any_of(r"""
    attempts? will continue
    postponed
    warning: (?:message|could not send|mail)
    delayed
    (?:will|shall) (?:continue|keep)\b.{0,20}(?:try|retr|attempt)
    (?:will be|is being) (?:retried|re-?tried)
    still (?:trying|being tried|in the queue)
    not (?:yet )?been delivered(?: yet| after|.{0,40}will)
    (?:has |have )?not yet been delivered
    do not need to (?:resend|do anything)
    no action is required
    fördröjd
    försenad
    ännu inte (?:kunnat|levererats)
    försöker igen
    forsinket
    (?:endnu|ennå|enda) ikke
    prøver igen
    prøver igjen
    viiväst
    ei ole vielä
    yritämme uudelleen
    verzögert
    noch nicht zugestellt
    weitere zustellversuche
""")

TEMPORARY = any_of(r"""
    \b4\d\d[ -]4\.\d{1,3}\.\d{1,3}
    \(#4\.\d\.\d\)
    \b(?:status|code): 4\.\d
    (?:mailbox|quota|disk|postfach|brevlåda\w*|postboks|postkasse)\b.{0,30}(?:full|exceeded|överskriden|voll|fuld)
    (?:over|exceed\w*|exceeding) (?:\w+ ){0,2}quota
""")
