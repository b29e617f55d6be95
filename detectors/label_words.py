"""What the words before a number call it, by kind: patterns in lower case, Swedish first; longer words stand before their beginnings."""

from detectors.word_tables import one_of

FAX = one_of(r"""
    (?:tele-?)?fa(?:x|ks)(?:i|en|nummer|nr)?
""")

NATIONAL = one_of(r"""
    person-?(?:al )?(?:identity )?n(?:umme)?re?t?|personn(?:umme)?re?t?|personnumret|social security(?: number| no)?
    pers\.? ?(?:nr|no)|pnr|person(?:al)? (?:identity )?(?:number|no)|samordnings(?:nummer|nr)
    co-?ordination (?:number|no)|f(?:ö|o)delsen(?:umme)?r|född|fodd|f(?:ø|o)dselsn(?:umme)?r|samordningsnumret|cpr
    ssn|tax number|personal id(?:entity)?|born|national id|identity number|firmatecknare(?: \d)?
    sole (?:trader|proprietor)[\w ,]*
""")

ORGANISATION = one_of(r"""
    org(?:anisations?)?\.?(?:[- ]?(?:nr|nummer|no|num|number))?|organi[sz]ation(?:al)? (?:number|no)
    reg(?:istration)?\.? ?(?:no|nr|number)|company (?:reg(?:istration)?\.? )?(?:number|no)|bolagsn(?:umme)?r
""")

ID = one_of(r"""
    id(?:[- ]?(?:nr|nummer|no|number))?|identitet(?:snummer)?|legitimation(?:snummer)?
""")

OTHER = one_of(r"""
    faktura(?:n(?:umme)?r|numret)?|fakt\.?(?:nr)?|invoice(?: (?:no|number))?|inv|ocr(?:-?nr|-?nummer)?
    kund-?(?:nr|nummer|id)|kundnumret|tidigare kund|customer(?: (?:no|number|id))?|kundennummer|asiakasnumero
    kundenr|ärende(?:nr|nummer)?|arende(?:nr|nummer)?|ticket|case|mål(?:nr)?|order(?:nr|nummer|-id| id)?
    beställning(?:snr|snummer)?|bestallning|ordre(?:nr|nummer)?|bestilling|bg|bankgiro(?:t|nr)?|pg|plusgiro(?:t|nr)?
    postgiro|iban|bic|swift|konto(?:n(?:umme)?r|numret|nr)?|account(?: (?:no|number))?|clearing
    avtals?(?:nr|nummer|-id)?|contract(?: (?:no|number))?|ref(?:erens|erence)?(?:nr|nummer)?|your ref|our ref|kid
    cvr(?:-?nr)?|y-?tunnus|hrb|steuernummer|ust-?id(?:nr)?|serie(?:nr|nummer)|serial(?: (?:no|number))?
    kolli(?:-?id|nummer|nr)?|spårning(?:snr|snummer)?|sparning|tracking(?: (?:no|number|id))?|paket(?:nr|id)?
    artikel(?:nr|nummer)?|art\.?nr|varenr|item|ean|gtin|mac|ip|moms(?:nr|nummer|reg(?:nr)?)?|vat(?: (?:no|number))?
    mva|cif|diarien(?:umme)?r|dnr|k(?:ey|od|oden)|jobb?(?:-?id)?|conf(?:erence)? id|conf|pin|fordran|skuld|löpnr
    medlem(?:snr|snummer)?|member(?: (?:no|number))?|policy(?:nr|nummer)?|försäkring(?:snr|snummer)
    licens(?:nr|nyckel)?|license|version|v|firmware|fw|build|kvitto(?:nr)?|receipt|report-id|message-id|certifikat
    fingerprint|pgp|epp|anställningsn(?:umme)?r|pall|lgh|inventarie(?:nr)?|arbetsgivarintyg|akt(?:nr)?|booking
    bokning(?:snr|snummer)?|transaktion(?:snr)?|betalning|payment|autogiro|swish(?:nummer|nr)?|queued as|port
""")

PHONE = one_of(r"""
    (?:hem|hus|jobb|arbets|privat|jour|kontakt|växel|direkt|mobil|kontors|butiks|support|central)-?(?:tel\w*|nummer|numret|nr)
    (?:kund(?:tjänst|service)s?|sms|call-?back|kontor|service|sentral|werk|büro|handy|rückruf|soitto|matka)-?(?:tel\w*|nummer|nr|numero\w*)
    (?:phone|mobile|telephone|cell|contact|office|work|home|direct|main|landline|switchboard) (?:phone )?(?:number|no|nr)
    (?:call-?back|new|my|own|his|her|this|their|toll[- ]free) (?:phone )?(?:number|no|nr)
    tel(?:efon|ephone|\.?nr)?(?:nummer|numret|nr|en|i)?|t(?:el)?fn|tlf|tfnnr|puh(?:elin)?(?:numeroni|numero|nro)?
    numeroni|mob(?:il|ile)?(?:en|nummer|numret|nr|telefon)?|cell|handy|ring(?:er|a|ing)?|ringa (?:till )?mig(?: på)?
    n[åa]s(?: på)?|nå (?:mig|oss)|når (?:mig|oss|du)|phone|call|reach|reached|sms(?:a|:a)?|text|whatsapp|signal
    växel(?:n)?|vaxel(?:n)?|vxl|direkt(?:nr|nummer)?|dir|desk|hotline|line|switchboard|sentralbord|vaihde|zentrale
    durchwahl|rückruf|rufen|telefonisch|arb|hem|jour(?:en)?|kontoret|hemma|bostad|nummer|numret|number|nr (?:är|ar)
    ph|office|contact|kontakt|lyckas|lur(?:en)?|luren|slå|pling(?:a)?|på|on
""")

ANY_OTHER = one_of(r"""
    \w{2,30}(?:nummer|numret|nr|numero|nro|-id|_id|kod|koden|-nr|-no)
    (?:session|meeting|device|user|customer|reference|batch|lot|room|model|part|job|track|bank|form|page)[- ]?(?:id|code|number|no|nr)
    (?:check|file|report|line|rack|asset|visit|confirmation|registration|reservation)[- ]?(?:id|code|number|no|nr)
    (?:claim|payment|security|pass)[- ]?(?:id|code|number|no|nr)
    \w{0,30}(?:referens|konto|modell|model|produkt|product|offert|fastighet|container|batch|rechnung|sendung|timestamp)
    s/?n|error|fel|log(?:g|gen)?|rad|row|epoch|larm|user(?:name)?|användar(?:e|namn|en)|lösen(?:ord)?|password|login
    probe|sensor|sond|node|nod|enhet|device|imei|iccid|imsi|passcode|meeting|session|sha\d*|md5|hash|uuid|guid|pid
    uid|mid
""")
"""Whatever else is called a number of something is that thing's."""
