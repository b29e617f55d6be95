"""Puts together what a person is given when they ask for their data: a ZIP, the same bytes for the same data."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gdpr.export import ExportReport, Part, Source, SourceFailedError, Subject, handed_over
from gdpr.policy import Policy
from gdpr.register import Register
from ingest.export_package import About, write_package
from ingest.export_rows import KeptRows, keep
from storage.holdings import own_sources, subject_of
from storage.request_views import RequestView
from storage.store import SqlStore


@dataclass(frozen=True, slots=True)
class ExportRules:
    """By what an export is made: the policy and the register."""

    policy: Policy
    register: Register


@dataclass(frozen=True, slots=True)
class Visit:
    """Who makes an export and when; in a preview sealed values stay masked."""

    actor: str
    at: datetime
    preview: bool = False


class NoSuchRequestError(Exception):
    """There is no request under this number."""


def build_export(
    store: SqlStore, request_id: int, to: Path, rules: ExportRules, visit: Visit, sources: Sequence[Source] = ()
) -> ExportReport:
    """Write the package of a request, of what Ombud holds and of `sources`; whether it is complete is told by the report.

    The file appears under its name when it is whole, and only its owner may read it. A preview leaves sealed values masked.
    Raises NoSuchRequestError (Policy §7; GDPR Art. 15, 20).
    """
    request = store.views.requests.one(request_id)
    if request is None:
        raise NoSuchRequestError(f"There is no request {request_id}.")
    subject = subject_of(store, request, _language(store, request), visit.actor, visit.at, reveal=not visit.preview)
    chosen = handed_over(request.kind, (*own_sources(store), *sources), rules.register)
    with ExitStack() as files:
        kept, failed = _read(chosen, subject, rules.policy, files)
        missing = (*failed, *rules.register.blocking(dict.fromkeys(source.category for source in chosen)))
        _write_whole(to, About(request_id, request.kind, subject.language, visit.at, rules.policy, rules.register, missing), kept)
    return ExportReport(tuple(Part(one.source.category, one.source.system, one.count) for one in kept), missing)


def _language(store: SqlStore, request: RequestView) -> str:
    mail = store.views.mails.one(request.message_id)
    return "sv" if mail is None or mail.language == "sv" else "en"


def _read(sources: Iterable[Source], subject: Subject, policy: Policy, files: ExitStack) -> tuple[list[KeptRows], tuple[str, ...]]:
    kept: list[KeptRows] = []
    failed: list[str] = []
    for source in sources:
        try:
            rows = keep(source, subject, policy.controller.receiver)
        except SourceFailedError as error:
            failed.append(str(error))
        else:
            files.enter_context(rows.file)
            kept.append(rows)
    return kept, tuple(failed)


def _write_whole(to: Path, about: About, kept: Sequence[KeptRows]) -> None:
    unfinished = to.with_name(f"{to.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        unfinished.touch(0o600, exist_ok=False)
        with unfinished.open("wb") as file:
            write_package(file, about, kept)
        unfinished.replace(to)
    finally:
        unfinished.unlink(missing_ok=True)
