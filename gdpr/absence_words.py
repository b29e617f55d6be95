"""How people's absence notes are written, in six languages; read in lower case."""

from detectors.word_tables import any_of

AUTO_REPLY_SUBJECT = any_of(r"""
    ^(?:re: |sv: |vs: |aw: )?\[?(?:auto(?:-?matiskt|-?svar|-?reply|-?response)|out of (?:the )?office|ooo\b|frånvaro)
    ^semester(?:hälsning|svar|meddelande)
    ^away from
    ^vacation (?:reply|response)
    ^abwesen
    ^fravær
    ^ferie
    ^poissa
    ^lomalla
    ^automaattivastaus
    ^på semester
    automatiskt svar
    automatic reply
    automatische antwort
    automatisk svar
    automaattinen vastaus
    autoreply
    auto-reply
    frånvaromeddelande
    abwesenheitsnotiz
    fraværsmelding
    poissaoloviesti
    out-of-office
    thank you for contacting
    tack för (?:ditt|att du (?:kontakt|hör))
    vi har (?:tagit )?emot(?:tagit)? ditt
    we(?:'ve| have) received your
    ärende.{0,30}(?:registrerat|mottaget|skapat)
    ticket.{0,30}(?:received|created|opened)
""")

AUTO_REPLY_BODY = any_of(r"""
    (?:det här|detta) är ett (?:automatiskt|auto)[- ]?(?:svar|genererat)
    this is an auto(?:mated|matic|-generated|reply)[\w ]{0,20}(?:reply|response)
    (?:jag|vi) (?:är|har) (?:just nu )?(?:på )?(?:semester|\w{0,8}ledig|sjukskriven|tjänsteresa)[\w ]{0,20}(?:till|t\.?o\.?m|fram|och läser)
    (?:jag|vi) är (?:just nu )?ute på resa[\w ]{0,20}(?:till|t\.?o\.?m|fram|och läser)
    inte på kontoret
    i(?:'m| am)(?: currently)? (?:out of|away from)(?: the| my)? (?:office|desk)
    i(?:'m| am) on (?:annual |parental |sick )?(?:leave|vacation|holiday)
    nicht im (?:büro|haus)
    derzeit nicht erreichbar
    im urlaub
    er på ferie
    har ferie
    er ikke på kontoret
    en ole (?:paikalla|tavoitettavissa)
    olen lomalla
    ikke til stede
    (?:no longer|inte längre|slutat|arbetar inte) (?:works?|employed|kvar|at|hos|på)[\w .,]{0,60}(?:mailbox|mail|adress|address)
""")

THANKS_FOR_WRITING = (
    *("tack för dit", "tack för din", "tack för ert", "tack för att du", "thank you for", "thanks for", "takk for", "tak for"),
    *("kiitos vie", "kiitos säh", "kiitos yht", "vielen dank für", "danke für"),
)

AWAY = any_of(r"""
    \b(?:i am|i'm|i will be|i'll be) (?:\w+ ){0,2}(?:away|out of office|on (?:\w+ ){0,2}(?:leave|vacation|holiday)|back (?:in|on))\b
    \bjag (?:är|har) (?:\w+ ){0,2}(?:semester|\w{0,8}ledig|frånvarande|bortrest|begränsad|åter|tillbaka)\b
    \bjeg (?:er|har|holder) (?:\w+ ){0,3}(?:ferie|permisjon|orlov|fraværende|ikke på kontoret|tilbage|tilbake)\b
    \bolen (?:\w+ ){0,2}(?:vuosi)?lomalla\b
    \ben ole (?:tavoitettavissa|paikalla)\b
    \bich bin (?:\S+ ){0,5}(?:im urlaub|abwesend|nicht erreichbar|außer haus)\b
""")
"""An absence, where the mail thanks for one: a person who is away and asks for something does not."""

AWAY_WORDS = (
    *("auto", "semester", "ledig", "tjänst", "sjuk", "kontoret", "inte längre", "slutat", "arbetar inte", "ferie", "stede"),
    *("office", "desk", "leave", "vacation", "holiday", "no longer", "büro", "haus", "erreichbar", "urlaub"),
    *("paikalla", "tavoitettavissa", "lomalla"),
)
"""Words one of which stands in every absence note: looked for first, for it costs little."""
