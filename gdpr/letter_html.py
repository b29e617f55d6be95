"""A letter's text as a small HTML page: the same words, nothing fetched, nothing that follows the reader."""

import re
from collections.abc import Iterator
from html import escape

_LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 38em">
{content}
</body></html>
"""


def as_html(text: str, language: str) -> str:
    """The text as HTML: paragraphs, lists and links, every sign escaped."""
    return _PAGE.format(language=escape(language), content="\n".join(_blocks(text)))


def _blocks(text: str) -> Iterator[str]:
    for block in text.split("\n\n"):
        lines = block.splitlines()
        if lines and all(line.startswith("- ") for line in lines):
            yield f"<ul>{''.join(f'<li>{_linked(line[2:])}</li>' for line in lines)}</ul>"
        else:
            yield f"<p>{'<br>'.join(map(_linked, lines))}</p>"


def _linked(line: str) -> str:
    return _LINK.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', escape(line))
