"""Every text of the web door in Swedish and English, by gettext.

The sources are English. `locale/<language>/LC_MESSAGES/ombud.po` holds a translation as people edit it; it is
compiled in memory when the service starts, so a stale compiled file cannot be served.
"""

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES: Mapping[str, str] = {"sv": "Svenska", "en": "English"}
DEFAULT_LANGUAGE = "sv"
SOURCE_LANGUAGE = "en"
LOCALE = Path(__file__).parent / "locale"


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "extract this, translate it later"
    """Mark a text in a table for translation where it is shown."""
    return message


@cache
def translations(language: str) -> NullTranslations:
    """The texts in one language; English is what the sources say."""
    if language == SOURCE_LANGUAGE:
        return NullTranslations()
    with (LOCALE / language / "LC_MESSAGES" / "ombud.po").open("rb") as file:
        catalog = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)


def best_language(chosen: str | None, accepted: str) -> str:
    """The person's own choice, else the first language of Accept-Language that we speak, else Swedish (RFC 9110 §12.5.4)."""
    if chosen is not None and chosen in LANGUAGES:
        return chosen
    for language in _by_preference(accepted):
        if language in LANGUAGES:
            return language
    return DEFAULT_LANGUAGE


def _by_preference(accepted: str) -> list[str]:
    weighted = []
    for item in accepted.split(","):
        tag, _, quality = item.partition(";q=")
        weighted.append((-_weight(quality), tag.strip().lower().partition("-")[0]))
    return [language for weight, language in sorted(weighted, key=lambda pair: pair[0]) if weight < 0]


def _weight(quality: str) -> float:
    try:
        return float(quality or 1)
    except ValueError:
        return 0.0
