"""Where our reading of a mail and the word of its collection agree, check by check."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from gdpr.message import Attachment, MailAddress, Message
from ingest.parse import parse
from ingest.uuencode import take_out
from tests.corpora.library import MAIL, expectations, words

_NO_DATE = "1900"
_NOT_XML = re.compile(rb"&#[^;]*;|[\x00-\x08\x0b\x0c\x0e-\x1f]")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w")


@dataclass(frozen=True, slots=True)
class Check:
    """One statement of a collection about one field of one mail, and whether we say the same."""

    file: str
    field: str
    agrees: bool

    @property
    def name(self) -> str:
        """How the list of differences in the documentation names it."""
        return f"{self.file} {self.field}"


def imap_tools() -> Iterator[Check]:
    """113 mails: subject, addresses, date, text and attachments.

    imap-tools runs the text of attached mails into the text and their attachments into the attachments. We keep them
    apart, so that what a third party wrote is not taken for the sender's; here they are laid together to be compared.
    """
    for said in expectations(MAIL / "imap-tools"):
        file = said["file"].removeprefix("messages/").removesuffix(".eml")
        message = parse((MAIL / "imap-tools" / said["file"]).read_bytes())
        yield Check(file, "subject", words(said["subject"]) == words(message.subject))
        yield Check(file, "from", _real([said["from_"]]) == _addresses([message.sender]))
        yield Check(file, "to", _real(said["to"]) == _addresses(message.to))
        yield Check(file, "cc", _real(said["cc"]) == _addresses(message.cc))
        yield Check(file, "reply_to", _real(said["reply_to"]) == _addresses(message.reply_to))
        if not said["date"].startswith(_NO_DATE):
            yield Check(file, "date", _instant(said["date"]) == message.sent_at)
        if said["text"].strip():
            yield Check(file, "text", words(said["text"]) in (words(message.text), words("\n".join(_run_together(message)))))
        for i, attachment in enumerate(said["attachments"]):
            agrees = any(_is_same(attachment, one) for one in _all_attachments(message))
            yield Check(file, f"attachment {i + 1}", agrees)


def _real(addresses: list[str]) -> list[str]:
    return [address.lower() for address in addresses if "@" in address]


def _addresses(addresses: Any) -> list[str]:
    return [one.address for one in addresses if isinstance(one, MailAddress)]


def _instant(said: str) -> datetime:
    instant = datetime.fromisoformat(said)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _run_together(message: Message) -> Iterator[str]:
    yield message.text
    for inner in _attached_mails(message):
        yield from _run_together(inner)


def _all_attachments(message: Message) -> Iterator[Attachment]:
    yield from message.attachments
    for inner in _attached_mails(message):
        yield from _all_attachments(inner)


def _attached_mails(message: Message) -> Iterator[Message]:
    return (parse(one.content) for one in message.attachments if one.content_type == "message/rfc822")


def _is_same(said: dict[str, Any], ours: Attachment) -> bool:
    """The same type, name (where it has one) and octets; of an attached mail line ends do not count, nor the last of them."""
    as_lines = len(ours.content.replace(b"\r\n", b"\n").rstrip())
    same_lines = ours.content_type == "message/rfc822" and 0 <= said["size"] - as_lines <= 3
    named = said["filename"] in ("", ours.filename)
    return ours.content_type == said["content_type"] and named and (said["size"] == ours.size or same_lines)


def php_mime_mail_parser() -> Iterator[Check]:
    """23 mails: names and addresses, texts, HTML and attachments with what they contain."""
    for said in expectations(MAIL / "php-mime-mail-parser"):
        file = said["file"]
        message = parse((MAIL / "php-mime-mail-parser" / file).read_bytes())
        yield Check(file, "subject", words(said["subject"]) == words(message.subject))
        yield Check(file, "from", _people(said["from_list"][:1]) == [_person(one) for one in [message.sender] if one])
        yield Check(file, "to", _people(said["to_list"]) == [_person(one) for one in message.to])
        yield Check(file, "text", _is_said(said["text"], message.text))
        yield Check(file, "html", _is_said(said["html"], message.html))
        for i, attachment in enumerate(said["attachments"]):
            yield Check(file, f"attachment {i + 1}", any(_holds(attachment, one) for one in message.attachments))


def _people(said: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [(one["display"], one["address"]) for one in said]


def _person(one: MailAddress) -> tuple[str, str]:
    return one.name or one.address, one.address


def _is_said(rule: list[Any], ours: str) -> bool:
    """`MATCH` names a whole text, where "" says nothing of it; `COUNT` a phrase and how often it stands there."""
    if rule[0] == "COUNT":
        return ours.count(str(rule[2])) == int(rule[1])
    return not rule[1].strip() or words(rule[1]) == words(ours)


def _holds(said: dict[str, Any], ours: Attachment) -> bool:
    named = said["filename"].startswith("noname") or said["filename"] == ours.filename
    phrase = said["contains"].encode()
    return named and said["size"] == ours.size and (not phrase or ours.content.count(phrase) == int(said["contains_count"]))


def james_mime4j() -> Iterator[Check]:
    """80 mails: subject, addresses, and every leaf of the MIME tree, those of attached mails included."""
    for said in expectations(MAIL / "james-mime4j"):
        path = MAIL / "james-mime4j" / said["file"]
        message = parse(path.read_bytes())
        tree = ET.fromstring(_NOT_XML.sub(b"", path.with_name(path.stem + "_decoded.xml").read_bytes()))
        yield from _headers(path.stem, tree, message)
        texts = list(_texts(message))
        for i, leaf in enumerate(tree.iter()):
            if leaf.tag in ("text-body", "binary-body"):
                content = path.with_name(leaf.attrib["name"]).read_bytes()
                yield Check(path.stem, f"part {_number(leaf.attrib['name'], path.stem, i)}", _stands_in(content, texts))


def _number(name: str, stem: str, i: int) -> str:
    found = re.search(r"_decoded_([\d_]+)\.", name.removeprefix(stem))
    return found.group(1).replace("_", ".") if found else str(i)


def _headers(file: str, tree: ET.Element, message: Message) -> Iterator[Check]:
    seen: set[str] = set()
    for element in tree.find("header") or ():
        name, _, value = (element.text or "").strip().partition(":")
        name = name.lower()
        addresses = [address.lower() for address in _ADDRESS.findall(value)]
        if "=?" in value or name in seen:
            continue
        seen.add(name)
        if name == "subject":
            yield Check(file, name, words(value) == words(message.subject))
        elif name == "from" and addresses:
            yield Check(file, name, addresses[:1] == _addresses([message.sender]))
        elif name == "to" and addresses:
            yield Check(file, name, addresses == _addresses(message.to))


def _texts(message: Message) -> Iterator[str]:
    """All that a mail holds, attached mails opened."""
    yield words(message.text)
    yield words(message.html)
    for attachment in message.attachments:
        yield words(attachment.content.decode("utf-8", "replace"))
        yield words(attachment.content.decode("latin-1"))
    for inner in _attached_mails(message):
        yield from _texts(inner)


def _stands_in(content: bytes, texts: list[str]) -> bool:
    """Files that stand in the text itself (uuencode) are taken out of it, there and here."""
    decoded = [content.decode(charset, "replace").replace("\r\n", "\n") for charset in ("utf-8", "latin-1", "iso8859-15")]
    spellings = {words(take_out(text)[0]) for text in decoded}
    return any(spelling in text for spelling in spellings for text in texts)


COLLECTIONS = {"imap-tools": imap_tools, "php-mime-mail-parser": php_mime_mail_parser, "james-mime4j": james_mime4j}
DOCUMENTED = Path(__file__).parents[2] / "docs" / "parsing.md"
