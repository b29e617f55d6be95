"""What a filed or screened mail starts beside requests: a breach, a letter of the authority, an end user, a stop of marketing."""

from datetime import datetime

from gdpr.acknowledging import letter_language
from gdpr.authority_mail import authority_mail
from gdpr.breach_report import BreachReport, breach_report
from gdpr.end_user import end_user
from gdpr.filing import Filing
from gdpr.incident import hours_left, report_by
from gdpr.letter_kinds import LetterKind
from gdpr.local_time import end_of_day, local_day
from gdpr.policy import Policy
from gdpr.queue_store import NewAuthorityLetter, NewEndUser, NewIncident
from gdpr.records import NewLetter
from gdpr.store import Transaction
from gdpr.suppression import stops_marketing_by_itself
from gdpr.working_days import working_days_after

SYSTEM = "system"
STAFF_LANGUAGE = "sv"


def open_queues(tx: Transaction, filing: Filing, message_id: int, contact_id: int | None, policy: Policy, now: datetime) -> None:
    """Put a mail into every queue that it belongs to; a screened one reports breaches all the same (GDPR Art. 28, 31, 33; law.md §3)."""
    report = breach_report(filing.read.message, filing.read.screening.auto)
    if report is not None:
        _open_incident(tx, report, filing, message_id, policy, now)
    _keep_authority_letter(tx, filing, message_id, policy, now)
    if contact_id is not None and filing.read.requests:
        _keep_end_user(tx, filing, message_id, contact_id, policy, now)
        _stop_marketing(tx, filing, message_id, now)


def _open_incident(tx: Transaction, report: BreachReport, filing: Filing, message_id: int, policy: Policy, now: datetime) -> None:
    """We are aware from the moment the mail reached our server (B1)."""
    aware_at = filing.read.received_at
    by = report_by(aware_at, policy.terms)
    incident = NewIncident(message_id, aware_at, by, report.reason, report.part, report.start, report.end)
    alert(tx, tx.queues.incidents.open(incident, SYSTEM, now), by, policy, now)


def alert(tx: Transaction, incident_id: int, by: datetime, policy: Policy, now: datetime) -> None:
    """Tell the data protection officer of a breach at once (GDPR Art. 33(2) by analogy; law.md §3 BREACH)."""
    left = hours_left(by, now)
    tx.outbox.add(
        NewLetter(
            template=LetterKind.ESCALATION,
            language=STAFF_LANGUAGE,
            message_id=None,
            contact_id=None,
            recipient=policy.officer.address,
            state="pending",
            due_at=now,
            facts={
                "reference": f"I-{incident_id}",
                "requests": ["breach"],
                "due_on": local_day(by).isoformat(),
                "hours_left": left,
            },
            occasion=f"incident/{incident_id}",
        ),
        now,
    )
    tx.audit.write("incident:alerted", f"incident/{incident_id}", SYSTEM, now, hours_left=left)


def _keep_authority_letter(tx: Transaction, filing: Filing, message_id: int, policy: Policy, now: datetime) -> None:
    letter = authority_mail(filing.read.message, policy.authority)
    if letter is None:
        return
    authenticated = letter.own_domain and filing.read.authentication.passed
    letter_id = tx.queues.authority.keep(NewAuthorityLetter(message_id, authenticated, letter.answer_by))
    tx.audit.write("authority:received", f"authority/{letter_id}", SYSTEM, now, mail=message_id)


def _keep_end_user(tx: Transaction, filing: Filing, message_id: int, contact_id: int, policy: Policy, now: datetime) -> None:
    """The customer gets the mail within two working days; the sender gets a neutral letter once a person has looked (I9)."""
    sender = filing.read.message.sender
    found = None if filing.match.is_known else end_user(filing.read.message, policy.controller.domains)
    if found is None:
        return
    forward_by = working_days_after(local_day(filing.read.received_at), policy.desk.forward_working_days)
    kept = tx.queues.end_users.keep(NewEndUser(message_id, found.site, found.part, found.start, found.end, forward_by))
    tx.audit.write("end_user:recognised", f"end_user/{kept}", SYSTEM, now, mail=message_id)
    if sender is not None:
        language = letter_language(filing.read.message.language)
        due_at = end_of_day(forward_by)
        tx.outbox.add(NewLetter(LetterKind.FORWARD, language, message_id, contact_id, sender.address, "draft", due_at), now)


def _stop_marketing(tx: Transaction, filing: Filing, message_id: int, now: datetime) -> None:
    address = stops_marketing_by_itself(filing)
    if address is not None:
        tx.queues.suppressions.add(address, message_id, SYSTEM, now)
