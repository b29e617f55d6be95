"""How requests are worded in Finnish and German (law.md R4)."""

from gdpr.request_rule import rules
from gdpr.requests import RequestKind as Kind

_FI = {
    "art": r"artikla\w*|art\.?",
    "data": r"(?:henkilo|asiakas)?(?:tie(?:to|do)\w*|tiedo(?:t|sta|n|ista)\w*|tietojani|tietoni)",
    "me": r"minu(?:a|sta|n|lle)|itseani|itsestani|meista",
    "erase": r"poist\w+|tuhoa\w*|pyyhki\w*|unohda\w*",
    "ads": r"mainos\w*|uutiskir\w*|markkinoin\w*|suoramarkkinoin\w*|tarjou\w*",
}
_FINNISH = (
    (Kind.ACCESS, 0.95, r"<art> ?15\b|15 ?artikla|tarkastuspyynto\w*|tarkastusoike\w*|tietopyynto\w*|oikeus saada paasy", "names the right of access"),
    (Kind.ACCESS, 0.9, r"(?:jaljenno\w+|kopio\w*|nahda|saada|tieta\w*|mita|mitka|lahetta\w+).{0,60}(?:<data>.{0,60}<me>|henkilo<data>|tietoja (?:teilla|olette|minusta)|tietoni)", "asks for what is stored about them"),
    (Kind.PORTABILITY, 0.95, r"<art> ?20\b|20 ?artikla|siirta\w+ (?:tietoni|tietojani)|tietojen siirtam\w*|siirrettavyy\w*", "names portability"),
    (Kind.ERASURE, 0.95, r"<art> ?17\b|17 ?artikla|tulla unohdetuksi|oikeus tietojen poistam\w*|poist\w+ (?:minut|meidat)", "names the right to erasure"),
    (Kind.ERASURE, 0.92, r"<erase>.{0,40}(?:(?:minun|kaikki|omat) (?:\w+ ){0,2}<data>|tietoni|henkilo<data>|<data> <me>|nimeni)|(?:tietojeni|tietoni|henkilotietojeni) <erase>", "asks that data about them be erased"),
    (Kind.RECTIFICATION, 0.92, r"<art> ?16\b|(?:oikais\w+|korja\w+|paivit\w+|muutta\w*).{0,40}(?:tieto\w*|nimeni|osoittee\w*)|osoitteeni on muuttunut", "asks that their data be put right"),
    (Kind.RESTRICTION, 0.92, r"<art> ?18\b|kasittelyn rajoittam\w*|rajoitta\w+ .{0,20}kasittely\w*", "names restriction"),
    (Kind.OBJECTION, 0.9, r"<art> ?21\b|vastusta\w+.{0,40}(?:kasittely\w*|profilointi\w*|tietojeni)", "objects to a use of their data"),
    (Kind.WITHDRAW_CONSENT, 0.92, r"(?:peruut\w+|perun|peru\w*|vedan takaisin).{0,30}suostumu\w*|suostumukseni.{0,30}(?:peru|takaisin)", "takes their consent back"),
    (Kind.MARKETING_OPTOUT, 0.9, r"(?:en halua|ala\w*|lopet\w+|kiell\w+|peruut\w+).{0,40}<ads>|suoramarkkinointikielto\w*|^\W*(?:lopeta tilaus|peruuta tilaus)\W*$|(?:poistakaa|poista) .{0,20}(?:postituslistalta|jakelulistalta)", "wants no more advertising"),
    (Kind.DPA, 0.92, r"(?:henkilo)?tietojenkasittelysopimu\w*|tietojen kasittelysopimu\w*|alikasittelij\w*|<art> ?28\b", "speaks of a data processing agreement"),
    (Kind.DPO_QUESTION, 0.88, r"tietosuojavastaav\w*", "asks about the data protection officer"),
    (Kind.COMPLAINT, 0.9, r"(?:valit\w+|ilmoit\w+|kantel\w+).{0,40}(?:tietosuojavaltuutet\w*|imy|viranomai\w*)|tietoturvaloukkau\w*|tietovuoto\w*", "complains, or says they will, to the authority"),
    (Kind.POLICY_QUESTION, 0.82, r"(?:kuinka kauan|miten kauan|missa).{0,40}(?:sailyt\w+|tallen\w+|sijaits\w+).{0,60}", "asks how data is kept"),
)

