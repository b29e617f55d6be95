r"""What mail programs and people write round a mail, in the languages of the customers: tables of patterns, one a line.

Swedish, English, Norwegian, Danish, Finnish and German are meant to be complete; the others hold what is common.
"""


def one_of(table: str) -> str:
    """A pattern that matches any line of the table."""
    return "(?:" + "|".join(line.strip() for line in table.strip().splitlines()) + ")"


WROTE = one_of(r"""
    skrev
    skriver
    wrote
    writes
    schrieb
    kirjoitti
    a écrit
    escribió
    schreef
    ha scritto
    escreveu
    pisze
    napisał(?:\(a\)|a)?
    napsal(?:\(a\)|a)?
    пишет
    написал(?:\(а\)|а)?
    ezt írta
    yazdı
    a scris
    έγραψε
    写道
    書きました
    のメッセージ
""")

HEADER_NAMES = {
    "from": "från|from|fra|von|lähettäjä|avsändare|de|van|od|da|от|от кого|发件人|差出人|expéditeur|remitente",
    "sent": "skickat|skickad|sent|sendt|gesendet|lähetetty|datum|date|dato|päivämäärä|päiväys|pvm|envoyé|verzonden|отправлено|дата"
    "|enviado(?: el)?|fecha|data|inviato|wysłano|发送时间|日期",
    "to": "till|to|til|an|vastaanottaja|kenelle|à|para|aan|кому|do|a|收件人",
    "cc": "kopia|cc|kopi|kopio|копия|kopie|抄送",
    "subject": "ämne|subject|emne|betreff|aihe|objet|onderwerp|тема|asunto|assunto|oggetto|temat|主题|rubrik",
    "other": "svar till|reply-to|antwort an|svar til|bilagor|attachments|prioritet|importance|viktighet|organisation",
}

ORIGINAL_MESSAGE = one_of(r"""
    original (?:message|mail|e-?mail)
    originalmeddelande
    ursprungligt (?:meddelande|mejl|e-post\w*)
    ursprunglig e-post
    oprindelig (?:meddelelse|besked|mail)
    opprinnelig (?:melding|e-post)
    alkuperäinen viesti
    ursprüngliche (?:nachricht|mail)
    original-nachricht
    message d'origine
    (?:mail|courriel) original
    mensaje original
    oorspronkelijk bericht
    messaggio originale
    исходное сообщение
""")

FORWARDED_MESSAGE = one_of(r"""
    forwarded (?:message|mail|by)
    vidarebefordrat (?:meddelande|mejl|mail|brev|e-post\w*)
    videresendt (?:melding|meddelelse|besked|mail|e-post)
    (?:edelleen|uudelleen)?(?:välitetty|lähetetty) viesti
    weitergeleitete (?:nachricht|mail)
    message transféré
    mensaje reenviado
    doorgestuurd bericht
    (?:пересылаемое|перенаправленное|пересланное) сообщение
""")

FORWARDED_BELOW = one_of(r"""
    begin forwarded message
    (?:början på |börja )?vidarebefordrat (?:brev|meddelande|mejl)
    start på (?:vidarebefordrat|videresendt) \w+
    välitetty viesti alkaa
    videresendt (?:besked|melding)
    anfang der weitergeleiteten (?:nachricht|e-mail)
    début du message (?:transféré|réexpédié)
""")

RETURNED_BELOW = one_of(r"""
    this is a copy of (?:the|your) message
    (?:below this line|here follows|below) is a copy of the (?:message|original|returned)
    (?:original|returned|unsent|undelivered|bounced) (?:message|mail)(?: \w+){0,2} (?:follows|below|header)
    message headers? follows?
    a copy of the (?:message|original)
    unsent message (?:follows|below)
    original message headers\s*:
    det ursprungliga meddelandet följer
    (?:ursprungliga meddelanderubriker|ursprüngliche nachrichtenkopfzeilen|alkuperäiset viestiotsikot|opprinnelige meldingshoder)\s*:
    kopia av (?:ditt |det )?(?:ursprungliga )?meddelande
""")

