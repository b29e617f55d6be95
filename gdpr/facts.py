"""What a mail tells about its sender: one answer for each question, from the findings and the words around them."""

from collections.abc import Iterable
from dataclasses import dataclass

from detectors.finding import OWN_ORIGINS, Finding, Kind, Role
from gdpr.message import Message
from gdpr.sender_name import name_of


@dataclass(frozen=True, slots=True)
class Address:
    """A Swedish postal address in its three parts."""

    street: str
    postal_code: str
    city: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The sender's name, numbers and addresses; `callback` is the number they ask to be called on."""

    name: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    callback: str | None = None
    national_numbers: tuple[str, ...] = ()
    organisation_numbers: tuple[str, ...] = ()
    address: Address | None = None


MACHINES = frozenset({"bounce", "newsletter", "machine"})
"""Screened as one of these, a mail gives no number at which a person could be reached; an absence note does."""


def facts_of(message: Message, findings: Iterable[Finding], screened_as: str = "") -> Facts:
    """What the sender says of themselves in the new text, of findings that know their role (I7).

    Of the national and organisation numbers also those of others: they are found, but `believed` files none of them.
    """
    own: dict[Kind, list[Finding]] = {kind: [] for kind in Kind}
    for found in findings:
        if found.is_own or (found.kind is Kind.NATIONAL_NUMBER and found.origin in OWN_ORIGINS):
            own[found.kind].append(found)
    phones = [] if screened_as in MACHINES else own[Kind.PHONE]
    headers = {message.sender.address if message.sender else "", *(address.address for address in message.reply_to)}
    return Facts(
        name=name_of(message, own[Kind.NAME]),
        emails=tuple(address for address in _values(own[Kind.EMAIL]) if address not in headers),
        phones=_values(phones),
        callback=next((found.value for found in phones if found.role is Role.CALLBACK), None),
        national_numbers=_values(own[Kind.NATIONAL_NUMBER]),
        organisation_numbers=_values(own[Kind.ORGANISATION_NUMBER]),
        address=next((Address(*found.value.split("\n")) for found in own[Kind.ADDRESS]), None),
    )


def _values(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.value for found in findings))
