"""Which concepts together in one sentence make a request, whatever the order of the words (law.md R4)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gdpr.requests import RequestKind as Kind


@dataclass(frozen=True, slots=True)
class Combination:
    """A kind of request, what a sentence must speak of (the verb first), and what it must not speak of."""

    kind: Kind
    score: float
    needs: tuple[str, ...]
    lacks: tuple[str, ...] = ()
    reason: str = ""
    negatable: bool = True


COMBINATIONS: tuple[Combination, ...] = (
    Combination(Kind.ERASURE, 0.85, ("delete", "my_data"), ("keep", "ads", "how_to", "mishap"), "speaks of deleting and of their own data"),
    Combination(Kind.ERASURE, 0.82, ("delete", "about_me"), ("keep", "ads", "how_to", "mishap"), "speaks of deleting what is about them"),
    Combination(Kind.ERASURE, 0.82, ("delete", "their_data", "family"), ("keep", "ads", "how_to", "mishap"), "speaks of deleting data of somebody close"),
    Combination(Kind.ACCESS, 0.8, ("get", "their_data", "family"), ("delete", "correct", "wrong", "how_to"), "wants data of somebody close"),
    Combination(Kind.ERASURE, 0.84, ("none_left", "my_data"), ("ads", "how_to", "how_kept", "wrong"), "wants none of their data kept", negatable=False),
    Combination(Kind.ERASURE, 0.82, ("none_left", "about_me"), ("ads", "how_to", "how_kept", "wrong"), "wants nothing about them kept", negatable=False),
    Combination(Kind.ERASURE, 0.8, ("delete", "all", "stored"), ("keep", "ads", "how_to"), "speaks of deleting all that is stored"),
    Combination(Kind.ACCESS, 0.82, ("get", "stored", "about_me"), ("delete", "correct", "wrong", "how_to"), "wants what is stored about them"),
    Combination(Kind.ACCESS, 0.82, ("get", "stored", "my_data"), ("delete", "correct", "wrong", "ads", "use", "how_to", "keep", "how_kept", "attached"), "wants their own stored data"),
    Combination(Kind.ACCESS, 0.85, ("what", "stored", "about_me"), ("delete", "correct", "wrong", "how_to"), "asks what is stored about them"),
    Combination(Kind.ACCESS, 0.8, ("what", "stored", "my_data"), ("delete", "correct", "wrong", "how_to", "how_kept"), "asks which of their data is stored"),
    Combination(Kind.ACCESS, 0.78, ("get", "all", "about_me"), ("delete", "correct", "wrong", "how_to", "stop"), "wants all about them"),
    Combination(Kind.ACCESS, 0.82, ("copy", "my_data"), ("delete", "correct", "wrong", "how_to", "attached", "object"), "wants a copy of their data"),
    Combination(Kind.RECTIFICATION, 0.85, ("correct", "wrong", "my_data"), ("delete",), "says that their data is wrong and what is right", negatable=False),
    Combination(Kind.RECTIFICATION, 0.76, ("wrong", "stored", "about_me"), ("delete",), "says that what is stored about them is wrong", negatable=False),
    Combination(Kind.RECTIFICATION, 0.74, ("wrong", "stored", "my_data"), ("delete",), "says that their stored data is wrong", negatable=False),
    Combination(Kind.RECTIFICATION, 0.8, ("wrong", "records"), ("delete", "technical"), "says that the records are wrong", negatable=False),
    Combination(Kind.RECTIFICATION, 0.8, ("correct", "name_now"), ("delete",), "says what their name is"),
    Combination(Kind.RECTIFICATION, 0.78, ("correct", "records", "my_data"), ("delete",), "wants the records put right"),
    Combination(Kind.RESTRICTION, 0.84, ("freeze", "dispute"), ("ads", "technical"), "wants data unused because of a dispute", negatable=False),
    Combination(Kind.RESTRICTION, 0.88, ("freeze", "my_data"), ("ads",), "wants their data kept but not used", negatable=False),
    Combination(Kind.RESTRICTION, 0.86, ("keep", "dispute"), (), "wants data kept because of a dispute", negatable=False),
    Combination(Kind.OBJECTION, 0.86, ("object", "use", "my_data"), ("ads", "consent"), "does not accept a use of their data", negatable=False),
    Combination(Kind.OBJECTION, 0.9, ("object", "share", "my_data"), ("ads",), "does not accept that their data is shared", negatable=False),
    Combination(Kind.OBJECTION, 0.8, ("object", "use", "about_me"), ("ads", "consent"), "does not accept a use of data about them", negatable=False),
    Combination(Kind.OBJECTION, 0.78, ("object", "share"), ("ads", "consent"), "does not accept that data is shared or profiled", negatable=False),
    Combination(Kind.WITHDRAW_CONSENT, 0.88, ("take_back", "consent"), (), "takes a consent back", negatable=False),
    Combination(Kind.MARKETING_OPTOUT, 0.88, ("stop", "ads"), ("how_to", "not_that"), "wants no more advertising", negatable=False),
    Combination(Kind.COMPLAINT, 0.86, ("complain", "handled", "my_data"), (), "complains about how their data was handled", negatable=False),
    Combination(Kind.COMPLAINT, 0.84, ("breach", "my_data"), (), "tells of a breach", negatable=False),
    Combination(Kind.POLICY_QUESTION, 0.8, ("how_kept", "any_data", "question"), (), "asks how data is kept", negatable=False),
    Combination(Kind.POLICY_QUESTION, 0.8, ("how_to", "delete", "my_data"), (), "asks how one would go about a request", negatable=False),
    Combination(Kind.POLICY_QUESTION, 0.8, ("how_to", "get", "my_data"), (), "asks how one would go about a request", negatable=False),
    Combination(Kind.DPO_QUESTION, 0.8, ("officer", "question"), ("money",), "a question about the data protection officer", negatable=False),
)


def combined(
    folded: str, concepts: Mapping[str, re.Pattern[str]], possible: set[str]
) -> Iterator[tuple[Combination, re.Match[str]]]:
    """Each combination that a sentence holds, with the place of its verb; only `possible` concepts are looked for, each once."""
    known: dict[str, re.Match[str] | None] = {}

    def place(name: str) -> re.Match[str] | None:
        if name not in known:
            known[name] = concepts[name].search(folded) if name in possible else None
        return known[name]

    for combination in COMBINATIONS:
        if not possible.issuperset(combination.needs):
            continue
        if all(place(name) for name in combination.needs) and not any(place(name) for name in combination.lacks):
            verb = place(combination.needs[0])
            if verb:
                yield combination, verb
