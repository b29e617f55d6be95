"""The trained model hears requests in words that no table holds, and nothing in an ordinary mail."""

import time
from array import array
from base64 import b64decode
from math import exp, sqrt
from pathlib import Path
from zlib import decompress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdpr import request_weights
from gdpr.request_features import BUCKETS, features
from gdpr.request_model import KINDS, Likeness, likenesses
from gdpr.request_rule import fold
from gdpr.requests import RequestKind
from gdpr.sentences import sentences

MOST_BYTES = 1_000_000
UNHEARD_OF = (
    (RequestKind.ACCESS, "Jag vore tacksam att få läsa samtliga noteringar som ni gjort kring mig genom åren."),
    (RequestKind.ERASURE, "Sudda bort varje spår av mig ur era pärmar och datorer."),
    (RequestKind.RECTIFICATION, "The postcode on my profile is out of date, it ought to end in 9QX."),
    (RequestKind.MARKETING_OPTOUT, "Jag orkar inte med fler av era erbjudanden, ta mig av listan."),
    (RequestKind.WITHDRAW_CONSENT, "Det ja jag gav er i fjol tar jag härmed tillbaka, mitt samtycke finns inte mer."),
    (RequestKind.DPA, "Vår revisor saknar ett underskrivet personuppgiftsbiträdesavtal med er."),
    (RequestKind.ERASURE, "Bitte entfernen Sie sämtliche Angaben zu meiner Person aus Ihrem System."),
)
ORDINARY = (
    "Servern svarar inte på ping sedan i natt. Kan ni starta om den?",
    "Hur många brevlådor ingår i det minsta paketet?",
    "The upload stops at 32 MB although the limit should be higher.",
)


def heard(text: str) -> tuple[Likeness, ...]:
    return likenesses(list(sentences(text, "body", 0)))


@pytest.mark.parametrize(("kind", "text"), UNHEARD_OF)
def test_a_request_in_new_words_sounds_like_what_it_asks_for(kind: RequestKind, text: str) -> None:
    assert max(heard(text), key=lambda one: one.score).kind == kind


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_mail_sounds_like_nothing(text: str) -> None:
    assert max((one.score for one in heard(text)), default=0) < 0.2


def test_the_sentence_that_asks_is_pointed_out() -> None:
    text = "Hej! Tack för hjälpen med servern. Sudda ut allt ni har sparat om mig. Ha en trevlig helg."
    loudest = max(heard(text), key=lambda one: one.score)
    assert text[loudest.sentence.start : loudest.sentence.end] == "Sudda ut allt ni har sparat om mig."


def test_reading_scores_a_sentence_as_training_did() -> None:
    text = "Jag vill se allt ni har om mig."
    known = features(fold(text))
    weights = array("b", decompress(b64decode(request_weights.WEIGHTS)))

    def probability(head: int) -> float:
        weight = sum(weights[head * BUCKETS + bucket] for bucket in known) * request_weights.STEPS[head]
        return 1 / (1 + exp(-(weight / sqrt(len(known)) + request_weights.BIASES[head])))

    for one in heard(text):
        assert one.score == pytest.approx(probability(KINDS.index(one.kind)) * sqrt(probability(len(KINDS))))


def test_the_weights_are_small_enough_to_ship() -> None:
    assert Path(request_weights.__file__).stat().st_size < MOST_BYTES


def test_an_empty_mail_and_one_without_words_sound_like_nothing() -> None:
    assert heard("") == heard("?!? \n\n --- 🙂") == ()


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= one.score <= 1 and one.sentence.text in text for one in heard(text))


@pytest.mark.parametrize("piece", ["radera mig. ", "om mig allt ", "a", "å. ", "art 15 ", "\n\n", "x y "])
def test_a_hundred_kilobytes_of_anything_take_less_than_a_second(piece: str) -> None:
    said = list(sentences(piece * (100_000 // len(piece)), "body", 0))
    begin = time.process_time()
    likenesses(said)
    assert time.process_time() - begin < 1.0
