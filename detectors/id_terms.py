"""The words that stand on identity documents, and those that tell of something else.

Titles: Directive 2006/126/EC annex I (driving licences), Regulation (EU) 2019/1157 (identity cards), Regulation (EC) 1030/2002
(residence permits), Resolution 2000/C 310/01 (passports). Sweden: TSFS 2012:60 (körkort), SFS 2005:661 (nationellt
identitetskort), SKVFS 2009:14 (Skatteverkets identitetskort).
"""

from detectors.id_document import IdDocument


def _listed(wordings: str) -> tuple[str, ...]:
    return tuple(wording.strip() for wording in wordings.split(";"))


TITLES: tuple[tuple[IdDocument, tuple[str, ...]], ...] = (
    (
        IdDocument.DRIVING_LICENCE,
        _listed("""
            körkort; driving licence; driver licence; driver's license; driving license; kørekort; førerkort; ajokortti;
            führerschein; permis de conduire; rijbewijs; patente di guida; permiso de conducción; permiso de conducir; carta de
            condução; prawo jazdy; juhiluba; vadītāja apliecība; vairuotojo pažymėjimas; řidičský průkaz; vodičský preukaz;
            vezetői engedély; permis de conducere; vozniško dovoljenje; vozačka dozvola; ökuskírteini; ceadúnas tiomána; liċenzja
            tas-sewqan; άδεια οδήγησης; свидетелство за управление
        """),
    ),
    (
        IdDocument.RESIDENCE_PERMIT,
        _listed("""
            uppehållstillstånd; uppehållskort; uppehållsrätt; residence permit; residence card; titre de séjour; carte de séjour;
            aufenthaltstitel; aufenthaltskarte; permesso di soggiorno; oppholdstillatelse; oppholdskort; opholdstilladelse;
            opholdskort; oleskelulupa; permiso de residencia; título de residência; verblijfstitel; verblijfsvergunning; karta
            pobytu; povolení k pobytu; elamisluba; dvalarleyfi
        """),
    ),
    (
        IdDocument.ID_CARD,
        _listed("""
            identitetskort; nationellt id-kort; id-kort; legitimationskort; identity card; identification card; id card; carte
            nationale d'identité; carte d'identité; personalausweis; identitätskarte; henkilökortti; documento nacional de
            identidad; documento de identidad; carta d'identità; cartão de cidadão; bilhete de identidade; identiteitskaart;
            identiteitsbewijs; dowód osobisty; občanský průkaz; občiansky preukaz; isikutunnistus; asmens tapatybės kortelė;
            personas apliecība; személyazonosító igazolvány; osobna iskaznica; osebna izkaznica; carte de identitate; cédula de
            identidad; nafnskírteini; ταυτότητα; лична карта; legitimationsbevis
        """),
    ),
    (
        IdDocument.PASSPORT,
        _listed("""
            pass; passport; passeport; reisepass; passi; pasaporte; passaporto; passaporte; paspoort; paszport; cestovní pas;
            cestovný pas; útlevél; pasaport; pase; pasas; putovnica; potni list; vegabréf; diavatirio; διαβατηριο; паспорт; pasi
        """),
    ),
)
"""Titles by kind, in the languages of those who issue them; of two kinds with the same weight the earlier counts."""

