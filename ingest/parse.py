"""A mail as bytes in, a `Message` out."""

from email import message_from_bytes
from email.message import Message as Tree

from detectors.language import language_of
from gdpr.message import Message
from ingest.blocks import set_aside
from ingest.body import read_body
from ingest.headers import read_headers
from ingest.parts import leaves
from ingest.passages import cut


class ParseError(ValueError):
    """This mail cannot be read: keep it whole and let a person look at it."""


def parse(content: bytes) -> Message:
    """The mail in these bytes, however broken; nothing of it is lost.

    Raises `ParseError` only where a mail is nested so deeply that its structure cannot be read.
    """
    lean = set_aside(content)
    tree = _tree(lean.content)
    headers = read_headers(tree)
    body = read_body(list(leaves(tree)), lean)
    text = "\n".join(rendered.text for rendered in body.texts)
    passages = cut(text)
    language = language_of(passages[0].text if passages else headers.subject)
    return Message(
        subject=headers.subject,
        sender=headers.sender,
        to=headers.to,
        cc=headers.cc,
        reply_to=headers.reply_to,
        sent_at=headers.sent_at,
        message_id=headers.message_id,
        in_reply_to=headers.in_reply_to,
        references=headers.references,
        text=text,
        html="\n".join(body.html),
        passages=passages,
        attachments=tuple(body.attachments),
        headers=headers.all,
        language=language,
        defects=tuple(type(defect).__name__ for defect in tree.defects),
    )


def _tree(content: bytes) -> Tree:
    try:
        return message_from_bytes(content)
    except RecursionError as error:
        raise ParseError("The parts of this mail are nested too deeply to be read; look at it by hand.") from error
