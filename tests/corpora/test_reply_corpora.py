"""Own text and signature, as the authors of four reply parsers and of the labelled support mails see them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detectors.finding import OWN_ORIGINS, Origin
from gdpr.message import Message
from ingest.parse import parse
from tests.corpora.library import ROOT, demand, expectations, words

REPLIES = ROOT / "corpora" / "replies"
RATE = 0.95
# What the tests of email_reply_parser ask of a file: words that the author wrote, and words that are not the author's.
VISIBLE = {
    "email_1_1": ("folks", "riak-users mailing list"),
    "email_1_2": ("You can list the keys for the bucket", "riak-users mailing list"),
    "email_1_3": ("Oh thanks", "riak-users mailing list"),
    "email_1_4": ("Awesome", "Loader"),
    "email_1_6": ("I get", "On Tue"),
    "email_1_7": (":+1:", "Steps 0-2"),
    "email_1_8": ("I will reply under this one", "this is my signature"),
    "email_2_1": ("Outlook with a reply", "Google Apps Sync Team"),
    "email_2_2": ("Outlook with a reply directly above line", "CRM Comments"),
    "email_iPhone": ("Here is another email", "Sent from my iPhone"),
    "email_BlackBerry": ("Here is another email", "Sent from my BlackBerry"),
    "email_one_is_not_on": ("One outstanding question", "Dave Tapley wrote:"),
    "email_sent_from_my_not_signature": ("Sent from my desk", ""),
    "greedy_on": ("On your remote host", "On 9 Jan 2014"),
}


def as_mail(path: Path, sender: str = "Eva <eva@example.se>") -> Message:
    """A file of a collection as a mail: some are whole mails, some only bodies."""
    content = path.read_bytes()
    if path.suffix == ".eml":
        return parse(content)
    kind = "html" if path.suffix == ".html" else "plain"
    return parse(f"From: {sender}\nSubject: Re: Hej\nContent-Type: text/{kind}; charset=utf-8\n\n".encode() + content)


def new_words(message: Message) -> str:
    """Own text and signature with their blanks folded."""
    return words("\n".join(passage.text for passage in message.passages if passage.origin in OWN_ORIGINS))


def old_words(message: Message) -> str:
    """Old text without its quote marks."""
    return words(re.sub(r"(?m)^[> ]+", "", message.written_by(Origin.QUOTED, Origin.FORWARDED)))


def talon() -> Iterator[bool]:
    """Replies from twelve mail programs, HTML of nine, six signatures."""
    for said in expectations(REPLIES / "talon"):
        path = REPLIES / "talon" / said["file"]
        if "signature" in said:
            sender = said["sender"] if "@" in said["sender"] else f"{said['sender']} <x@example.com>"
            yield words(said["signature"].replace("#sig#", "")) == words(as_mail(path, sender).written_by(Origin.SIGNATURE))
        else:
            yield words(said.get("reply_text") or said["reply_text_ignoring_whitespace"]) == new_words(as_mail(path))


def mail_parser_reply() -> Iterator[bool]:
    """Threads in seven languages: what stands in the last reply, what in the older ones."""
    folder = REPLIES / "mail-parser-reply"
    for said in expectations(folder):
        path = folder / said["file"]
        if path.exists() and said["test"] != "test_keep_hyphen_lists":  # the same mail as another test, read without a language
            message = as_mail(path)
            yield from (_agrees(claim, message) for claim in said["asserts"] if _is_comparable(claim))


def _is_comparable(claim: dict[str, Any]) -> bool:
    return "field" in claim and not (claim["reply"] and claim["op"] == "not_contains")


def _agrees(claim: dict[str, Any], message: Message) -> bool:
    own, signature, old = words(message.own_text), words(message.written_by(Origin.SIGNATURE)), old_words(message)
    first = {"body": own, "signatures": f"{signature} {old}", "headers": old, "content": f"{own} {signature} {old}"}
    text = old if claim["reply"] else first[claim["field"]]
    stands_there = words(re.sub(r"(?m)^[> ]+", "", claim["value"])) in text
    return stands_there is (claim["op"] == "contains")


def email_reply_parser() -> Iterator[bool]:
    """The mails that GitHub's and Zapier's parsers are tested with."""
    for collection in ("github-email_reply_parser", "zapier-email-reply-parser"):
        for name, (own, other) in VISIBLE.items():
            path = demand(REPLIES / collection) / "emails" / f"{name}.txt"
            if path.exists():
                said = words(as_mail(path).own_text)
                yield own in said and (not other or other not in said)


def test_own_text_and_signatures_are_where_others_see_them() -> None:
    checks = [*talon(), *mail_parser_reply(), *email_reply_parser()]
    assert len(checks) > 80
    assert sum(checks) / len(checks) >= RATE


def test_the_numbers_that_senders_of_support_mails_give_stand_in_their_own_text() -> None:
    folder = demand(ROOT / "mail_dev")
    found = []
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        message = parse((folder / "mails" / label["file"]).read_bytes())
        written = [passage.text for passage in message.new_text] + [link[2] for passage in message.new_text for link in passage.links]
        digits = re.sub(r"\D", "", "".join(written).replace("O", "0"))
        found += [number[-4:] in digits for number in (*label["phones"], *label["personnummer"])]
    assert len(found) > 100
    assert sum(found) / len(found) >= 0.99


def test_our_own_numbers_in_quoted_mails_are_never_the_senders() -> None:
    folder = demand(ROOT / "mail_dev") / "mails"
    own = [passage.text for path in sorted(folder.glob("*.eml")) for passage in parse(path.read_bytes()).new_text]
    assert [text for text in own if "08-465 004 00" in text] == []