CLOSING = one_of(r"""
    (?:med )?(?:de )?(?:allra )?(?:[a-zåäö]{3,14}(?: och [a-zåäö]{3,14})? )?häls?n(?:ing(?:ar)?|\.)
    med vänlig
    m\.? ?v\.? ?h\.?
    högaktningsfullt
    (?:kind(?:est)?|best|warm(?:est)?|many|with (?:kind|best)|sincere) (?:regards|wishes)
    regards
    rgds
    brgds?
    sincerely(?: yours)?
    yours (?:sincerely|faithfully|truly)
    respectfully
    (?:med )?(?:de )?(?:venlige?|vennlige?|bedste|beste|mange|kærlig) hils(?:e)?n(?:er|ing)?
    hilsen
    hilsener
    (?:ystävällisin|parhain|lämpimin|kunnioittavasti) ?(?:terveisin|terv\.?)?
    terveisin
    terv\.?
    yst\.? ?terv\.?
    (?:mit )?(?:\w+ )?gr(?:ü|ue)(?:ß|ss)(?:en?)?
    mfg
    hochachtungsvoll
    cordialement
    bien à vous
    saludos
    atentamente
    met vriendelijke groet(?:en)?
    cordiali saluti
    с уважением
    с наилучшими пожеланиями
    pozdrawiam
    z powa[zż]aniem
""")

# Words that begin a sentence as often as they end a mail: they close it only alone or with a name beside them.
WEAK_CLOSING = one_of(r"""
    vänligen
    vänligast
    allt gott
    kram(?:ar)?
    kiittäen
    ystävällisesti
    hälsar
    b\.?h\.?
    ha det (?:så )?(?:bra|fint|gott)
    (?:ha en )?(?:bra|fin|trevlig) (?:dag|helg|kväll|vecka)
    best
    all the best
    cheers
    br
    kr
    v\.?h\.?
    kh
    dbh
    t\.
    vg
    lg
""")

THANKS = one_of(r"""
    (?:många |stort |hjärtligt )?tack(?: så mycket| på förhand| för hjälpen| snälla)?
    tackar
    tack och hej
    hej ?då
    (?:many )?thanks(?: in advance| again| a lot| & regards)?
    thank you(?: in advance| very much)?
    thanks and regards
    på forhånd tak
    mange tak
    takk(?: på forhånd)?
    kiitos(?: etukäteen)?
    vielen dank
    danke
    merci
""")

SENT_FROM = one_of(r"""
    (?:sent|written) (?:from|via|with|by)
    skickat? (?:från|med|via)
    skickades från
    sendt (?:fra|via|med)
    lähetetty
    gesendet (?:von|mit|aus)
    von mein(?:em|er) .{1,40} gesendet
    envoyé de(?:puis)?
    enviado (?:desde|do)
    verzonden (?:vanaf|met)
    inviato da
    отправлено (?:с|из)
    (?:get|hämta|skaffa|hent|hanki|téléchargez) outlook
    outlook (?:för|for|til|till) (?:ios|android|mac)
""")

DISCLAIMER = one_of(r"""
    this (?:e-?mail|message|communication)\b.{0,80}\b(?:confidential|intended|privileged)
    the information (?:contained )?in this
    confidentiality (?:notice|note)
    disclaimer\b
    please consider the environment
    (?:detta|det här) (?:e-post)?(?:meddelande|mejl|mail)\w*\b.{0,90}\b(?:konfidentiell|sekretess|avsett|endast)
    denna e-post\b.{0,90}\b(?:konfidentiell|sekretess|avsedd|endast)
    informationen i (?:detta|det här) (?:e-post|mejl|mail|meddelande)
    konfidentialitetsmeddelande
    sekretess\s*:
    tänk på miljön
    när du skickar e-post till oss
    denne (?:e-?mail|e-post)\b.{0,90}\b(?:fortrolig|konfidensiell)
    diese e-mail enthält
    tämä (?:viesti|sähköposti)\b.{0,60}\bluottamuksel
""")

LIST_FOOTER = one_of(r"""
    mailing list\b
    unsubscribe
    to post to this group
    you received this (?:message|e-?mail) because
    avsluta (?:din )?prenumeration
    avregistrera
    list-?info
    /mailman/
    google groups
    yahoo! groups
    reply to this email directly
    view it on github
""")
