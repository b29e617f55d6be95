"""The grounds on which a request may be refused in whole or part: a closed table, each with law and section (D11, E1–E4).

A ground that is not here refuses nothing. The money laundering act is left out on purpose: it does not bind a hosting company (E4).
"""

from dataclasses import dataclass

from gdpr.requests import RequestKind

RIGHTS = frozenset(
    {
        RequestKind.ACCESS,
        RequestKind.PORTABILITY,
        RequestKind.ERASURE,
        RequestKind.RECTIFICATION,
        RequestKind.RESTRICTION,
        RequestKind.OBJECTION,
    }
)
KEPT = frozenset({RequestKind.ERASURE})
COPIED = frozenset({RequestKind.ACCESS, RequestKind.PORTABILITY})


@dataclass(frozen=True, slots=True)
class RefusalGround:
    """One ground: its key, the law and section that a letter names, for which kinds, and whether it can refuse all or only a part."""

    key: str
    law: str
    section: str
    kinds: frozenset[RequestKind]
    only_part: bool = False


GROUNDS: tuple[RefusalGround, ...] = (
    RefusalGround("bookkeeping", "Bokföringslagen (1999:1078)", "7 kap. 2 §", KEPT, only_part=True),
    RefusalGround("legal_claims", "GDPR", "Art. 17(3)(e)", KEPT),
    RefusalGround("limitation", "Preskriptionslagen (1981:130)", "2 §", KEPT, only_part=True),
    RefusalGround("others_rights", "GDPR", "Art. 15(4)", COPIED, only_part=True),
    RefusalGround("secrecy", "Dataskyddslagen (2018:218)", "5 kap. 1 §", COPIED),
    RefusalGround("unfinished_text", "Dataskyddslagen (2018:218)", "5 kap. 2 §", frozenset({RequestKind.ACCESS}), only_part=True),
    RefusalGround("not_provided", "GDPR", "Art. 20(1)", frozenset({RequestKind.PORTABILITY})),
    RefusalGround("no_ground_to_restrict", "GDPR", "Art. 18(1)", frozenset({RequestKind.RESTRICTION})),
    RefusalGround("compelling_grounds", "GDPR", "Art. 21(1)", frozenset({RequestKind.OBJECTION})),
    RefusalGround("correct_already", "GDPR", "Art. 16", frozenset({RequestKind.RECTIFICATION})),
    RefusalGround("excessive", "GDPR", "Art. 12(5)(b)", RIGHTS),
    RefusalGround("not_identified", "GDPR", "Art. 12(2)", RIGHTS),
)

_GROUND = {ground.key: ground for ground in GROUNDS}


def refusal_ground(key: str, kind: RequestKind, *, part: bool = False) -> RefusalGround | None:
    """The ground of this name if it can refuse this kind of request, in whole or in `part` (GDPR Art. 12(4), 17(3); D11, E4)."""
    ground = _GROUND.get(key)
    if ground is None or kind not in ground.kinds or (ground.only_part and not part):
        return None
    return ground


def grounds_for(kind: RequestKind) -> tuple[RefusalGround, ...]:
    """Every ground that can refuse a request of this kind, in whole or in part (D11)."""
    return tuple(ground for ground in GROUNDS if kind in ground.kinds)
