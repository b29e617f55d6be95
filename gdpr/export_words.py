"""The words of a package's first page: all that Art. 15(1)–(2) wants told, in the person's language (R2)."""

from collections.abc import Mapping

EXPORT_WORDS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "title": "Dina personuppgifter hos",
        "incomplete": "Det här är ett utkast och får inte lämnas ut.",
        "confirmation": "Ja, vi behandlar personuppgifter om dig. Här är en kopia av dem, med vad du har rätt att få veta om behandlingen.",
        "nothing": "Vi behandlar inga uppgifter om dig utöver denna begäran.",
        "count": "Antal",
        "purpose": "Ändamål",
        "legal_basis": "Rättslig grund",
        "recipients": "Mottagare",
        "transfers": "Överföring till tredje land",
        "retention": "Lagringstid",
        "source": "Varifrån uppgifterna kommer",
        "automated": "Inga beslut om dig fattas enbart automatiskt, och ingen profilering sker.",
        "rights": "Du har rätt att begära rättelse, radering eller begränsning av behandlingen, att invända mot den och att få ut dina"
        " uppgifter i ett maskinläsbart format (GDPR art. 16–18, 20 och 21).",
        "complaint": "Du kan klaga hos tillsynsmyndigheten",
        "others": "Uppgifter om andra personer har tagits bort och ersatts av █████ (GDPR art. 15.4).",
        "files": "Samma uppgifter finns i data.json, i mappen csv och, för mejl, i mappen mails.",
    },
    "en": {
        "title": "Your personal data at",
        "incomplete": "This is a draft and must not be handed over.",
        "confirmation": "Yes, we process personal data about you. This is a copy of it, with what you may know of the processing.",
        "nothing": "We process no data about you other than this request.",
        "count": "Number",
        "purpose": "Purpose",
        "legal_basis": "Legal basis",
        "recipients": "Recipients",
        "transfers": "Transfer to third countries",
        "retention": "Kept for",
        "source": "Where the data comes from",
        "automated": "No decision about you is made by automated means alone, and there is no profiling.",
        "rights": "You have the right to ask for rectification, erasure or restriction, to object, and to receive your data in a"
        " machine-readable format (GDPR Arts. 16–18, 20 and 21).",
        "complaint": "You may complain to the supervisory authority",
        "others": "Data about other people was taken out and replaced by █████ (GDPR Art. 15(4)).",
        "files": "The same data is in data.json, in the folder csv and, for mails, in the folder mails.",
    },
}
