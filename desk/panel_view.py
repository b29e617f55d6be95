"""What the panel tells of one ticket: who writes, which number to call, what they asked for, and what is on file."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desk.panel_tokens import Claims
from desk.requests import Clocked, clocked
from desk.visitor import Visitor, Wiring
from detectors.finding import Kind
from gdpr.records import OPEN_STATUSES, FactStatus
from storage.contact_lines import ContactLine
from storage.id_image_views import IdImageLine
from storage.mail_views import MailLine, MailView
from storage.people_views import ContactView, FactView

NEWEST = 5
# Which number to call first: what a person vouches for, then what the register and the mails say; what waits for a yes comes last.
_TRUST = (FactStatus.CONFIRMED, FactStatus.IMPORTED, FactStatus.FILED, FactStatus.WAITING)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact and the sentence that it stood in, "" where it came from elsewhere or the words are no longer kept."""

    fact: FactView
    sentence: str


@dataclass(frozen=True, slots=True)
class PanelView:
    """One ticket's panel. `by_mail` tells that the very mail is filed; else the person is known by the requester's address alone."""

    by_mail: bool
    contact: ContactView | None
    candidates: tuple[ContactLine, ...]
    call: ToldFact | None
    open: tuple[Clocked, ...]
    closed: tuple[Clocked, ...]
    images: tuple[IdImageLine, ...]
    facts: tuple[ToldFact, ...]
    mails: tuple[MailLine, ...]
    warnings: tuple[str, ...]


def panel_view(wiring: Wiring, visitor: Visitor, claims: Claims) -> PanelView:
    """The panel of a ticket: by the mail that it was made of, else by the requesters' addresses, never by a guess (I7)."""
    views, hidden = wiring.store.views, visitor.hidden_queues
    mail_id = views.panel.mail(claims.message_id, hidden)
    mail = views.mails.one(mail_id, hidden) if mail_id else None
    people = (mail.line.contact_id,) if mail and mail.line.contact_id else views.panel.people(claims.requesters, hidden)
    contacts = [found for contact_id in people[:NEWEST] if (found := views.people.contact(contact_id, hidden))]
    warnings = mail.line.flags if mail else ()
    if len(contacts) != 1:
        return PanelView(bool(mail), None, tuple(found.line for found in contacts), None, (), (), (), (), (), warnings)
    contact = contacts[0]
    facts = _told(contact.facts, wiring, visitor)
    requests = clocked(views.requests.of_contact(contact.line.id, hidden), wiring.policy, visitor.now)
    return PanelView(
        by_mail=bool(mail),
        contact=contact,
        candidates=(),
        call=_number_to_call(facts, mail),
        open=tuple(row for row in requests if row.view.status in OPEN_STATUSES),
        closed=tuple(row for row in requests if row.view.status not in OPEN_STATUSES),
        images=tuple(image for image in views.id_images.held(hidden) if image.contact_id == contact.line.id),
        facts=facts,
        mails=tuple(views.mails.of_contact(contact.line.id, size=NEWEST, hidden_queues=hidden).lines),
        warnings=warnings,
    )


def _told(facts: Sequence[FactView], wiring: Wiring, visitor: Visitor) -> tuple[ToldFact, ...]:
    kept = [fact for fact in facts if fact.status is not FactStatus.REJECTED]
    sources = {fact.message_id for fact in kept if fact.message_id and fact.start is not None}
    found = {number: wiring.store.views.mails.one(number, visitor.hidden_queues) for number in sorted(sources)}
    mails = {number: mail for number, mail in found.items() if mail}
    return tuple(ToldFact(fact, _sentence(fact, mails)) for fact in kept)


def _sentence(fact: FactView, mails: Mapping[int, MailView]) -> str:
    """The sentence around a fact; a national number in it stays away, for the words are not masked."""
    mail = mails.get(fact.message_id or 0)
    if mail is None or fact.start is None:
        return ""
    for passage in mail.passages:
        at = fact.start - passage.start
        if passage.part == fact.part and 0 <= at < len(passage.text):
            begin, end = _around(passage.text, at)
            secret = any(
                found.sealed and found.part == passage.part and passage.start + begin < found.end and found.start < passage.start + end
                for found in mail.findings
            )
            return "" if secret else passage.text[begin:end].strip()
    return ""


def _around(text: str, at: int) -> tuple[int, int]:
    cuts = [(cut.start(), cut.end()) for cut in _SENTENCE_END.finditer(text)]
    begin = max((end for _, end in cuts if end <= at), default=0)
    return begin, min((start for start, _ in cuts if start > at), default=len(text))


def _number_to_call(facts: Iterable[ToldFact], mail: MailView | None) -> ToldFact | None:
    """The number to call: one of this very mail before others, the better vouched for before the rest."""
    phones = [told for told in facts if told.fact.kind == Kind.PHONE]
    this_mail = mail.line.id if mail else None
    return min(phones, key=lambda told: (told.fact.message_id != this_mail, _TRUST.index(told.fact.status), -told.fact.id), default=None)
