"""The policy file holds the published policy, and a fault in it is told in one sentence."""

import re
from pathlib import Path

import pytest

from config.errors import PolicyError
from config.policy_file import POLICY_FILE, load_policy

PUBLISHED = Path(__file__).parents[2] / "docs" / "policy.sv.md"


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = POLICY_FILE.read_text()
    assert text.count(old) == 1
    file = tmp_path / "policy.toml"
    file.write_text(text.replace(old, new))
    return file


def test_the_numbers_are_those_that_the_policy_publishes() -> None:
    policy = load_policy()
    assert policy.controller.name == "ftech AB"
    assert policy.controller.organisation_number == "556629-2347"
    assert policy.terms.promise_days == 30
    assert policy.export.free_a_year == 1
    assert policy.retention.bookkeeping_years == 7
    assert policy.identity.mode == "policy"
    assert policy.officer.address == "support@ftech.se"
    assert policy.officer.is_account_manager


def test_every_sentence_quoted_in_the_file_stands_in_the_published_policy() -> None:
    published = re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", " ".join(PUBLISHED.read_text().split()))
    comments = re.sub(r"\n# (?!§)", " ", POLICY_FILE.read_text())
    quotes = [quote for line in re.findall(r"^# §\d (.*)$", comments, re.MULTILINE) for quote in re.findall(r'"([^"]+)"', line)]
    parts = [part.strip() for quote in quotes if quote != "risk_based" for part in quote.split("…") if part.strip()]
    assert len(parts) >= 15
    assert [part for part in parts if part not in published] == []


def test_the_authority_is_called_by_its_name_of_today_and_known_by_the_former() -> None:
    authority = load_policy().authority
    assert authority.short_name == "IMY"
    assert "imy.se" in authority.web
    assert authority.former_names == ("Datainspektionen",)


def test_any_edit_gives_another_version(tmp_path: Path) -> None:
    edited = load_policy(changed(tmp_path, "promise_days = 30", "promise_days = 29"))
    assert edited.terms.promise_days == 29
    assert edited.version != load_policy().version
    assert edited.version.startswith("2026-11+")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("promise_days = 30", "promise_days = 0", "terms.promise_days is wrong: input should be greater than or equal to 1, not 0"),
        ("promise_days = 30", 'promise_days = "30"', "terms.promise_days is wrong: input should be a valid integer"),
        ("promise_days = 30", "", "terms.promise_days is missing."),
        ("promise_days = 30", "promis_days = 30", "terms.promise_days is missing (1 more key is wrong)"),
        ("free_a_year = 1", "free_a_year = 1\nprice = 100", "export.price is no key of the policy"),
        ('mode = "policy"', 'mode = "strict"', "identity.mode is wrong: input should be 'policy' or 'risk_based'"),
        ("bookkeeping_years = 7", "bookkeeping_years = 6", "retention.bookkeeping_years is wrong: input should be greater than"),
        ("warn_days = [14, 7, 3, 1]", "warn_days = [14, 0]", "desk.warn_days.1 is wrong"),
        ("verified_on = 2023-05-11", 'verified_on = "May"', "authority.verified_on is wrong: input should be a valid date"),
        ("[terms]", "[terms", "cannot be read"),
    ],
)
def test_a_wrong_key_is_named_with_the_file_and_what_is_allowed(tmp_path: Path, old: str, new: str, told: str) -> None:
    file = changed(tmp_path, old, new)
    with pytest.raises(PolicyError) as stop:
        load_policy(file)
    assert told in str(stop.value)
    assert str(file) in str(stop.value)
    assert "\n" not in str(stop.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"nowhere\.toml cannot be read: No such file"):
        load_policy(tmp_path / "nowhere.toml")
