"""Whom we owe an acknowledgement, and whether it may go out without a person's click."""

import re
from collections.abc import Iterable

from gdpr.authority_mail import authority_mail
from gdpr.end_user import end_user
from gdpr.filing import Filing
from gdpr.letter_kinds import LetterKind
from gdpr.local_time import end_of_day, local_day
from gdpr.policy import Policy
from gdpr.records import LetterState, NewLetter
from gdpr.requests import RequestKind
from gdpr.routing import RequestFound
from gdpr.working_days import working_days_after

LETTER_LANGUAGES = frozenset({"sv", "en"})
_NOBODY_READS = re.compile(r"(?:no|do-?not|donot|ej|inte)[-_.]?reply|svara-?(?:ej|inte)|mailer-daemon|postmaster|bounces?\b", re.IGNORECASE)


def acknowledgement(filing: Filing, message_id: int, contact_id: int, policy: Policy) -> NewLetter | None:
    """The one letter that a mail with requests is owed within a working day; None to robots and to addresses nobody reads (R6)."""
    read, sender = filing.read, filing.read.message.sender
    if not read.requests or read.screening.auto or sender is None or nobody_reads(sender.address):
        return None
    if answered_otherwise(filing, policy):
        return None
    template = _template(read.requests)
    sure = read.authentication.passed and all(found.certain for found in read.requests)
    due_on = working_days_after(local_day(read.received_at), policy.desk.acknowledge_working_days)
    return NewLetter(
        template=template,
        language=letter_language(read.message.language),
        message_id=message_id,
        contact_id=contact_id,
        recipient=sender.address,
        state=policy.letters.first_state(template) if sure else LetterState.DRAFT,
        due_at=end_of_day(due_on),
    )


def nobody_reads(address: str) -> bool:
    """Whether an address says of itself that nobody reads what is sent there, or that a mail server does (RFC 3834 §2)."""
    return _NOBODY_READS.match(address) is not None


def answered_otherwise(filing: Filing, policy: Policy) -> bool:
    """Whether a mail with requests must get no acknowledgement: one of the authority, or of an end user of a site that we host."""
    message = filing.read.message
    if authority_mail(message, policy.authority) is not None:
        return True
    return not filing.match.is_known and end_user(message, policy.controller.domains) is not None


def _template(found: Iterable[RequestFound]) -> LetterKind:
    """A mail that only asks the data protection officer is answered in the officer's name (GDPR Art. 38(4))."""
    only_officer = all(one.kind is RequestKind.DPO_QUESTION for one in found)
    return LetterKind.DPO_ACKNOWLEDGEMENT if only_officer else LetterKind.ACKNOWLEDGEMENT


def letter_language(language: str) -> str:
    """The sender's language where we have letters in it; Swedish to the Nordic neighbours, English to others."""
    if language in LETTER_LANGUAGES:
        return language
    return "sv" if language in ("no", "da") else "en"
