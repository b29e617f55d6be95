"""The package of a request holds all that Ombud holds of the person, and nothing of anybody else."""

import csv
import json
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from config.policy_file import load_policy
from config.register_file import load_register
from detectors.finding import Kind
from gdpr.export import ExportReport, Row, Source, SourceFailedError, Subject
from ingest.export import ExportRules, NoSuchRequestError, Visit, build_export
from storage.store import SqlStore
from tests.storage.cast import (
    EVA,
    EVAS_NUMBER,
    EVAS_PHONE,
    MASTER_KEY,
    NATIONAL_NUMBER,
    NOON,
    PHONE,
    filed,
    letter,
    mail,
    newcomer,
    request,
)

BO, BOS_PHONE = "bo@kund.example", "070-174 06 44"
ABOUT_BO = f"Min kollega Bo Berg nås på {BO} eller {BOS_PHONE}. Själv nås jag på EVA@kund.example."
RULES = ExportRules(load_policy(), load_register())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """A database with Eva, who asks and writes of Bo, and Bo, who writes too."""
    found = SqlStore.open(f"sqlite:///{tmp_path}/ombud.db", MASTER_KEY)
    with found.transaction() as tx:
        eva, bo = newcomer(tx), newcomer(tx, BO, name="Bo Berg")
        asked = tx.mails.add(mail(1), eva)
        tx.mails.add_findings(asked, eva, filed(PHONE, NATIONAL_NUMBER))
        tx.mails.add(mail(2, text=ABOUT_BO), eva)
        tx.mails.add(mail(3, sender=BO, text="Bos hemlighet"), bo)
        tx.requests.open(request("access"), asked, eva)
        tx.requests.open(request("portability"), asked, eva)
        tx.outbox.add(letter(asked, eva), NOON)
    yield found
    found.close()


def built(store: SqlStore, to: Path, request_id: int = 1, *sources: Source, preview: bool = False) -> tuple[ExportReport, dict[str, str]]:
    """The report, and the text of every file of the package."""
    report = build_export(store, request_id, to, RULES, Visit("user/1", NOON, preview), sources)
    with ZipFile(to) as package:
        return report, {name: package.read(name).decode() for name in package.namelist()}


def test_everything_of_the_person_is_there(store: SqlStore, tmp_path: Path) -> None:
    report, files = built(store, tmp_path / "out.zip")
    assert report.complete
    assert {part.category: part.count for part in report.parts} == {"profile": 1, "facts": 3, "mails": 2, "requests": 2, "letters": 1}
    for name in ("index.html", "data.json"):
        for fact in ("Eva Ek", EVA, EVAS_PHONE, EVAS_NUMBER, "Fråga 2", "bild.png", "acknowledgement"):
            assert fact in files[name], (name, fact)


def test_nothing_of_anybody_else_is_there(store: SqlStore, tmp_path: Path) -> None:
    _, files = built(store, tmp_path / "out.zip")
    for name, text in files.items():
        assert not {other for other in ("Bo Berg", BO, BOS_PHONE, "+46701740644", "hemlighet") if other in text}, name
    assert "█████" in files["mails/ombud-000002.txt"]


def test_a_preview_shows_no_national_number_and_opens_nothing(store: SqlStore, tmp_path: Path) -> None:
    _, files = built(store, tmp_path / "out.zip", preview=True)
    assert not [name for name, text in files.items() if EVAS_NUMBER in text]
    assert "121212-****" in files["data.json"]


def test_the_page_tells_all_that_the_law_wants_told(store: SqlStore, tmp_path: Path) -> None:
    _, files = built(store, tmp_path / "out.zip")
    for told in (
        "556629-2347",
        "GDPR Art. 6(1)(f)",
        "Lagringstid",
        "Mottagare",
        "tredje land",
        "Integritetsskyddsmyndigheten",
        "art. 16–18",
    ):
        assert told in files["index.html"]


def test_each_category_is_a_table_too(store: SqlStore, tmp_path: Path) -> None:
    _, files = built(store, tmp_path / "out.zip")
    rows = list(csv.DictReader(StringIO(files["csv/facts-ombud.csv"])))
    assert {(row["kind"], row["value"]) for row in rows} >= {("email", EVA), ("phone", EVAS_PHONE), ("national_number", EVAS_NUMBER)}


def test_portability_hands_over_only_what_was_provided_or_observed(store: SqlStore, tmp_path: Path) -> None:
    _, files = built(store, tmp_path / "out.zip", 2)
    assert [part["category"] for part in json.loads(files["data.json"])["parts"]] == ["profile", "facts", "mails"]


def test_the_same_data_makes_the_same_bytes(store: SqlStore, tmp_path: Path) -> None:
    built(store, tmp_path / "one.zip")
    built(store, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_source_that_fails_makes_the_export_incomplete(store: SqlStore, tmp_path: Path) -> None:
    def away(_: Subject) -> Iterator[Row]:
        yield {"invoice": "1"}
        raise SourceFailedError("The source billing did not answer.")

    report, files = built(store, tmp_path / "out.zip", 1, Source("mails", "archive", away))
    assert (report.complete, report.missing) == (False, ("The source billing did not answer.",))
    assert "får inte lämnas ut" in files["index.html"]


def test_a_category_outside_the_register_makes_the_export_incomplete(store: SqlStore, tmp_path: Path) -> None:
    report, _ = built(store, tmp_path / "out.zip", 1, Source("horoscopes", "stars", lambda _: iter(({"sign": "leo"},))))
    assert report.missing == ("The category horoscopes is not in the register.",)


def test_a_package_that_was_cut_short_leaves_nothing_and_can_be_made_again(store: SqlStore, tmp_path: Path) -> None:
    def killed(_: Subject) -> Iterator[Row]:
        yield {"a": 1}
        raise KeyboardInterrupt

    (tmp_path / "out.zip.part").write_bytes(b"half")
    with pytest.raises(KeyboardInterrupt):
        built(store, tmp_path / "out.zip", 1, Source("usage", "site", killed))
    assert not (tmp_path / "out.zip").exists()
    assert built(store, tmp_path / "out.zip")[0].complete
    assert [path.name for path in tmp_path.glob("out*")] == ["out.zip"]


def test_only_its_owner_may_read_the_file(store: SqlStore, tmp_path: Path) -> None:
    built(store, tmp_path / "out.zip")
    assert (tmp_path / "out.zip").stat().st_mode & 0o777 == 0o600


def test_merged_profiles_are_one_person(store: SqlStore, tmp_path: Path) -> None:
    with store.transaction() as tx:
        other = newcomer(tx, "eva.ek@hem.example")
        tx.mails.add(mail(4, sender="eva.ek@hem.example", text="Hemifrån"), other)
        tx.merging.merge(other, 1, "user/1", NOON + timedelta(hours=1))
    _, files = built(store, tmp_path / "out.zip")
    assert "Hemifrån" in files["data.json"]
    assert "eva.ek@hem.example" in files["data.json"]
    assert Kind.EMAIL in files["csv/facts-ombud.csv"]


def test_there_is_no_export_without_a_request(store: SqlStore, tmp_path: Path) -> None:
    with pytest.raises(NoSuchRequestError):
        built(store, tmp_path / "out.zip", 99)
