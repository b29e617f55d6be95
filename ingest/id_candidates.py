"""The files of a mail in which an identity document may be seen, those in forwarded mails and in winmail.dat too."""

from collections.abc import Iterable, Iterator

from detectors.id_gate import may_be_id_image
from gdpr.message import Attachment
from ingest.blocks import set_aside
from ingest.body import read_body
from ingest.parts import ParseError, leaves
from ingest.smime import opened
from ingest.tree import read_tree

MAX_DEPTH = 5  # a forwarded mail that holds a forwarded mail


def id_candidates(attachments: Iterable[Attachment], depth: int = 0) -> Iterator[Attachment]:
    """Each file that must be read to know what it shows, with its part number in the whole mail. law.md I3."""
    for attachment in attachments:
        if depth < MAX_DEPTH and _is_mail(attachment):
            yield from id_candidates(attachments_in(attachment), depth + 1)
        elif may_be_id_image(attachment):
            yield attachment


def _is_mail(attachment: Attachment) -> bool:
    return attachment.content_type == "message/rfc822" or attachment.filename.lower().endswith(".eml")


def attachments_in(mail: Attachment) -> tuple[Attachment, ...]:
    """The files in an attached mail; none where it cannot be read."""
    try:
        lean = set_aside(mail.content)
        return read_body(list(opened(list(leaves(read_tree(lean.content), mail.part)), lean)), lean).attachments
    except ParseError:
        return ()
