"""How a data processing agreement comes about: who may sign, which text, and that the signed copy is filed.

The customer is asked for authority to sign, never for an ID image: this is a contract and no request under Art. 15 (I9).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DpaState(StrEnum):
    """Where an agreement stands."""

    ASKED = "asked"
    AUTHORISED = "authorised"
    SENT = "sent"
    SIGNED = "signed"
    FILED = "filed"
    DROPPED = "dropped"


class Authority(StrEnum):
    """By what right somebody signs for an organisation (ABL 8:35–37; avtalslagen 2 kap.; I9)."""

    SIGNATORY = "signatory"
    POWER_OF_ATTORNEY = "power_of_attorney"
    SOLE_TRADER = "sole_trader"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the flow: from which states, to which, and what it must be told."""

    to: DpaState
    after: frozenset[DpaState]
    demands: tuple[str, ...] = ()


STEPS: Mapping[str, Step] = {
    "authorise": Step(DpaState.AUTHORISED, frozenset({DpaState.ASKED}), ("signatory", "authority")),
    "send": Step(DpaState.SENT, frozenset({DpaState.AUTHORISED, DpaState.SENT}), ("template_version",)),
    "sign": Step(DpaState.SIGNED, frozenset({DpaState.SENT})),
    "file": Step(DpaState.FILED, frozenset({DpaState.SIGNED}), ("file_reference",)),
    "drop": Step(DpaState.DROPPED, frozenset({DpaState.ASKED, DpaState.AUTHORISED, DpaState.SENT}), ("reason",)),
}
"""The flow, step by step; nothing is sent before somebody is known to have the right to sign, nothing filed that is not signed."""

CLAUSES = ("a", "b", "c", "d", "e", "f", "g", "h")
"""The letters of GDPR Art. 28(3), each of which must have its place in the text."""


class DpaError(Exception):
    """The step is not possible as the agreement stands; the sentence says what is missing."""


@dataclass(frozen=True, slots=True)
class DpaTemplate:
    """The text that is offered: its version, and where each clause of Art. 28(3) stands in it."""

    version: str
    clauses: Mapping[str, str]

    def missing(self) -> tuple[str, ...]:
        """The letters of Art. 28(3) that have no place in the text."""
        return tuple(letter for letter in CLAUSES if not self.clauses.get(letter, "").strip())


@dataclass(frozen=True, slots=True)
class DpaStep:
    """A step that a person takes, with what it tells."""

    name: str
    actor: str
    at: datetime
    told: Mapping[str, str]


def after_step(state: DpaState, step: DpaStep, template: DpaTemplate) -> DpaState:
    """The state after a step. Raises DpaError if it cannot be taken (GDPR Art. 28(3), (9); Policy §6)."""
    rule = STEPS[step.name]
    if state not in rule.after:
        raise DpaError(f"An agreement that is {state} cannot take the step {step.name}.")
    if lacking := [name for name in rule.demands if not step.told.get(name, "").strip()]:
        raise DpaError(f"The step {step.name} needs {', '.join(lacking)}.")
    if step.name == "authorise" and step.told["authority"] not in set(Authority):
        raise DpaError("Only an authorised signatory, somebody with a power of attorney, or a sole trader may sign.")
    if step.name == "send" and (open_clauses := template.missing()):
        raise DpaError(f"The agreement lacks Art. 28(3)({', '.join(open_clauses)}): complete config/dpa.toml first.")
    return rule.to
