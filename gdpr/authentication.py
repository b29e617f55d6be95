"""Whether our own mail server vouches for the domain in From.

Only the topmost Authentication-Results that bears our configured authserv-id is read: any other may have been
written by the sender. Absent means unauthenticated, never "pass" (RFC 8601 §5).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gdpr.message import Message
from gdpr.records import Authentication

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_RESULT = re.compile(r"^\s*([\w-]+)(?:/\d+)?\s*=\s*(\w+)", re.ASCII)
_PROPERTY = re.compile(r"\b([\w-]+\.[\w-]+)\s*=\s*([^\s;]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class MethodResult:
    """What one method found: "dkim", "pass" and its properties, such as header.d."""

    method: str
    result: str
    properties: dict[str, str]


def without_comments(value: str) -> str:
    """The header value with its comments, which nest, taken out (RFC 5322 §3.2.2)."""
    kept: list[str] = []
    depth = 0
    for char in value:
        if char == "(":
            depth += 1
        elif char == ")" and depth:
            depth -= 1
        elif not depth:
            kept.append(char)
    return "".join(kept)


def parse_results(value: str) -> tuple[str, tuple[MethodResult, ...]]:
    """The authserv-id and the results of one Authentication-Results header (RFC 8601 §2.2)."""
    unquoted = _QUOTED.sub(lambda quoted: quoted[0][1:-1].replace(";", ""), value)
    authserv, _, rest = without_comments(unquoted).partition(";")
    words = authserv.split()
    return (words[0].lower() if words else ""), tuple(_results(rest))


def _results(text: str) -> Iterator[MethodResult]:
    for entry in text.split(";"):
        if found := _RESULT.match(entry):
            properties = {name.lower(): value.lower().strip('"') for name, value in _PROPERTY.findall(entry)}
            yield MethodResult(found[1].lower(), found[2].lower(), properties)


def aligned(claimed: str, sender_domain: str) -> bool:
    """Whether a domain speaks for the sender's: the same, or its parent (relaxed alignment, RFC 7489 §3.1)."""
    domain = claimed.rpartition("@")[2].strip(".")
    return bool(domain) and "." in domain and (sender_domain == domain or sender_domain.endswith("." + domain))


# In order: the first rule that fits decides. (method, result, property that must be aligned, reason, passed)
RULES = (
    ("dmarc", "fail", None, "dmarc_fail", False),
    ("dmarc", "pass", "header.from", "dmarc_pass", True),
    ("dkim", "pass", "header.d", "dkim_aligned", True),
    ("dkim", "pass", "header.i", "dkim_aligned", True),
    ("spf", "pass", "smtp.mailfrom", "spf_aligned", True),
)


def authenticate(message: Message, authserv_id: str) -> Authentication:
    """Say whether the From address of this mail may be believed, and by which rule (GDPR Art. 32; RFC 8601)."""
    if not authserv_id:
        return Authentication(False, "no_authserv_id")
    if message.sender is None or len(message.headers.get("from", ())) != 1:
        return Authentication(False, "no_single_sender")
    for value in message.headers.get("authentication-results", ()):
        server, results = parse_results(value)
        if server == authserv_id.lower():
            return _decide(results, message.sender.domain)
    return Authentication(False, "no_results")


def _decide(results: tuple[MethodResult, ...], sender_domain: str) -> Authentication:
    for method, result, name, reason, passed in RULES:
        for found in results:
            fits = found.method == method and found.result == result
            if fits and (name is None or aligned(found.properties.get(name, ""), sender_domain)):
                return Authentication(passed, reason)
    return Authentication(False, "not_aligned")
