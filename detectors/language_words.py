"""The commonest short words of the six languages we tell apart: what `language_of` counts.

A word that several languages share stands in each of their rows and weighs less. Swedish has its words without å, ä and ö
too, as people type them on foreign keyboards; so have German and Finnish theirs where the bare form is no other word.
"""

WORDS: tuple[tuple[str, str], ...] = (
    (
        "sv",
        """och att jag det är en ett på för inte ni vi av med till den som har om kan men så er era ert mig min mitt mina vill
        från hos ska också eller nu när var vad hur hej tack hälsningar vänliga vänlig mvh här där då efter under sedan
        något någon några alla allt bara kommer måste skulle vara blir blev varit hade gör göra får fick finns ligger stod står
        ert eran oss de dem dom han hon man ingen inget inga än utan innan enligt ring ringa mejl mejlet mejla skicka snälla
        gärna vänligen vår våra vårt din ditt dina sig sitt dess vilken vilka vilket varför hur ja nej nej hejsan tjena god
        kväll morgon idag igår imorgon veckan sidan hemsidan funkar fungerar behöver undrar fråga begär begäran uppgifter
        personuppgifter radera ta bort uppgifterna faktura fakturan konto kontot domän domänen är ju väl redan igen upp ut in
        för fortfarande längre samt ifall vet tror måste sluta ändå kanske svar ärende återkalla läst automatiskt
        pa fran ocksa nar dar har ar gor nagot nagon behover fraga vanliga halsningar atkomst sluta aldrig sen typ ser inge
        uppgifter enligt lagen honom henne hennes hans denna detta dessa nya ny nytt gamla andra samma mycket mer från""",
    ),
    (
        "en",
        """the and to of a i you in is that it for on my me we your our are have has with this be was not from as at or an by can
        please could would will if any all do what there about hello hi dear thanks thank regards kind sincerely when which
        who been were they their them she he her his its no so but just out up get got send need want am does did how where why
        should may us than then only more since after before into over now here keep call yours faithfully best cheers mail
        account data personal request website password login remove delete copy under also some other these those i'm don't
        you're i've can't it's doesn't let know received following working server email address number phone reach being
        reply automatic delivery message undelivered returned sender accepted declined""",
    ),
    (
        "no",
        """og jeg det er en et på for ikke dere vi av med til den som har om kan men så deres meg min mitt mine vil fra hos skal
        også eller nå når hva hvor hei takk hilsen vennlig mvh her der da etter under siden noe noen alle alt bare kommer må
        skulle være blir ble vært hadde gjør gjøre får fikk finnes ligger sto står oss de dem han hun man ingen uten før ringe
        ring gjerne vennligst vår våre vårt din ditt dine seg sitt hvilken hvilke hvorfor ja nei dag uke epost e-posten
        slett slette opplysninger personopplysninger samtykke konto kontoen fungerer trenger lurer spørsmål hvis mulig
        hvordan personvern innsyn fått sier veldig skikkelig deg du snill så ukens flere tilsendt meld sendt sende beløpet betalt
        faktura fakturaen har takke beste igjen bruker lenger ønsker ansatte
        å ut inn opp slik mye noe hei perioden haster leser oss satt levering mislyktes kunne tilgang henvendelse
        bestilling bruk slik mellom""",
    ),
    (
        "da",
        """og jeg det er en et på for ikke i vi af med til den som har om kan men så jeres jer mig min mit mine vil fra hos skal
        også eller nu når hvad hvor hej tak hilsen venlig mvh her der da efter under siden noget nogen alle alt kun kommer må
        skulle være bliver blev været hadde havde gør gøre får fik findes ligger stod står os de dem han hun man ingen uden før
        ringe ring gerne venligst vores din dit dine sig sit hvilken hvilke hvorfor ja nej dag uge mail slet slette sletning
        oplysninger personoplysninger samtykke konto kontoen virker spørgsmål hvis muligt hvordan indsigt fået siger meget
        dig du kære hilsner bedste mangler seneste ny kræver opsiger afvist accepteret desværre optaget tale ved selv længere
        bogføringsloven have flere nyhedsbreve regning faktura fakturaen adgang bekræft modtagelsen igen bruger ønsker afmeld
        at af endnu afleveret meddelelse behøver næste ind ud finde andet noget kun hvornår venligst træffes svarer kunne
        stadig sender sendt
        fra den vores jeg hos forsinket kontoret mandag tak igen skriv hele heller hendes""",
    ),
    (
        "fi",
        """ja on ei se että en ole minä minun minulle meidän me te teidän teillä teille hei moi moikka kiitos terveisin
        ystävällisin terveisin voisitteko voitteko voisiko pyydän pyytäisin haluan haluaisin jos niin myös mutta tai kun kuin
        mitä miten missä joka jotka tämä tuo nyt vielä jo kaikki kaikkia kaikista sekä sen sitä siitä ovat oli olen olemme
        olette olisi voi voin voimme voidaan saada saa saan lähettää lähettäkää poistaa poistakaa poistamaan tietoni tiedot
        tietoja henkilötiedot henkilötietoni henkilötiedoista asiakas asiakasnumero lasku laskun sähköposti sähköpostini
        puhelin puhelinnumeroni numeroni soittaa soittakaa jälkeen ennen mukaan mukaisesti kanssa varten eli enää heti
        liitteenä osoite verkkosivu palvelin toimi toimii ongelma tilaus tilasin oy y-tunnus hyvää päivää minusta etukäteen
        kysymys vastaus automaattinen poissa
        viestiä viestiäsi toimittaa vastaanottajalle yritämme uudelleen tarvitse tehdä mitään lomalla saakka enkä kunnes uusi
        vanha numero käytössä""",
    ),
    (
        "de",
        """und ich der die das ist nicht sie wir zu von mit den dem des ein eine einen einer für auf auch im in an es aus bei
        nach bitte mein meine meiner meinen meinem ihnen ihre ihr ihrer ihrem uns unser unsere unserer kein keine mehr noch oder
        aber wenn wie was wo wer dass daß als so nur schon hallo guten tag sehr geehrte geehrter damen herren danke vielen dank
        grüße grüßen freundlichen freundlichem gruß mfg können könnten möchte möchten habe haben hat wird werden wurde sind war
        waren sein über unter um vor bis seit hiermit gemäß zur zum beim löschen daten personenbezogenen auskunft konto kunde
        kundennummer rechnung benötigen antwort rückruf dieser diese dieses alle herr frau büro einschließlich
        widerrufe einwilligung werbung bestätigen fuer gruesse koennen automatische abwesend""",
    ),
)

LETTERS: tuple[tuple[str, str, float], ...] = (
    ("ä", "sv fi de", 0.3),
    ("ö", "sv fi de", 0.3),
    ("å", "sv no da", 0.3),
    ("æ", "no da", 0.5),
    ("ø", "no da", 0.5),
    ("ü", "de", 0.5),
    ("ß", "de", 1.0),
    ("sch", "de", 0.15),
    ("ää", "fi", 0.6),
    ("uu", "fi", 0.3),
    ("ii", "fi", 0.3),
)
"""Letters, alone or together, that only some of the languages write, whom each speaks for, and how loudly."""
