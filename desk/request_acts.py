"""What can be done with a request at the desk: one table of forms, each leading to a use case and through its gate."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel
from pydantic import Field as PydanticField

from desk.texts import N_
from desk.words import word
from gdpr.events import EventKind
from gdpr.gates import Case, Demand, Doer, may, missing
from gdpr.identity import Doubt, Item, Method, items_for, may_ask
from gdpr.measures import DONE, Measure, needs_second_person
from gdpr.policy import Policy
from gdpr.refusal_grounds import grounds_for
from gdpr.request_acts import Held, RequestGateError
from gdpr.request_casework import (
    EXTENSION_REASONS,
    REOPENINGS,
    SYSTEMS,
    WITHDRAWALS,
    Done,
    approve,
    close,
    decide_kind,
    extend,
    fulfil,
    propose,
    record_receipt,
    refuse,
    reopen,
    send_back,
    tell_again,
    withdraw,
)
from gdpr.request_identity import ask_identity, identity_answered, verify_identity
from gdpr.requests import RequestKind
from gdpr.store import Transaction

# Demands that make an act meaningless here and now: it is not shown at all. What else is missing is told beside the act.
OUT_OF_PLACE = frozenset(
    {
        "open", "closed", "undecided", "not_asked", "asked", "needs_identity", "not_extended", "no_proposal", "proposed", "erasure",
        "outcome", "not_told",
    }
)  # fmt: skip


class Asked(BaseModel):
    """What a form of an act may hold; each act reads what is its own. `seen` is how many events the page showed."""

    seen: int
    kind: str = ""
    doubt: str = ""
    item: str = ""
    method: str = ""
    measure: str = ""
    ground: str = ""
    reason: str = ""
    system: str = ""
    before: int = PydanticField(default=0, ge=0, lt=2**31)
    after: int = PydanticField(default=0, ge=0, lt=2**31)
    shared_with_nobody: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in: a choice among words, or a number or a tick where there are none."""

    name: str
    label: str
    options: Callable[[Case], Mapping[str, str]] | None = None
    tick: bool = False


