"""Keys and tokens that open a machine: private keys, API keys, tokens of well-known services.

>>> [found.value for found in detect(Passage("API-nyckel: 0a1b2c3d4e5f60718293"))]
['key']

Each shape is documented by the service that gives the key out. Certificates, public keys and DNS records are meant to be seen.
"""

import re
from collections.abc import Iterator

from detectors.finding import Finding
from detectors.passage import Passage
from detectors.sensitive_finding import sensitive

_MENTIONED = (
    *("key", "nyckel", "token", "secret", "bearer", "akia", "asia", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat", "glpat"),
    *("xox", "k_live", "k_test", "aiza", "sg.", "sk-", "npm_", "eyj"),
)
"""One of these stands, in small or capital letters, in every text that holds a key; looking for them first costs little."""

_CALLED_KEY = (
    r"(?:\bapi[-_ ]?(?:key|nyckel(?:n)?|token|secret)|\b(?:access|auth|bearer|secret|client)[-_ ](?:key|token|secret)|\bbearer|"
    r"\bhemliga? nyckel(?:n)?)(?:[ \t]*(?:[:=]|\b(?:är|is)\b)[ \t]*|[ \t]+)[\"'`]?"
)
_LETTERS_AND_DIGITS = r"(?=[a-z_./+=-]{0,60}\d)(?=[\d_./+=-]{0,60}[a-z])(?P<key>[\w./+=-]{16,500})"

# what it is, how it looks; the group `key`, where there is one, is what must not be seen
KEYS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "a private key",
        re.compile(
            r"-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----)[\s\S]){0,16000}(?:-----END [A-Z0-9 ]{0,40}-----)?"
        ),
    ),
    ("an AWS access key", re.compile(r"(?<!\w)(?:AKIA|ASIA)[0-9A-Z]{16}(?!\w)")),
    ("a GitHub token", re.compile(r"(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{22,255})(?!\w)")),
    ("a GitLab token", re.compile(r"(?<![\w-])glpat-[\w-]{20,64}")),
    ("a Slack token", re.compile(r"(?<![\w-])xox[abeoprs]-[\w-]{10,250}")),
    ("a Stripe key", re.compile(r"(?<!\w)[rs]k_(?:live|test)_[0-9A-Za-z]{16,250}(?!\w)")),
    ("a Google API key", re.compile(r"(?<![\w-])AIza[\w-]{35}(?![\w-])")),
    ("a SendGrid key", re.compile(r"(?<![\w.-])SG\.[\w-]{16,32}\.[\w-]{16,64}(?![\w-])")),
    ("an API key", re.compile(r"(?<![\w-])sk-(?:[a-z]{2,8}-){0,2}[A-Za-z0-9_]{20,200}(?![\w-])")),
    ("an npm token", re.compile(r"(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)")),
    ("a signed token", re.compile(r"(?<![\w./=?&-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{16,1000}")),
    ("called a key or token", re.compile(_CALLED_KEY + _LETTERS_AND_DIGITS, re.IGNORECASE)),
)


def detect(passage: Passage) -> Iterator[Finding]:
    """Every key or token whose shape or label says that it is one (GDPR Art. 32(1))."""
    lowered = passage.text.lower()
    if not any(map(lowered.__contains__, _MENTIONED)):
        return
    for reason, pattern in KEYS:
        for found in pattern.finditer(passage.text):
            yield sensitive(passage, "key", found.span("key" if "key" in pattern.groupindex else 0), 0.98, reason)
