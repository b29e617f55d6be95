"""Whether a mail belongs to a request that is open: only by our own mark and from the same person; a claim alone joins nothing.

What names a request in its subject, its In-Reply-To or its References proves nothing: these headers are the sender's to write. A mail
that claims to belong and is not believed is filed as any other, and its claim is shown to a person.
"""

from dataclasses import replace

from gdpr.filing import Filing
from gdpr.letter_records import Claim, OwedLetter, Reply
from gdpr.people import comparable_address
from gdpr.records import Match


def reply_to(letter: OwedLetter, filing: Filing) -> Reply:
    """Judge a mail that bears the mark of this letter (GDPR Art. 32; D14)."""
    read = filing.read
    sender = read.message.sender.address if read.message.sender else ""
    if not read.authentication.passed:
        return Reply(letter, Claim.SENDER_NOT_CHECKED)
    if comparable_address(sender) != comparable_address(letter.recipient):
        return Reply(letter, Claim.ANOTHER_ADDRESS)
    return Reply(letter, Claim.SAME_PERSON if _may_be(letter, filing.match) else Claim.ANOTHER_PERSON)


def joined(filing: Filing, reply: Reply) -> Filing:
    """The mail with its reply; a right that is asked for again is the same request with the same clock, a wider one is new (D14)."""
    if not reply.joins:
        return replace(filing, reply=reply)
    known = {request.kind for request in reply.letter.requests if request.is_open}
    wider = tuple(found for found in filing.read.requests if found.kind not in known)
    return replace(filing, reply=reply, read=replace(filing.read, requests=wider))


def _may_be(letter: OwedLetter, match: Match) -> bool:
    """A letter to a provisional profile has that profile's number, which a new mail of theirs is matched with only when it is filed."""
    return match.contact_id in (None, letter.contact_id)
