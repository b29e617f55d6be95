"""The words of the check of an ID image: documents, fields, why they agree or not, and what may be decided."""

from collections.abc import Mapping

from desk.texts import N_
from gdpr.id_casework import Assurance, Refusal, Rejection
from gdpr.id_image_records import OpeningPurpose

OPENING_PURPOSES: Mapping[OpeningPurpose, str] = {
    OpeningPurpose.CHECK: N_("To check who asks"),
    OpeningPurpose.SECOND_LOOK: N_("A colleague asked for a second look"),
    OpeningPurpose.SORT: N_("To see what it shows and whom it concerns"),
}

REJECTIONS: Mapping[Rejection, str] = {
    Rejection.SOMEBODY_ELSE: N_("It shows somebody else"),
    Rejection.EXPIRED: N_("It had expired when it came"),
    Rejection.NOT_ACCEPTED: N_("It is no document that we accept"),
    Rejection.NOT_READABLE: N_("It cannot be read"),
    Rejection.LOOKS_CHANGED: N_("It looks as if it had been changed"),
    Rejection.NO_ID: N_("It is no identity document"),
}

ASSURANCES: Mapping[Assurance, str] = {
    Assurance.READ_BY_EYE: N_("I have read it myself, and it agrees"),
    Assurance.SPELLING: N_("The name is only spelled otherwise"),
    Assurance.FORMER_NAME: N_("It is the person's former name"),
    Assurance.MASKED: N_("What is missing was masked, as we offer"),
    Assurance.CONFIRMED_ON_FILE: N_("I asked back by a phone or an address that was on file before"),
}

REFUSALS: Mapping[Refusal, str] = {
    Refusal.NOT_OPENED: N_("Open the image before you decide about it."),
    Refusal.NO_REQUEST: N_("Nobody asked for this image: choose the request that it is for first."),
    Refusal.PROTECTED: N_("This person's identity is protected: an image alone proves nothing. Use a strong electronic ID."),
    Refusal.IN_DOUBT: N_("Not every field agrees: say what makes you sure, or reject the image."),
}

WORDS: Mapping[str, Mapping[str, str]] = {
    "document": {
        "passport": N_("Passport"),
        "id_card": N_("Identity card"),
        "driving_licence": N_("Driving licence"),
        "residence_permit": N_("Residence permit"),
    },
    "image_state": {
        "waiting": N_("Waits to be read"),
        "held": N_("Waits for a person"),
    },
    "verdict": {
        "": N_("not read yet"),
        "id_document": N_("an identity document"),
        "unreadable": N_("could not be read"),
        "unread": N_("nothing is there to read it"),
    },
    "id_field": {
        "document": N_("Document"),
        "name": N_("Name"),
        "birth_date": N_("Date of birth"),
        "valid": N_("Valid until"),
        "sender": N_("Sent from"),
        "national_number": N_("National number"),
    },
    "id_result": {
        "match": N_("agrees"),
        "mismatch": N_("does not agree"),
        "unknown": N_("cannot be told"),
    },
    "id_reason": {
        "accepted": N_("a document that we accept"),
        "not_accepted": N_("no document that we accept"),
        "not_recognised": N_("the kind of document was not recognised"),
        "same": N_("the same as on file"),
        "not_read": N_("it could not be read, or was masked: look for yourself"),
        "not_on_file": N_("nothing on file to compare with"),
        "another_name": N_("another name than on file"),
        "another_day": N_("another date than on file"),
        "another_number": N_("another number than on file"),
        "valid": N_("valid on the day it came"),
        "expired": N_("expired before the day it came"),
        "same_address": N_("the address that the request came from"),
        "another_address": N_("another address than the request came from"),
        "sender_not_checked": N_("nothing proves that the mail is from this address"),
    },
    "id_decision": {**{str(key): text for key, text in REJECTIONS.items()}, **{str(key): text for key, text in ASSURANCES.items()}},
    "image_end": {
        "accepted": N_("Accepted"),
        "rejected": N_("Rejected"),
        "asked_again": N_("Asked for another one"),
        "no_id": N_("No identity document"),
        "unasked": N_("Nobody asked for it"),
        "request_over": N_("The request was over"),
    },
}
