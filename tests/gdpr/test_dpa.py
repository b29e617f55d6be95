"""The way to a signed agreement (GDPR Art. 28(3); Policy §6)."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from config.dpa_file import load_dpa
from config.errors import PolicyError
from gdpr.dpa import CLAUSES, STEPS, DpaError, DpaState, DpaStep, after_step
from gdpr.letter_kinds import LETTER, LetterKind
from gdpr.requests import ROUTE, RequestKind

TEMPLATE = load_dpa()
TOLD = {"signatory": "Eva Ek", "authority": "signatory", "template_version": "2026-01", "file_reference": "A 17", "reason": "not_wanted"}
WAY = (
    (DpaState.ASKED, "authorise", DpaState.AUTHORISED),
    (DpaState.AUTHORISED, "send", DpaState.SENT),
    (DpaState.SENT, "sign", DpaState.SIGNED),
    (DpaState.SIGNED, "file", DpaState.FILED),
)


def step(name: str, **told: str) -> DpaStep:
    return DpaStep(name, "user/1", datetime(2026, 3, 10, tzinfo=UTC), {**TOLD, **told})


@pytest.mark.parametrize(("before", "name", "after"), WAY)
def test_each_step_leads_to_the_next(before: DpaState, name: str, after: DpaState) -> None:
    assert after_step(before, step(name), TEMPLATE) is after


@pytest.mark.parametrize("name", sorted(STEPS))
@pytest.mark.parametrize("state", list(DpaState))
def test_no_step_is_taken_from_a_state_that_does_not_allow_it(state: DpaState, name: str) -> None:
    if state not in STEPS[name].after:
        with pytest.raises(DpaError):
            after_step(state, step(name), TEMPLATE)


def test_nothing_is_sent_before_somebody_has_the_right_to_sign() -> None:
    with pytest.raises(DpaError, match="asked"):
        after_step(DpaState.ASKED, step("send"), TEMPLATE)
    with pytest.raises(DpaError, match="may sign"):
        after_step(DpaState.ASKED, step("authorise", authority="friend"), TEMPLATE)
    with pytest.raises(DpaError, match="needs signatory"):
        after_step(DpaState.ASKED, step("authorise", signatory=" "), TEMPLATE)


def test_a_text_that_lacks_a_demand_of_the_law_is_not_sent() -> None:
    assert TEMPLATE.missing() == ()
    assert tuple(TEMPLATE.clauses) == CLAUSES
    lacking = replace(TEMPLATE, clauses={**TEMPLATE.clauses, "h": " "})
    with pytest.raises(DpaError, match=r"28\(3\)\(h\)"):
        after_step(DpaState.AUTHORISED, step("send"), lacking)


def test_no_id_image_is_ever_asked_for_an_agreement() -> None:
    assert ROUTE[RequestKind.DPA].identity == 0
    assert {part.name for part in LETTER[LetterKind.DPA].parts}.isdisjoint({"item", "doubt", "masking", "alternatives"})


@pytest.mark.parametrize("text", ["", 'version = ""', 'version = "1"', 'version = "1"\n[clauses]\nz = "1"', "version = "])
def test_a_file_that_is_wrong_is_refused_in_one_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "dpa.toml"
    path.write_text(text)
    with pytest.raises(PolicyError, match=r"dpa\.toml"):
        load_dpa(path)