FIELDS = tuple(
    _listed(row)
    for row in (
        """
        efternamn; surname; family name; last name; nom; nachname; cognome; apellidos; primer apellido; apelidos; sukunimi;
        etternavn; efternavn; perekonnanimi; příjmení; priezvisko; nazwisko; naam
        """,
        """
        förnamn; given names; given name; forenames; first name; prénoms; prénom; vornamen; vorname; nome; nombre; etunimet;
        fornavn; fornavne; eesnimed; eesnimi; jméno; imiona; voornamen; tilltalsnamn
        """,
        """
        födelsedatum; födelsetid; född; date of birth; birth date; date de naissance; né le; née le; geburtsdatum; geburtstag;
        data di nascita; fecha de nacimiento; data de nascimento; syntymäaika; fødselsdato; sünniaeg; datum narození; data
        urodzenia; geboortedatum; born
        """,
        """
        födelseort; födelseplats; place of birth; birth place; lieu de naissance; geburtsort; luogo di nascita; lugar de
        nacimiento; lloc de naixement; local de nascimento; syntymäpaikka; fødested; sünnikoht; geboorteplaats
        """,
        "kön; sex; sexe; geschlecht; sesso; sexo; sukupuoli; kjønn; køn; sugu; gender; geslacht",
        """
        medborgarskap; nationalitet; nationality; nationalité; citizenship; staatsangehörigkeit; cittadinanza; nacionalidad;
        nacionalidade; kansalaisuus; statsborgerskap; kodakondsus; obywatelstwo; nationaliteit; státní občanství
        """,
        """
        giltigt t.o.m; giltig till; giltigt till; sista giltighetsdag; giltighetstid; date of expiry; expiry date; date of
        expiration; valid until; date d'expiration; carte valable jusqu'au; gültig bis; data di scadenza; scadenza; válido hasta;
        fecha de caducidad; data de validade; viimeinen voimassaolopäivä; voimassa; gyldig til; udløbsdato; kehtiv kuni; platnost
        do; termin ważności; geldig tot; date of exp; expires
        """,
        """
        utfärdat; utfärdad; utfärdandedatum; utfärdat den; date of issue; date issued; date of issuance; date de délivrance;
        délivrée le; délivré le; ausstellungsdatum; datum der ausstellung; ausgestellt; data di rilascio; fecha de expedición;
        data de emissão; myöntämispäivä; utstedt; udstedt; välja antud; datum vydání; datum verstrekking
        """,
        """
        utfärdande myndighet; myndighet; authority; autorité; behörde; issuing authority; autorità; autoridad; viranomainen;
        myndighed; väljaandja; polismyndigheten; skatteverket; transportstyrelsen; migrationsverket; place of issue;
        ausstellungsort; autoridade; signature de l'autorité
        """,
        """
        innehavarens namnteckning; namnteckning; holder's signature; signature of bearer; signature of holder; signature;
        signature du titulaire; unterschrift; firma del titular; firma; assinatura do titular; handtekening; allekirjoitus;
        underskrift; kasutaja allkiri; podpis
        """,
        """
        personnummer; personal no; personal number; personal id no; personal code; isikukood; henkilötunnus; cpr-nummer;
        fødselsnummer; rodné číslo; pesel; codice fiscale; bsn; numéro personnel; personal identity number
        """,
        """
        pass nr; passnr; passport no; passport number; passeport n; document no; document number; documentnummer; kortnummer; card
        no; dokumentnummer; ausweisnummer; reisepass nr; id-kortsnummer; passinumero; doc number
        """,
        "längd; height; taille; größe; statura; estatura; altura; pituus; høyde; højde; lengte",
        "färg på ögon; ögonfärg; colour of eyes; color of eyes; couleur des yeux; farbe der augen; augenfarbe",
        "typ av tillstånd; type of permit; art des titels; tipo di permesso; type de titre; catégorie du titre",
        "anmärkningar; remarks; bemerkungen; annotazioni; observaciones; observations",
        "landskod; country code; code of issuing state; code du pays; código del país; código do país; kod państwa",
        "adress; adresse; address; domicilio; domicile; hauptwohnsitz; principal residence; anschrift; residence",
        "behörigheter; categories of vehicles; kategorier",
        "hijo de; hija de; hijo/a de; filla de; fill de",
    )
)
"""The labels of the fields: each row is one field, counted once however many languages stand beside one another."""

SURNAME, GIVEN_NAMES, BORN, EXPIRES = FIELDS[0], FIELDS[1], FIELDS[2], FIELDS[6]

ISSUERS = _listed("""
    sverige sweden; sverige; sweden; kungariket sverige; suomi finland; danmark; norge; europeiska unionen; european union; union
    européenne; republic; république; republik; kingdom; royaume; bundesrepublik deutschland; república; swedish; svensk/swedish;
    republiken; rzeczpospolita polska; česká republika
""")
"""Who issues, and the legend of a state: worth less than a title, for letters have them too."""

OTHERWISE: tuple[tuple[float, tuple[str, ...]], ...] = (
    (
        8.0,
        _listed("""
            fullmakt; fullmaktsgivare; befullmäktigas; power of attorney; vollmacht; registreringsbevis; registration certificate;
            personbevis; familjebevis; curriculum vitae; meritförteckning
        """),
    ),
    (
        2.5,
        _listed("""
            utbildning; arbete; arbetslivserfarenhet; anställningar; språk; referenser; education; experience; skills; languages;
            employment; ansökan; blankett; bilaga; application form; med vänliga hälsningar; mvh; hej; dear; regards; sincerely
        """),
    ),
    (
        5.0,
        _listed("""
            intyg; certificate; diplom; diploma; kursintyg; betyg; anställningsavtal; avtal; contract;
            agreement; årsredovisning; kvitto; receipt; orderbekräftelse; följesedel; fraktsedel; boarding pass;
            boardingkort; biljett; ticket; visitkort; presentkort; gift card
        """),
    ),
    (
        4.0,
        _listed("""
            faktura; invoice; rechnung; facture; bankgiro; plusgiro; bg-nr; ocr-nummer; ocr; moms; att betala; förfallodag;
            förfallodatum; inbetalning; betalningsmottagare; total amount; amount due; subtotal; fakturanr; kontoutdrag; saldo;
            överlåtelse; överlåter; offert
        """),
    ),
    (
        4.0,
        _listed("""
            medlemskort; medlemsnummer; medlem; member; membership; bibliotek; bibliotekskort; library; lånekort; lånenummer; gym;
            träningskort; kundkort; bonuskort; stamkund; loyalty; visa; mastercard; maestro; debit; credit; valid thru; bankkort;
            passerkort; besökare; visitor; studentkort; mecenat; sl-kort; resekort; busskort; parkeringstillstånd; parking permit;
            försäkringskort; sjukförsäkringskort; sjukförsäkring; health insurance; anställningskort; id06; tjänstekort;
            blodgivare
        """),
    ),
    (
        4.0,
        _listed("""
            logga in; log in; sign in; inkorg; inbox; skicka; avbryt; cancel; spara; save; publicera; redigera; inställningar;
            settings; fel http; error; http; https; www; filnamn; lösenord; password; bankid; läs mer; sök; search; meny; menu;
            cookies; prenumerera
        """),
    ),
)
"""What else is photographed, scanned and sent, with what each word of it costs."""
