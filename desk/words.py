"""The word that people read for each key of the program: one table, translated where it is shown."""

from collections.abc import Mapping

from desk import id_image_words, letter_words, queue_words
from desk.request_words import WORDS as REQUEST_WORDS
from desk.texts import N_
from gdpr.people import RevealPurpose

WORDS: Mapping[str, Mapping[str, str]] = {
    "outcome": {
        "filed": N_("Filed"),
        "screened": N_("Screened"),
        "duplicate": N_("Duplicate"),
        "quarantined": N_("Quarantined"),
    },
    "kind": {
        "phone": N_("Phone"),
        "national_number": N_("National number"),
        "organisation_number": N_("Organisation number"),
        "email": N_("E-mail address"),
        "name": N_("Name"),
        "address": N_("Postal address"),
        "organisation": N_("Organisation"),
        "sensitive": N_("Sensitive"),
    },
    "origin": {
        "author": N_("the sender's own text"),
        "signature": N_("the sender's signature"),
        "quoted": N_("quoted text"),
        "forwarded": N_("a forwarded mail"),
        "header": N_("a header"),
        "attachment": N_("an attachment"),
    },
    "fact_status": {
        "imported": N_("On file"),
        "confirmed": N_("Confirmed"),
        "filed": N_("Filed"),
        "waiting": N_("Waits for a yes"),
        "rejected": N_("Rejected"),
    },
    "request": {
        "access": N_("Access to personal data"),
        "portability": N_("Data portability"),
        "erasure": N_("Erasure"),
        "rectification": N_("Rectification"),
        "restriction": N_("Restriction"),
        "objection": N_("Objection"),
        "withdraw_consent": N_("Withdrawal of consent"),
        "marketing_optout": N_("No more marketing"),
        "dpa": N_("Data processing agreement"),
        "dpo_question": N_("Question to the data protection officer"),
        "complaint": N_("Complaint"),
        "policy_question": N_("Question about the policy"),
    },
    "request_status": {
        "received": N_("Newly received"),
        "identity_pending": N_("Waiting for identity"),
        "in_progress": N_("In progress"),
        "extended": N_("Extended"),
        "fulfilled": N_("Fulfilled"),
        "refused": N_("Refused"),
        "withdrawn": N_("Withdrawn"),
        "closed_unverified": N_("Closed, identity not shown"),
    },
    "standing": {
        "on_track": N_("On track"),
        "due_soon": N_("Due soon"),
        "overdue": N_("Overdue"),
        "paused": N_("Paused"),
        "closed": N_("Closed"),
    },
    "authentication": {
        "dmarc_pass": N_("Our mail server vouches for the sender's domain (DMARC)."),
        "dkim_aligned": N_("The mail is signed by the sender's domain (DKIM)."),
        "spf_aligned": N_("The mail came from a server of the sender's domain (SPF)."),
        "dmarc_fail": N_("Our mail server says that the sender's domain did not send this (DMARC)."),
        "not_aligned": N_("Nothing that our mail server checked speaks for the sender's domain."),
        "no_results": N_("Our mail server said nothing about the sender."),
        "no_single_sender": N_("The mail does not name exactly one sender."),
        "no_authserv_id": N_("No mail server is configured whose word we believe."),
    },
    "flag": {
        "unauthenticated": N_("sender not checked"),
        "reply_to_differs": N_("replies go elsewhere"),
        "damaged": N_("damaged"),
        "message_id_reused": N_("reused Message-ID"),
    },
    "warning": {
        "unauthenticated": N_("Nothing proves that the sender is who the mail says. What it tells waits for a person's yes."),
        "reply_to_differs": N_("A reply would go to another address than the sender's. Send nothing personal there."),
        "damaged": N_("Parts of the mail were damaged and had to be guessed."),
        "message_id_reused": N_("Another mail with other content has the same Message-ID. Both are kept."),
    },
    "screening": {
        "bounce": N_("a bounce"),
        "receipt": N_("a read receipt"),
        "calendar": N_("a calendar answer"),
        "auto_reply": N_("an automatic reply"),
        "list": N_("a mailing list"),
        "newsletter": N_("a newsletter"),
        "machine": N_("a program's mail"),
    },
    "likeness": {
        "same_address": N_("Same e-mail address, but nothing proves that the mail is theirs"),
        "same_national_number": N_("Same national number"),
        "same_phone": N_("Same phone number"),
        "same_organisation_number": N_("Same organisation number"),
        "same_domain": N_("Same e-mail domain"),
    },
    "source": {
        "header": N_("the sender's address"),
        "import": N_("customer register"),
        "mail": N_("a mail"),
        "desk": N_("a person at the desk"),
    },
    "part": {
        "subject": N_("in the subject"),
        "body": N_("in the text"),
        "header:from": N_("in the sender's address"),
    },
    "step": {
        "fetch": N_("While it was fetched"),
        "parse": N_("While it was parsed"),
        "screen": N_("While robots were screened out"),
        "authenticate": N_("While the sender was checked"),
        "detect": N_("While personal data was looked for"),
        "classify": N_("While requests were looked for"),
        "file": N_("While it was filed"),
    },
    "identity_level": {
        "0": N_("No check of identity is needed."),
        "1": N_("A mail from the address on file, checked by our mail server."),
        "2": N_("More than a mail from the address on file."),
    },
    "queue": {
        "privacy": N_("Privacy requests"),
        "dpo": N_("Data protection officer"),
        "dpa": N_("Data processing agreements"),
    },
    "role": {
        "agent": N_("Agent"),
        "manager": N_("Manager"),
        "dpo": N_("Data protection officer"),
        "bookkeeping": N_("Bookkeeping"),
        "operator": N_("Operator"),
    },
    **queue_words.WORDS,
    **letter_words.WORDS,
    **REQUEST_WORDS,
    **id_image_words.WORDS,
}

PURPOSES: Mapping[RevealPurpose, str] = {
    RevealPurpose.IDENTITY: N_("To make sure who the person is"),
    RevealPurpose.AGREEMENT: N_("To draw up or change an agreement"),
    RevealPurpose.INVOICE: N_("To send an invoice"),
    RevealPurpose.REQUEST: N_("To answer the person's request"),
    RevealPurpose.CORRECTION: N_("To correct what is on file"),
}

TONES: Mapping[str, str] = {
    "filed": "good",
    "duplicate": "plain",
    "screened": "plain",
    "quarantined": "bad",
    "imported": "good",
    "confirmed": "good",
    "waiting": "warn",
    "rejected": "plain",
    "on_track": "good",
    "due_soon": "warn",
    "overdue": "bad",
    "paused": "accent",
    "closed": "plain",
    **queue_words.TONES,
    **letter_words.TONES,
    "match": "good",
    "mismatch": "bad",
    "unknown": "warn",
}


def word(group: str, key: str) -> str:
    """The English word for a key; a key that is new to the table is shown as it is, never hidden."""
    return WORDS.get(group, {}).get(key) or key.replace("_", " ")


def tone(key: str) -> str:
    """The colour class of a badge; the word beside it says the same."""
    return TONES.get(key, "plain")
