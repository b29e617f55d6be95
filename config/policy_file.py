"""Reads the policy file into the policy that all rules are given."""

import tomllib
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, to_json

from config.errors import PolicyError
from gdpr.policy import Policy

POLICY_FILE = Path(__file__).with_name("policy.toml")


class _Document(BaseModel):
    """Carries the strictness to every section of the policy: no unknown key, no text for a number."""

    model_config = ConfigDict(extra="forbid", strict=True)
    policy: Policy


def load_policy(path: Path | None = None) -> Policy:
    """The policy in this file, or Ombud's own reading of the published one; PolicyError names the key that is wrong."""
    path = path or POLICY_FILE
    try:
        content = path.read_bytes()
        sections = tomllib.loads(content.decode())
    except (OSError, ValueError) as error:
        raise PolicyError(f"The policy file {path} cannot be read: {_reason(error)}.") from None
    try:
        # As JSON, for there strictness knows dates, tuples and sections by their only spelling.
        document = to_json({"policy": {**sections, "digest": sha256(content).hexdigest()}})
        return _Document.model_validate_json(document).policy
    except ValidationError as error:
        raise PolicyError(f"In the policy file {path}, {_sentence(error.errors())}.") from None


def _reason(error: Exception) -> str:
    return error.strerror or type(error).__name__ if isinstance(error, OSError) else str(error).rstrip(".")


def _sentence(errors: list[ErrorDetails]) -> str:
    first, *others = errors
    key = ".".join(map(str, first["loc"][1:]))
    more = f" ({len(others)} more {'key is' if len(others) == 1 else 'keys are'} wrong)" if others else ""
    match first["type"]:
        case "missing":
            return f"{key} is missing{more}"
        case "unexpected_keyword_argument":
            return f"{key} is no key of the policy{more}"
        case _:
            return f"{key} is wrong: {first['msg'][0].lower()}{first['msg'][1:]}, not {first['input']!r}{more}"
