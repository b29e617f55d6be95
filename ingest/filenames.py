"""Names of attachments that are safe to use as names of files, and the sender's own where possible."""

import mimetypes
import re
from email.message import Message as Tree

from ingest.charsets import decode
from ingest.encoded_words import decode_header
from ingest.headers import wire_text
from ingest.parts import Part

MAX_NAME = 200
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_PATH = re.compile(r"^.*[/\\]", re.S)


def filename_of(part: Part) -> str:
    """The name that the sender gave, made safe; else one made of the part number, the same each time."""
    return safe_name(_given_name(part.tree)) or _default_name(part.number, part.content_type)


def _default_name(number: str, content_type: str) -> str:
    if content_type == "message/rfc822":
        return f"message-{number}.eml"
    readable = content_type.startswith(("message/", "text/"))
    return f"part-{number}{mimetypes.guess_extension(content_type) or ('.txt' if readable else '.bin')}"


def content_type_of(name: str) -> str:
    """The type that a file's name tells."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _given_name(tree: Tree) -> str:
    """The name in Content-Disposition or Content-Type; both spell it in three ways (RFC 2231, RFC 2047, bare letters)."""
    try:
        name = _parameter(tree, "filename", "content-disposition") or _parameter(tree, "name", "content-type")
        if "\N{REPLACEMENT CHARACTER}" in name:
            readable = _readable(tree)
            name = _parameter(readable, "filename", "content-disposition") or _parameter(readable, "name", "content-type") or name
    except (ValueError, LookupError, TypeError):
        return ""
    return decode_header(name)


def _parameter(tree: Tree, name: str, header: str) -> str:
    value = tree.get_param(name, "", header)
    if isinstance(value, tuple):
        charset, _, text = value
        return decode(text.encode("latin-1", "replace"), charset or "")
    return str(value)


def _readable(tree: Tree) -> Tree:
    """The headers that name the file, with undeclared 8-bit letters decoded first."""
    readable = Tree()
    for name, value in tree.raw_items():
        if name.lower() in ("content-type", "content-disposition"):
            readable[name] = wire_text(value)
    return readable


def safe_name(name: str) -> str:
    """A name without folders, control characters and marks that turn the reading direction."""
    bare = _UNSAFE.sub("", _PATH.sub("", name)).strip().lstrip(".")
    if len(bare) <= MAX_NAME:
        return bare
    stem, dot, ending = bare.rpartition(".")
    return stem[: MAX_NAME - len(ending) - 1] + dot + ending if dot and len(ending) < 20 else bare[:MAX_NAME]