Use = Callable[[Transaction, int, Asked, Policy, Doer, datetime], Held]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done: the event whose gate it must pass, its name, its fields and its use case."""

    name: str
    event: EventKind
    label: str
    use: Use
    fields: tuple[Field, ...] = ()
    applies: Callable[[Case], bool] = lambda case: True


@dataclass(frozen=True, slots=True)
class Offered:
    """An act as the page shows it: with its choices, or with what is missing."""

    act: Act
    choices: tuple[tuple[Field, Mapping[str, str]], ...]
    missing: tuple[Demand, ...]


def words_of(group: str, keys: Iterable[str]) -> Mapping[str, str]:
    """The words of these keys, in order."""
    return {str(key): word(group, key) for key in keys}


def _kinds(case: Case) -> Mapping[str, str]:
    return {"": N_("No request"), **words_of("request", RequestKind)}


def _doubts(case: Case) -> Mapping[str, str]:
    allowed = (doubt for doubt in ("", *Doubt) if may_ask(case.policy.identity.mode, case.life.kind, case.subject, doubt))
    return words_of("doubt", allowed)


def _items(case: Case) -> Mapping[str, str]:
    return words_of("item", (*items_for(case.subject), Item.POWER_OF_ATTORNEY))


def _methods(case: Case) -> Mapping[str, str]:
    return words_of("method", (method for method in Method if method not in (Method.NO_CHECK, Method.ID_IMAGE)))


def _measures(case: Case) -> Mapping[str, str]:
    return words_of("measure", DONE)


def _to_propose(case: Case) -> Mapping[str, str]:
    return words_of("measure", (measure for measure in DONE if needs_second_person(measure, case.life.kind, case.policy)))


def _grounds(case: Case) -> Mapping[str, str]:
    return words_of("ground", ("", *(ground.key for ground in grounds_for(case.life.kind))))


def _refusals(case: Case) -> Mapping[str, str]:
    return words_of("ground", (ground.key for ground in grounds_for(case.life.kind) if not ground.only_part))


def _has_refusals(case: Case) -> bool:
    return bool(_refusals(case))


def _reasons(case: Case) -> Mapping[str, str]:
    return words_of("extension_reason", (reason for reasons in EXTENSION_REASONS.values() for reason in reasons))


def _decide(tx: Transaction, request_id: int, asked: Asked, policy: Policy, doer: Doer, now: datetime) -> Held:
    return decide_kind(tx, request_id, RequestKind(asked.kind) if asked.kind else None, policy, doer, now)


def _ask(tx: Transaction, request_id: int, asked: Asked, policy: Policy, doer: Doer, now: datetime) -> Held:
    return ask_identity(tx, request_id, asked.doubt, Item(asked.item), policy, doer, now)


def _verify(tx: Transaction, request_id: int, asked: Asked, policy: Policy, doer: Doer, now: datetime) -> Held:
    return verify_identity(tx, request_id, Method(asked.method), policy, doer, now)


def _propose(tx: Transaction, request_id: int, asked: Asked, policy: Policy, doer: Doer, now: datetime) -> Held:
    return propose(tx, request_id, Measure(asked.measure), asked.ground, policy, doer, now)


def _receipt(tx: Transaction, request_id: int, asked: Asked, policy: Policy, doer: Doer, now: datetime) -> Held:
    return record_receipt(tx, request_id, (asked.system, asked.before, asked.after), policy, doer, now)


def _fulfil(tx: Transaction, request_id: int, asked: Asked, policy: Policy, doer: Doer, now: datetime) -> Held:
    return fulfil(tx, request_id, Done(Measure(asked.measure), asked.ground, asked.shared_with_nobody), policy, doer, now)


def _plain(use: Callable[[Transaction, int, Policy, Doer, datetime], Held]) -> Use:
    return lambda tx, request_id, asked, policy, doer, now: use(tx, request_id, policy, doer, now)


def _because(use: Callable[[Transaction, int, str, Policy, Doer, datetime], Held], name: str = "reason") -> Use:
    return lambda tx, request_id, asked, policy, doer, now: use(tx, request_id, getattr(asked, name), policy, doer, now)


KIND = Field("kind", N_("What is asked for"), _kinds)
GROUND = Field("ground", N_("Ground"), _grounds)
MEASURE = Field("measure", N_("How much"), _measures)
WITHDRAWAL = Field("reason", N_("Why?"), lambda case: words_of("why", WITHDRAWALS))
REOPENING = Field("reason", N_("Why?"), lambda case: words_of("why", REOPENINGS))
SYSTEM_ERASED = Field("system", N_("Where"), lambda case: words_of("system", SYSTEMS))
ASKING = (Field("doubt", N_("Which doubt?"), _doubts), Field("item", N_("What to ask for"), _items))
COUNTS = (Field("before", N_("Before")), Field("after", N_("Left")))
NOBODY_ELSE = Field("shared_with_nobody", N_("The data had been passed on to nobody outside"), tick=True)

ACTS: tuple[Act, ...] = (
    Act("approve", EventKind.APPROVED, N_("Approve"), _plain(approve)),
    Act("send-back", EventKind.SENT_BACK, N_("Send back"), _plain(send_back)),
    Act("kind", EventKind.KIND_DECIDED, N_("Decide the kind"), _decide, (KIND,)),
    Act("ask", EventKind.ASKED, N_("Ask who it is"), _ask, ASKING, lambda case: bool(_doubts(case))),
    Act("answered", EventKind.ANSWERED, N_("The answer has come"), _plain(identity_answered)),
    Act("verify", EventKind.VERIFIED, N_("Identity is shown"), _verify, (Field("method", N_("How?"), _methods),)),
    Act(
        "propose",
        EventKind.PROPOSED,
        N_("Ask a second person to approve"),
        _propose,
        (Field("measure", N_("How much"), _to_propose), GROUND),
        lambda case: bool(_to_propose(case)),
    ),
    Act("receipt", EventKind.RECEIPT, N_("Record what was erased"), _receipt, (SYSTEM_ERASED, *COUNTS)),
    Act("fulfil", EventKind.FULFILLED, N_("It is done"), _fulfil, (MEASURE, GROUND, NOBODY_ELSE)),
    Act("refuse", EventKind.REFUSED, N_("Refuse"), _because(refuse, "ground"), (Field("ground", N_("Ground"), _refusals),), _has_refusals),
    Act("extend", EventKind.EXTENDED, N_("Take two more months"), _because(extend), (Field("reason", N_("Why?"), _reasons),)),
    Act("tell-again", EventKind.TOLD_AGAIN, N_("Write the letter again"), _plain(tell_again)),
    Act("close", EventKind.CLOSED, N_("Close"), _plain(close)),
    Act("withdraw", EventKind.WITHDRAWN, N_("It was taken back"), _because(withdraw), (WITHDRAWAL,)),
    Act("reopen", EventKind.REOPENED, N_("Open again"), _because(reopen), (REOPENING,)),
)

ACT: Mapping[str, Act] = {act.name: act for act in ACTS}


def offered(case: Case, doer: Doer) -> Iterator[Offered]:
    """What this person may do with the request now, each with what is missing (S1, R6)."""
    for act in ACTS:
        unmet = missing(case, act.event)
        if may(case, act.event, doer) and act.applies(case) and not any(demand.name in OUT_OF_PLACE for demand in unmet):
            yield Offered(act, tuple((field, field.options(case) if field.options else {}) for field in act.fields), unmet)


def do(tx: Transaction, act: Act, request_id: int, asked: Asked, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Do it. Raises RequestGateError where the gate or the form does not allow it."""
    try:
        return act.use(tx, request_id, asked, policy, doer, now)
    except ValueError:  # a word that is on no list: not from our form
        raise RequestGateError("Choose one of the words of the form.", "form") from None
