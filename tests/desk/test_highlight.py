"""A text is cut where marks begin and end, and nothing of it is lost."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from desk.highlight import segments


@dataclass(frozen=True)
class Mark:
    """Something with a place."""

    id: int
    start: int
    end: int
    part: str = "body"


places = st.builds(Mark, st.integers(1, 9), st.integers(0, 60), st.integers(0, 60), st.sampled_from(["body", "subject"]))


@given(st.text(max_size=50), st.integers(0, 20), st.lists(places, max_size=6), st.lists(places, max_size=3))
def test_the_pieces_join_to_the_text(text: str, start: int, findings: list[Mark], requests: list[Mark]) -> None:
    assert "".join(piece.text for piece in segments(text, "body", start, findings, requests)) == text


def test_a_finding_inside_a_request_is_marked_as_both() -> None:
    pieces = segments("Radera 070-174 06 05 nu", "body", 100, [Mark(1, 107, 120)], [Mark(2, 100, 123)])
    assert [(piece.text, piece.finding, piece.request) for piece in pieces] == [
        ("Radera ", None, 2),
        ("070-174 06 05", 1, 2),
        (" nu", None, 2),
    ]


def test_marks_of_another_part_do_not_count() -> None:
    (piece,) = segments("Hej", "subject", 0, [Mark(1, 0, 3)], [])
    assert piece.finding is None
