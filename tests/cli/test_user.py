"""`ombud user add`: a password on the terminal, or a link that works once."""

import pytest
import typer

from storage.users import LINK_LIFE
from tests.cli.operator import Operator
from tests.storage.cast import NOON


def test_a_user_with_a_link_signs_in_by_it(operator: Operator) -> None:
    said = operator.types("user", "add", "Alva", "--role", "agent,manager", "--link")

    token = said.output.rpartition("/signin/")[2].strip()
    store = operator.store()
    with store.transaction() as tx:
        user = tx.users.follow_link(token, NOON - LINK_LIFE)
    store.close()
    assert user
    assert sorted(user.roles) == ["agent", "manager"]


def test_a_password_is_asked_for_and_never_shown(operator: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typer, "prompt", lambda *_, **__: "en lång och trygg fras")
    said = operator.types("user", "add", "Alva", "--role", "dpo")

    assert (said.status, said.output) == (0, "Alva may sign in at http://127.0.0.1:8025.\n")
    store = operator.store()
    with store.transaction() as tx:
        assert tx.users.with_password("Alva", "en lång och trygg fras")
    store.close()


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("Alva", "--role", "agent,boss", "--link"), 2, "--role does not know boss: name some of agent,manager,dpo,bookkeeping,operator."),
        (("Alva", "--role", "", "--link"), 2, "--role does not know nobody"),
        (("Alva", "--role", "agent", "--link", "--language", "fi"), 2, "--language is sv or en."),
    ],
)
def test_wrong_use_is_said_in_a_sentence(operator: Operator, words: tuple[str, ...], status: int, sentence: str) -> None:
    said = operator.types("user", "add", *words)

    assert said.status == status
    assert sentence in said.errors


def test_a_name_that_is_taken_needs_a_person(operator: Operator) -> None:
    operator.types("user", "add", "Alva", "--role", "agent", "--link")
    said = operator.types("user", "add", "alva", "--role", "agent", "--link")

    assert (said.status, said.errors) == (1, "There is a user with this name already: choose another.\n")


def test_a_removed_user_is_no_longer_known(operator: Operator) -> None:
    operator.types("user", "add", "Alva", "--role", "agent", "--link")

    assert operator.types("user", "link", "alva").output.startswith("Once, within 60 minutes: http://127.0.0.1:8025/signin/")
    assert operator.types("user", "remove", "Alva").output == "Alva is removed.\n"
    for word in ("link", "remove"):
        said = operator.types("user", word, "Alva")
        assert (said.status, said.errors) == (1, "There is no user Alva: see how the name is written.\n")
