"""The register of processing is whole for all that Ombud holds, and says what is lacking elsewhere."""

from pathlib import Path

import pytest

from config.errors import PolicyError
from config.register_file import load_register

OWN = ("profile", "facts", "mails", "requests", "letters")


def test_all_that_ombud_holds_is_told_whole() -> None:
    assert load_register().blocking(OWN) == ()


def test_a_category_whose_recipients_nobody_named_blocks_the_export() -> None:
    assert load_register().blocking(["billing"]) == ("The register does not tell recipients, transfers of the category billing.",)


def test_a_category_that_nobody_declared_blocks_the_export() -> None:
    assert load_register().blocking(["horoscopes"]) == ("The category horoscopes is not in the register.",)


def test_a_category_told_in_one_language_only_has_a_gap(tmp_path: Path) -> None:
    written = tmp_path / "register.toml"
    written.write_text('[[category]]\nkey = "mails"\nname = { sv = "Mejl" }\nlegal_basis = "GDPR Art. 6(1)(f)"\n')
    (obstacle,) = load_register(written).blocking(["mails"])
    assert "name, purpose, recipients, transfers, retention, source" in obstacle


@pytest.mark.parametrize(
    ("text", "named"),
    [('[[category]]\nkey = "../mails"\n', "category 1"), ('[[category]]\nkey = "a"\n' * 2, "a stands twice"), ("=", "cannot be read")],
)
def test_a_register_that_cannot_be_used_is_named(tmp_path: Path, text: str, named: str) -> None:
    written = tmp_path / "register.toml"
    written.write_text(text)
    with pytest.raises(PolicyError, match=named):
        load_register(written)
