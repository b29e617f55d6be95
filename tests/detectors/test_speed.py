"""No text, however hostile, keeps a detector or a rule busy: at most a second for 100 kB."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detectors.language import language_of
from detectors.passage import Passage
from detectors.registry import DETECTORS, Detector, find_all
from gdpr.bounce import read_bounce
from gdpr.facts import facts_of
from gdpr.message import MailAddress, Message
from gdpr.roles import with_roles
from gdpr.routing import request_kinds
from gdpr.screening import screen

SIZE = 100_000
SEEDS = (
    "0", "07", "0701740605", "070-", "070 174 06 05 ", "+46 ", "(", "+(0)", "850709-", "8507099805", "850709-9805 ",
    "5", "1-2.3/4 ", "a", "a.", "a@", "@", "a@b.", ".@.", "a-", "http://", "Aa ", "Aa Bb ", "Eva Ek\n", "A", "Å",
    "Storgatan 1\n", "111 22 Aa ", "111 22 ", "Aa, ", "Box 1, ", "\n", " ", "\t", "\u00a0", "tel ", "tel: ", "Namn: ",
    "ring mig ", "radera ", "vill ", "vill inte ", "mina uppgifter ", "ta bort ", "kan ni fa se veta ", "om mig ",
    "jag vill fa ut ", "inte ", "samtycke ", "till annan kund ", "AB ", "Aa AB ", "A B C AB\n", "[x] ", ". A", "?",
    "(201) 555-0123 ", "1985-07-09-9805 ", "070-174 06 05 ring mig ", "Fax 070-174 06 05\n", "ta bort a@b.example ", "<a@b.example>: ",
    "förra ägaren ", "ringde någon från ", "byt ut numret 070-174 06 05 mot ", "min mammas pnr 850709-9805, ", "anummer ", "session id ",
    "original message\n", "message-id: <", "levering ", "detta x kan inte ", "jag är en ledig ", "i am very away ", "tack för ditt ",
    "SE55", "AB12 ", "00:1B:", "1.", "on behalf of ", "unsubscribe ", "för a", "(hem) 0", "\u202d0", ">",
)  # fmt: skip


def _drain(detect: Detector, passage: Passage) -> None:
    list(detect(passage))


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


@pytest.mark.parametrize("seed", SEEDS)
def test_a_repeated_piece_costs_no_more_than_its_length(seed: str) -> None:
    text = (seed * (SIZE // len(seed) + 1))[:SIZE]
    passage = Passage(text)
    for detect in DETECTORS:
        assert _seconds(partial(_drain, detect, passage)) < 1.0, detect.__module__
    message = Message("Hej", MailAddress("", "a@b.example"), text=text, passages=(passage,))
    assert _seconds(lambda: request_kinds(message)) < 1.0
    assert _seconds(lambda: screen(message)) < 1.0
    found = find_all(message.passages)
    assert _seconds(lambda: facts_of(message, with_roles(message, found))) < 1.0
    report = replace(message, sender=MailAddress("", "mailer-daemon@b.example"))
    assert _seconds(lambda: read_bounce(report)) < 1.0
    assert _seconds(lambda: language_of(text)) < 1.0


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(SEEDS), min_size=1, max_size=6).map("".join))
def test_pieces_mixed_cost_no_more_than_their_length(piece: str) -> None:
    text = (piece * (SIZE // len(piece) + 1))[:SIZE]
    message = Message("Hej", MailAddress("", "a@b.example"), text=text, passages=(Passage(text),))
    assert _seconds(lambda: with_roles(message, find_all(message.passages))) < 1.0 * len(DETECTORS)
    assert _seconds(lambda: request_kinds(message)) < 1.0
