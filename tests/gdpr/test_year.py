"""A year of a desk: whatever comes in whatever order, what was promised holds after every step.

`OMBUD_YEAR_RUNS` and `OMBUD_YEAR_STEPS` set how many years are lived and how much happens in each; a night has time for longer
ones than a change.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from sqlalchemy import Row, func, select, update

from desk.request_acts import ACTS, Act, Asked, do
from gdpr.escalation import come
from gdpr.events import EventKind
from gdpr.extension import Ground
from gdpr.gates import Case, Doer
from gdpr.identity import Doubt, Item, Method, sufficient
from gdpr.letter_kinds import LetterKind
from gdpr.life import OUTCOME_LETTERS
from gdpr.measures import DONE, Measure
from gdpr.records import OPEN_STATUSES, RequestStatus
from gdpr.refusal_grounds import COPIED, GROUNDS
from gdpr.request_acts import RequestGateError, hold
from gdpr.request_casework import EXTENSION_REASONS, REOPENINGS, SYSTEMS, WITHDRAWALS
from gdpr.requests import RequestKind
from jobs.sweep import sweep
from storage.audit import verify
from storage.request_tables import request_events
from storage.store import SqlStore
from storage.tables import outbox, requests
from tests.request_desk import ACCESS, ANNA, BO, DORIS, ERASURE, NO_MORE_MARKETING, RequestDesk
from tests.storage.cast import MASTER_KEY, broken_transaction

RUNS = int(os.environ.get("OMBUD_YEAR_RUNS", "1000"))
STEPS = int(os.environ.get("OMBUD_YEAR_STEPS", "10"))
NEW_YEAR = datetime(2026, 1, 2, 8, tzinfo=UTC)
TEXTS = (ACCESS, ERASURE, NO_MORE_MARKETING, "Jag undrar kanske vad ni sparar?", f"{ACCESS}\n{ERASURE}")
UNDELIVERED = ("draft", "pending", "failed")
NOBODY = "no_such_word"

people = st.sampled_from((ANNA, BO, DORIS, Doer("user/4")))
# What people mean most of the time, and now and then something that is on no list.
forms = st.builds(
    Asked,
    seen=st.just(0),
    kind=st.sampled_from(("", *RequestKind)),
    doubt=st.sampled_from(("", *Doubt)),
    item=st.sampled_from((*Item, NOBODY)),
    method=st.sampled_from((*Method, NOBODY)),
    measure=st.sampled_from((*DONE, *Measure)),
    ground=st.sampled_from(("", "", "", *(ground.key for ground in GROUNDS), "AML")),
    reason=st.sampled_from((*WITHDRAWALS, *REOPENINGS, *(reason for ground in Ground for reason in EXTENSION_REASONS[ground]))),
    system=st.sampled_from(SYSTEMS),
    before=st.integers(0, 5),
    after=st.sampled_from((0, 0, 0, 2)),
    shared_with_nobody=st.booleans(),
)


class Year(RuleBasedStateMachine):
    """One desk from New Year on; every year has people of its own in the same store."""

    store: SqlStore
    numbers = count(1)

    @initialize(known=st.booleans(), text=st.sampled_from(TEXTS))
    def begin(self, known: bool, text: str) -> None:
        """A person, who is on file or not, writes the first mail of the year."""
        self.desk = RequestDesk(self.store, uids=[next(self.numbers) * 1000])
        self.now, self.known, self.mine = NEW_YEAR, known, list[int]()
        self.sender = f"person{self.desk.uids[0]}@kund.example"
        if known:
            self.desk.register(self.sender, NEW_YEAR - timedelta(days=300))
        self.a_mail_comes(text, checked=True)

    @rule(text=st.sampled_from(TEXTS), checked=st.booleans())
    def a_mail_comes(self, text: str, checked: bool) -> None:
        """Whatever it asks for."""
        with self.store.transaction() as tx:
            before = set(tx.requests.open_ids())
        self.desk.receive(text + str(self.desk.uids[0]), self.now, self.sender, checked)
        with self.store.transaction() as tx:
            self.mine += sorted(set(tx.requests.open_ids()) - before)
        self.keeps_its_promises(*self.mine)

    @precondition(lambda self: self.mine)
    @rule(data=st.data(), act=st.sampled_from(ACTS), doer=people, asked=forms)
    def somebody_acts(self, data: Any, act: Act, doer: Doer, asked: Asked) -> None:
        """Anybody tries anything: it is done, or the gate says no and nothing has happened."""
        request_id = data.draw(st.sampled_from(self.mine))
        try:
            with self.store.transaction() as tx:
                do(tx, act, request_id, asked, self.desk.policy, doer, self.now)
        except RequestGateError:
            return
        self.keeps_its_promises(request_id)

    @precondition(lambda self: self.mine)
    @rule(data=st.data(), done=st.sampled_from((Measure.FULFIL, Measure.PART, Measure.NOTHING_HELD)))
    def a_case_is_worked_on(self, data: Any, done: Measure) -> None:
        """People who know what they do take a request as far as the gates let them."""
        request_id = data.draw(st.sampled_from(self.mine))
        ground = {RequestKind.ERASURE: "bookkeeping", RequestKind.ACCESS: "others_rights"} if done is Measure.PART else {}
        with self.store.transaction() as tx:
            kind = hold(tx, request_id, self.desk.policy, self.now).case.life.kind
        asked = Asked(seen=0, kind=kind, method="bankid", measure=done, ground=ground.get(kind, ""), system="support", before=1)
        for name, doer in (("kind", ANNA), ("verify", ANNA), ("propose", ANNA), ("approve", BO), ("receipt", ANNA), ("fulfil", ANNA)):
            self._try(name, request_id, asked, DORIS if kind in (RequestKind.COMPLAINT, RequestKind.DPO_QUESTION) else doer)
        self.keeps_its_promises(request_id)

    @precondition(lambda self: self.mine)
    @rule(data=st.data(), act=st.sampled_from(ACTS), asked=forms)
    def the_power_fails(self, data: Any, act: Act, asked: Asked) -> None:
        """A crash half-way: nothing of it has happened."""
        request_id = data.draw(st.sampled_from(self.mine))
        before = self.desk.kinds(request_id)
        try:
            with broken_transaction(self.store) as tx:
                do(tx, act, request_id, asked, self.desk.policy, ANNA, self.now)
        except RequestGateError:
            pass
        assert self.desk.kinds(request_id) == before

    @precondition(lambda self: self.mine)
    @rule(data=st.data(), bounces=st.booleans())
    def a_letter_goes_out(self, data: Any, bounces: bool) -> None:
        """A letter that is owed is handed over, and now and then it comes back."""
        owed = [row for row in self._letters() if row.state in UNDELIVERED and row.template != LetterKind.ESCALATION]
        if owed:
            row = data.draw(st.sampled_from(owed))
            self._mark(row.id, "sent")
            self.desk.deliver(row.request_id, LetterKind(row.template), self.now)
            if bounces:
                self._mark(row.id, "bounced")
                self.desk.bounce(row.request_id, LetterKind(row.template), self.now)
            self.keeps_its_promises(row.request_id)

    @rule(hours=st.sampled_from((1, 5, 24, 24 * 3, 24 * 8, 24 * 40)))
    def time_passes(self, hours: int) -> None:
        """The clock looks after every stretch of time, however long the machine slept."""
        self.now += timedelta(hours=hours)
        sweep(self.store, self.desk.policy, self.now)
        self.keeps_its_promises(*self.mine, swept=True)

    def keeps_its_promises(self, *touched: int, swept: bool = False) -> None:
        """What must hold after every step."""
        letters = self._letters()
        rows = {row.id: row for row in self._rows()}
        for case in self._cases(*touched):
            assert not swept or come(case) == ()  # none is late without every warning
            self._has_a_clock(case, rows[case.id])
            self._was_told(case, [row for row in letters if row.request_id == case.id])
            self._was_done_rightly(case)
        self._was_acknowledged_once(rows)

    def _has_a_clock(self, case: Case, row: Row[Any]) -> None:
        assert (row.status, row.due_on) == (case.life.status, case.clock.dates.due_on)
        assert (row.attention_at is not None) == case.life.is_open
        assert (row.status in OPEN_STATUSES) == case.life.is_open
        assert case.clock.dates.due_on >= case.clock.unpaused.due_on or case.life.extended is not None

    def _was_told(self, case: Case, letters: list[Row[Any]]) -> None:
        if case.life.is_open or case.life.status is RequestStatus.WITHDRAWN:
            return
        assert any(row.state == "sent" and row.template in OUTCOME_LETTERS for row in letters)
        assert case.images_held == 0

    def _was_done_rightly(self, case: Case) -> None:
        outcome = case.life.outcome
        if outcome is None or outcome.status is not RequestStatus.FULFILLED or outcome.measure is Measure.NOTHING_HELD:
            return
        assert sufficient(case.life.verified, case.life.kind, case.subject)
        if case.life.kind in COPIED:
            assert self.known  # nothing is disclosed to an address that was not on file
        if case.life.kind is RequestKind.ERASURE:
            assert case.life.receipts
        if case.life.kind in COPIED | {RequestKind.ERASURE}:
            proposal = case.life.proposal
            assert proposal is not None
            assert proposal.approved_by not in ("", proposal.by)

    def _was_acknowledged_once(self, rows: dict[int, Row[Any]]) -> None:
        mails = {row.message_id for row in rows.values()}
        same = select(func.count()).where(outbox.c.template == LetterKind.ACKNOWLEDGEMENT, outbox.c.message_id.in_(mails))
        with self.store.engine.connect() as connection:
            twice = connection.execute(same.group_by(outbox.c.message_id).having(func.count() > 1)).all()
        assert not twice

    def _try(self, name: str, request_id: int, asked: Asked, doer: Doer) -> None:
        act = next(act for act in ACTS if act.name == name)
        try:
            with self.store.transaction() as tx:
                do(tx, act, request_id, asked, self.desk.policy, doer, self.now)
        except RequestGateError:
            return

    def _cases(self, *request_ids: int) -> list[Case]:
        with self.store.transaction() as tx:
            return [hold(tx, request_id, self.desk.policy, self.now).case for request_id in request_ids or self.mine]

    def _rows(self) -> list[Row[Any]]:
        with self.store.engine.connect() as connection:
            return list(connection.execute(select(requests).where(requests.c.id.in_(self.mine))))

    def _letters(self) -> list[Row[Any]]:
        with self.store.engine.connect() as connection:
            return list(connection.execute(select(outbox).where(outbox.c.request_id.in_(self.mine)).order_by(outbox.c.id)))

    def _mark(self, letter_id: int, state: str) -> None:
        with self.store.engine.begin() as connection:
            connection.execute(update(outbox).where(outbox.c.id == letter_id).values(state=state))

    def teardown(self) -> None:
        """The year is over: the next one is not to be troubled by its requests."""
        with self.store.engine.begin() as connection:
            over = {"status": RequestStatus.WITHDRAWN, "attention_at": None}
            connection.execute(update(requests).where(requests.c.id.in_(getattr(self, "mine", []))).values(over))


@pytest.fixture
def one_store(tmp_path: Path) -> Iterator[SqlStore]:
    """A store for all the years."""
    store = SqlStore.open(f"sqlite:///{tmp_path}/ombud.db", MASTER_KEY)
    yield store
    store.close()


@pytest.mark.timeout(0)
def test_whatever_comes_in_a_year_every_promise_holds(one_store: SqlStore) -> None:
    Year.store = one_store
    lived = settings(
        max_examples=RUNS, stateful_step_count=STEPS, deadline=None, database=None, suppress_health_check=list(HealthCheck), print_blob=True
    )
    run_state_machine_as_test(Year, settings=lived)
    assert verify(one_store.engine) is None
    assert EventKind.CLOSED in _kinds(one_store)  # the years were full enough to end something


def _kinds(store: SqlStore) -> set[str]:
    with store.engine.connect() as connection:
        return set(connection.execute(select(request_events.c.kind).distinct()).scalars())
