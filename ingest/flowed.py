"""Text whose lines were broken for the journey only (format=flowed)."""

from collections.abc import Iterator


def unflow(text: str, delete_space: bool = False) -> str:
    """The paragraphs of a flowed text, each on one line (RFC 3676)."""
    return "\n".join(_paragraphs(text.split("\n"), delete_space))


def _paragraphs(lines: list[str], delete_space: bool) -> Iterator[str]:
    paragraph, depth_before = "", -1
    for line in lines:
        depth, content = _unquote(line)
        if depth_before not in (-1, depth):  # a change of depth ends a paragraph, flowed or not (RFC 3676 §4.5)
            yield paragraph
            paragraph, depth_before = "", -1
        paragraph = paragraph + content if depth_before >= 0 else _quoted(depth, content)
        depth_before = -1
        if content.endswith(" ") and content != "-- ":
            paragraph = paragraph[:-1] if delete_space else paragraph
            depth_before = depth
        else:
            yield paragraph
            paragraph = ""
    if depth_before >= 0:
        yield paragraph


def _unquote(line: str) -> tuple[int, str]:
    content = line.lstrip(">")
    return len(line) - len(content), content.removeprefix(" ")


def _quoted(depth: int, content: str) -> str:
    return ">" * depth + " " + content if depth else content
