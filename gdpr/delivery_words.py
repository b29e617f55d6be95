"""How mail servers say that a mail did not arrive, or not yet, in six languages and some more; read in lower case."""

import re

from gdpr.word_tables import any_of

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

BOUNCE_SENDER = re.compile(
    r"\W?(?:mailer[-_.]?daemon|mail[-_. ]?delivery|system administrator|post ?master|mail-?administrator|mailadmin|mmdf|uucp|mdaemon|"
    r"bounce)",
    re.IGNORECASE,
)
