"""`ombud letters`: every letter as it would be sent, with made-up facts, for whoever answers for the words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from cli.composition import utc_now
from cli.exits import WrongUseError
from config.letter_files import LANGUAGES, load_letters
from config.policy_file import load_policy
from gdpr.letter_kinds import LetterKind
from gdpr.letter_samples import sample_facts
from gdpr.letter_template import Letterbook
from gdpr.letters import write
from gdpr.local_time import local_day
from gdpr.policy import Policy

_VERIFY = "where to complain was last verified on {}; compare it with {}, and set verified_on in the policy file."


def letters(
    kind: Annotated[str, typer.Argument(metavar="[KIND]", help="One kind, such as acknowledgement; all if left out.")] = "",
    lang: Annotated[str, typer.Option(help="sv or en; both if left out.")] = "",
    folder: Annotated[Path | None, typer.Option(help="Folder with the letters, if not those that come with Ombud.")] = None,
) -> None:
    """Preview the letters with made-up facts, after checking that each says what the law wants."""
    kinds, languages = _chosen(kind, tuple(LetterKind), "kind of letter"), _chosen(lang, LANGUAGES, "language")
    policy = load_policy()
    book = load_letters(policy, folder)
    for text in previews(book, policy, kinds, languages):
        typer.echo(text)
    if policy.authority.must_be_verified(local_day(utc_now())):
        typer.echo(f"{policy.authority.short_name}: {_VERIFY.format(policy.authority.verified_on, policy.authority.web)}", err=True)


def previews(book: Letterbook, policy: Policy, kinds: tuple[str, ...], languages: tuple[str, ...]) -> Iterator[str]:
    """The letters, each under its name."""
    for name in kinds:
        for language in languages:
            letter = write(book, name, language, sample_facts(LetterKind(name)), policy)
            yield f"=== {name} ({language})\nSubject: {letter.subject}\n\n{letter.text}"


def _chosen(named: str, known: tuple[str, ...], what: str) -> tuple[str, ...]:
    if named and named not in known:
        raise WrongUseError(f"{named} is no {what}: name one of {', '.join(known)}.")
    return (named,) if named else known
