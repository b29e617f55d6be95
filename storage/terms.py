"""How long each table's rows are kept: what is in none of these cannot be stored."""

from collections.abc import Mapping
from enum import StrEnum

from gdpr.retention import Category


class Term(StrEnum):
    """Terms that the calendar does not end."""

    AGREEMENT = "agreement"  # as long as somebody is a customer; ends with an erasure
    WITH_ITS_OWNER = "with_its_owner"  # goes with the mail, the person or the request it belongs to
    SHORT_LIVED = "short_lived"  # carries its own end, minutes to days away
    RECORD = "record"  # what the law wants documented (GDPR Art. 33(5), Art. 21(3))
    NO_PERSON = "no_person"  # numbers and names of the program's own


_MAIL = (Category.SUPPORT_MAIL, Category.SCREENED_MAIL, Category.CLOSED_REQUEST_MAIL)

TERMS: Mapping[str, tuple[Category | Term, ...]] = {
    "audit": (Category.AUDIT_ENTRY,),
    "authority_letters": (Term.WITH_ITS_OWNER,),
    "contacts": (Term.AGREEMENT, Category.SUPPORT_MAIL),  # a stranger's profile goes with their last mail
    "cursors": (Term.NO_PERSON,),
    "customers": (Term.AGREEMENT,),
    "dpa_agreements": (Term.AGREEMENT,),
    "emptied_mails": (Term.WITH_ITS_OWNER,),
    "end_users": (Term.WITH_ITS_OWNER,),
    "facts": (Term.WITH_ITS_OWNER,),
    "findings": (Term.WITH_ITS_OWNER,),
    "id_image_openings": (Term.SHORT_LIVED,),
    "id_images": (Term.SHORT_LIVED, Term.WITH_ITS_OWNER),  # the picture by its own rule, the note with its mail
    "incident_notes": (Term.RECORD,),
    "incidents": (Term.RECORD,),
    "key_deletions": (Term.SHORT_LIVED,),
    "leases": (Term.SHORT_LIVED,),
    "ledger": (Term.NO_PERSON,),
    "mailbox_copies": (Term.WITH_ITS_OWNER,),
    "merges": (Term.WITH_ITS_OWNER,),
    "messages": _MAIL,
    "outbox": (Term.WITH_ITS_OWNER, Category.STAFF_LETTER),
    "panel_launches": (Term.SHORT_LIVED,),
    "quarantine": (Category.QUARANTINED_MAIL,),
    "redacted_mails": (Term.WITH_ITS_OWNER,),
    "request_events": (Term.WITH_ITS_OWNER,),
    "replies": (Term.WITH_ITS_OWNER,),
    "requests": (Category.CLOSED_REQUEST,),
    "sessions": (Term.SHORT_LIVED,),
    "signin_failures": (Term.SHORT_LIVED,),
    "signin_links": (Term.SHORT_LIVED,),
    "suggestions": (Term.WITH_ITS_OWNER,),
    "suppressions": (Term.RECORD,),
    "users": (Term.AGREEMENT,),
}