_DE = {
    "art": r"art(?:\.|ikel)?",
    "data": r"(?:personen|kunden|nutzer|bestands)?(?:bezogene\w* )?(?:daten|angaben|informationen)",
    "me": r"(?:uber|zu|von) (?:mich|mir|meiner person|seiner person|ihm|ihr|meine\w* mandant\w*)|mich betreffend\w*|meiner person",
    "my": r"mein\w*|alle|samtliche|seine\w*|ihre\w* uber mich",
    "erase": r"losch\w+|loesch\w+|entfern\w+|vernicht\w+|geloscht|geloescht",
    "ads": r"werbung|werbe\w*|newsletter\w*|direktwerbung|direktmarketing|e-?mails|reklame|angebote",
    "officer": r"datenschutzbeauftragte\w*|dsb\b",
    "authority": r"aufsichtsbehorde\w*|datenschutzbehorde\w*|landesdatenschutz\w*|bfdi|imy|datenschutzaufsicht",
}
_GERMAN = (
    (Kind.ACCESS, 0.95, r"auskunft\w* gem\w*|<art> ?15\b|auskunftsersuchen|auskunftsrecht|recht auf auskunft|datenauskunft|selbstauskunft|§ ?(?:19|17).{0,60}auskunft", "names the right of access"),
    (Kind.ACCESS, 0.9, r"(?:auskunft|kopie|mitteil\w+|bestatig\w+|wissen|welche|verlange|fordere).{0,100}(?:<data>.{0,60}<me>|(?:meine|meiner) <data>|<me>.{0,30}(?:gespeichert\w*|verarbeit\w*)|<me>.{0,30}<data>)", "asks for what is stored about them"),
    (Kind.ACCESS, 0.88, r"welche <data>.{0,60}(?:<me>|mir|mich)|was (?:haben sie|habt ihr|ist) .{0,20}(?:<me>|mich|mir).{0,20}gespeichert", "asks what is stored about them"),
    (Kind.ACCESS, 0.82, r"\bwoher\b.{0,30}\bmein\w*", "asks where their data came from"),
    (Kind.PORTABILITY, 0.95, r"<art> ?20\b|datenubertragbarkeit|maschinenlesbar\w*", "names portability"),
    (Kind.ERASURE, 0.95, r"<art> ?17\b|recht auf (?:vergessen\w*|loschung)|loschantrag|loschbegehren|loschungsantrag", "names the right to erasure"),
    (Kind.ERASURE, 0.92, r"<erase>.{0,50}(?:<my> (?:\w+ ){0,2}<data>|<data>.{0,30}<me>|mein (?:konto|profil|kundenkonto)|alles uber mich)|(?:<my>) (?:\w+ ){0,2}<data>.{0,50}<erase>|<erase> (?:\w+ ){0,2}(?:mich betreffend\w*|personenbezogen\w*)|loschung (?:meiner|aller|der mich)", "asks that data about them be erased"),
    (Kind.RECTIFICATION, 0.92, r"<art> ?16\b|(?:berichtig\w+|korrigier\w+|andern|aktualisier\w+).{0,40}(?:<data>|meine\w* (?:adresse|anschrift|namen?))|<data>.{0,30}(?:falsch|unrichtig|veraltet)|meine (?:neue )?(?:adresse|anschrift) (?:hat sich|lautet)", "asks that their data be put right"),
    (Kind.RESTRICTION, 0.93, r"<art> ?18\b|einschrankung der (?:daten)?verarbeitung|sperr\w+ (?:meiner|der) daten", "names restriction"),
    (Kind.OBJECTION, 0.9, r"<art> ?21\b(?! abs\.? ?[23])|widersprech\w*.{0,60}(?:verarbeitung|profiling|nutzung|weitergabe)|widerspruch gegen die (?:daten)?(?:verarbeitung|weitergabe|nutzung)(?!.{0,80}direktwerbung)", "objects to a use of their data"),
    (Kind.WITHDRAW_CONSENT, 0.95, r"(?:widerruf\w*|zurucknehm\w*|nehme).{0,60}(?:einwilligung\w*|zustimmung\w*|einverstandnis\w*)|einwilligung\w*.{0,30}(?:widerruf\w*|zuruck)", "takes their consent back"),
    (Kind.MARKETING_OPTOUT, 0.9, r"(?:kein\w*|nicht mehr|stopp\w*|abbestell\w*|abmeld\w*|widersp\w*).{0,60}<ads>|direktwerbung|^\W*(?:abbestellen|abmelden)\W*$|(?:aus|von) (?:ihrem|dem|der|ihrer) (?:verteiler|mailingliste|newsletter)", "wants no more advertising"),
    (Kind.DPA, 0.93, r"auftragsverarbeitung\w*|av-?vertrag\w*|avv\b|unterauftrags\w*|<art> ?28\b|auftragsdatenverarbeitung\w*", "speaks of a data processing agreement"),
    (Kind.DPO_QUESTION, 0.85, r"(?:wer|kontakt\w*|name\w*|erreich\w*|frage an).{0,50}<officer>", "asks about the data protection officer"),
    (Kind.COMPLAINT, 0.9, r"(?:beschwer\w*|meld\w+|anzeig\w+|wend\w+).{0,60}<authority>|<authority>.{0,40}(?:beschwer\w*|meld\w+|anzeig\w+)|datenpanne|datenleck|datenschutzverletzung|datenschutzversto\w*", "complains, or says they will, to the authority"),
    (Kind.POLICY_QUESTION, 0.82, r"(?:wie lange|wo).{0,40}(?:speicher\w+|gespeichert|aufbewahr\w+|liegen|stehen).{0,80}\?", "asks how data is kept"),
)

RULES_FI = rules(_FI, _FINNISH)
RULES_DE = rules(_DE, _GERMAN)
