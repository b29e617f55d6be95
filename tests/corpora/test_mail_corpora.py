"""Our reading of mails that others collected: nothing breaks, nothing is lost, and what they say we say."""

import time

import pytest

from ingest.parse import ParseError, parse
from ingest.tnef import unwrap
from tests.corpora.agreement import COLLECTIONS, DOCUMENTED
from tests.corpora.library import ROOT, demand, mails

SECONDS_A_MAIL = 1.0
RATE = 0.98


@pytest.mark.timeout(300)
def test_every_mail_passes_and_none_takes_long() -> None:
    seen = 0
    for path in mails():
        started = time.perf_counter()
        try:
            parse(path.read_bytes())
        except ParseError as refusal:
            pytest.fail(f"{path.name}: {refusal}")
        assert time.perf_counter() - started < SECONDS_A_MAIL, path.name
        seen += 1
    assert seen > 500


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_what_a_collection_says_we_say_or_say_why_not(collection: str) -> None:
    different = [check.name for check in COLLECTIONS[collection]() if not check.agrees]
    documented = DOCUMENTED.read_text(encoding="utf-8")
    assert [name for name in different if f"`{name}`" not in documented] == []


def test_we_agree_with_the_collections_in_98_of_100_checks() -> None:
    checks = [check for collection in COLLECTIONS.values() for check in collection()]
    assert len(checks) > 1_000
    assert sum(check.agrees for check in checks) / len(checks) >= RATE


def test_winmail_dats_give_up_their_texts_and_files() -> None:
    opened = [unwrap(path.read_bytes()) for path in demand(ROOT / "corpora" / "tnef").rglob("*.tnef")]
    assert len(opened) >= 20
    assert sum(bool(one.files) for one in opened) >= 17
    assert sum(bool(one.text or one.html) for one in opened) >= 14
