"""The body of a mail as text, and what else is in it as attachments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gdpr.message import Attachment
from ingest.alternatives import Candidate, best
from ingest.blocks import Lean
from ingest.charsets import decode
from ingest.filenames import content_type_of, filename_of, safe_name
from ingest.flowed import unflow
from ingest.html_text import Rendered, render
from ingest.parts import Part, content_of
from ingest.tnef import is_tnef, unwrap
from ingest.uuencode import take_out

_BODY_TYPES = frozenset({"text/plain", "text/html"})
_FOR_PROGRAMS = frozenset(
    {"text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/csv", "text/rtf", "text/css", "text/javascript", "text/xml"}
    | {"text/rfc822-headers", "text/x-amp-html"}
)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a mail with its regions and links, its HTML as sent, and its attachments."""

    rendered: Rendered
    html: str
    attachments: tuple[Attachment, ...]


def read_body(parts: Sequence[Part], lean: Lean) -> Body:
    """All that the parts hold: nothing is dropped, each part is text, an attachment, or both."""
    candidates: list[Candidate] = []
    attachments: list[Attachment] = []
    spare: list[Rendered] = []
    bodies = {part.number for part in parts if _is_body(part)}
    for part in parts:
        if part.number in bodies or (not bodies and _is_readable(part)):
            candidate, files = _read_text(part, lean)
            candidates.append(candidate)
            attachments += files
        if part.number not in bodies:
            attachment = _as_attachment(part, lean)
            attachments.append(attachment)
            inner, files = _inside(attachment)
            attachments += files
            spare += [inner] if inner.text else []
    rendered = join(best(candidates))
    if not rendered.text.strip() and spare:
        rendered = join(spare)
    return Body(rendered, "\n".join(candidate.text for candidate in candidates if candidate.is_html), tuple(attachments))


def join(pieces: Sequence[Rendered]) -> Rendered:
    """Several texts as one, each beginning on its own line."""
    if len(pieces) == 1:
        return pieces[0]
    text, regions, links = "", [], []
    for piece in pieces:
        if text and not text.endswith("\n"):
            text += "\n"
        offset = len(text)
        text += piece.text
        regions += [(start + offset, end + offset, origin) for start, end, origin in piece.regions]
        links += [(start + offset, end + offset, target) for start, end, target in piece.links]
    return Rendered(text, tuple(regions), tuple(links))


def _is_body(part: Part) -> bool:
    """Whether a part is text of the mail itself and no file."""
    return part.content_type in _BODY_TYPES and _is_readable(part) and not part.tree.get_filename()


def _is_readable(part: Part) -> bool:
    """Whether a named text, or one of an unknown kind (RFC 2046 §4.1.4), is shown in the mail where it has no other."""
    is_text = part.content_type.startswith("text/") and part.content_type not in _FOR_PROGRAMS
    return is_text and part.tree.get_content_disposition() != "attachment"


def _read_text(part: Part, lean: Lean) -> tuple[Candidate, list[Attachment]]:
    tree = part.tree
    text = _lines(decode(content_of(part, lean), str(tree.get_content_charset("") or "")))
    if part.content_type == "text/html":
        return Candidate(part, text), []
    if "format" in str(tree.get("Content-Type", "")).lower() and str(tree.get_param("format", "")).lower() == "flowed":
        text = unflow(text, str(tree.get_param("delsp", "")).lower() == "yes")
    text, files = take_out(text)
    return Candidate(part, text), list(_files(part.number, files))


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _as_attachment(part: Part, lean: Lean) -> Attachment:
    tree = part.tree
    return Attachment(
        part=part.number,
        filename=filename_of(part),
        content_type=part.content_type,
        content=content_of(part, lean),
        inline=tree.get_content_disposition() == "inline",
        content_id=str(tree.get("Content-ID", "")).strip().strip("<>"),
    )


def _inside(attachment: Attachment) -> tuple[Rendered, list[Attachment]]:
    """What a winmail.dat holds: a text and files."""
    if not is_tnef(attachment.content_type, attachment.filename, attachment.content):
        return Rendered(""), []
    inside = unwrap(attachment.content)
    rendered = Rendered(_lines(inside.text)) if inside.text.strip() or not inside.html else render(_lines(inside.html))
    return rendered, list(_files(attachment.part, inside.files))


def _files(number: str, files: Sequence[tuple[str, bytes]]) -> Iterator[Attachment]:
    for i, (name, content) in enumerate(files, 1):
        safe = safe_name(name) or f"part-{number}.{i}.bin"
        yield Attachment(f"{number}.{i}", safe, content_type_of(safe), content)
