"""All detectors behind one door: offsets point into the part, origins stay, the receiver's own is left out."""

from hypothesis import given
from hypothesis import strategies as st

from detectors.finding import Kind, Origin
from detectors.passage import Passage
from detectors.receiver import Receiver
from detectors.registry import find_all
from tests.detectors.found import values

FTECH = Receiver(frozenset({"ftech.se"}), frozenset({"556629-2347"}), ("+46846500400",))
PIECES = ("070-174 06 05", "850709-9805", "556036-0793", "eva@kund.example", "Storgatan 1\n111 22 Stockholm", "Mvh\nEva Ek")
GLUE = ("hej, ", "\n", " - ", "12:30 ")


def test_offsets_count_from_the_beginning_of_the_part_and_the_origin_is_the_passage_s() -> None:
    passage = Passage("Ring 070-174 06 05", Origin.QUOTED, "body", start=100)
    (one,) = find_all([passage])
    assert (one.start, one.end, one.origin, one.part) == (105, 118, Origin.QUOTED, "body")
    assert not one.is_own


def test_the_receiver_s_own_numbers_and_addresses_are_never_findings() -> None:
    text = "ftech AB, org.nr 556629-2347, support@ftech.se, olle@desk.ftech.se, 08-465 004 00"
    assert [one.kind for one in find_all([Passage(text)], FTECH) if one.kind is not Kind.ORGANISATION] == []
    assert values(Kind.EMAIL, "eva@notftech.se", receiver=FTECH) == ["eva@notftech.se"]


@given(st.lists(st.sampled_from(PIECES + GLUE) | st.text(max_size=12), max_size=12).map("".join))
def test_every_finding_stands_where_it_says(text: str) -> None:
    for one in find_all([Passage(text, start=7)]):
        assert text[one.start - 7 : one.end - 7] == one.raw
        assert 0.5 <= one.score <= 1
        assert one.reason
