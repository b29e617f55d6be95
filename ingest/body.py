"""The body of a mail as text, and what else is in it as attachments."""

from dataclasses import dataclass, field

from gdpr.message import Attachment
from ingest.blocks import Lean
from ingest.charsets import decode
from ingest.filenames import filename_of
from ingest.html_text import Rendered, render
from ingest.parts import Part, content_of

_BODY_TYPES = frozenset({"text/plain", "text/html"})


@dataclass(slots=True)
class Body:
    """The text of a mail with its regions, its HTML as sent, and its attachments."""

    texts: list[Rendered] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)


def read_body(parts: list[Part], lean: Lean) -> Body:
    """All that the parts hold: nothing is dropped, each part is text or an attachment."""
    body = Body()
    choices: dict[str, list[tuple[Part, str]]] = {}
    for part in parts:
        if not is_text(part):
            body.attachments.append(as_attachment(part, lean))
            continue
        text = decode(content_of(part, lean), str(part.tree.get_content_charset("") or ""))
        if part.content_type == "text/html":
            body.html.append(text)
        choices.setdefault(part.choice or part.number, []).append((part, text))
    for alternatives in choices.values():
        body.texts.append(_best(alternatives))
    return body


def is_text(part: Part) -> bool:
    """Whether a part is text of the mail itself and no file."""
    tree = part.tree
    return part.content_type in _BODY_TYPES and tree.get_content_disposition() != "attachment" and not tree.get_filename()


def as_attachment(part: Part, lean: Lean) -> Attachment:
    """A part as a file."""
    tree = part.tree
    return Attachment(
        part=part.number,
        filename=filename_of(tree, part.number),
        content_type=part.content_type,
        content=content_of(part, lean),
        inline=tree.get_content_disposition() == "inline",
        content_id=str(tree.get("Content-ID", "")).strip().strip("<>"),
    )


def _best(alternatives: list[tuple[Part, str]]) -> Rendered:
    plain = [text for part, text in alternatives if part.content_type == "text/plain"]
    if any(text.strip() for text in plain):
        return Rendered("\n".join(plain))
    return render("\n".join(text for part, text in alternatives if part.content_type == "text/html"))
