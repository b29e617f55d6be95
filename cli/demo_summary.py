"""What the demo found, in figures: no name and no number of anybody is printed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from detectors.finding import Kind
from detectors.id_document import Verdict
from gdpr.records import Outcome
from storage.mail_views import MailLine
from storage.request_views import RequestView
from storage.views import Views

COUNTED = {
    Kind.PHONE: "phone numbers",
    Kind.NATIONAL_NUMBER: "national numbers",
    Kind.ORGANISATION_NUMBER: "organisation numbers",
    Kind.EMAIL: "e-mail addresses",
}
PAGE = 200


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of one moment, and the open requests."""

    outcomes: dict[Outcome, int]
    filed_on_customers: int
    found: Counter[str]
    requests: tuple[RequestView, ...]
    id_images: int
    letters: int

    def lines(self, today: date) -> Iterator[str]:
        """The summary in words."""
        yield f"{sum(self.outcomes.values())} mails: {', '.join(f'{count} {outcome}' for outcome, count in self.outcomes.items())}."
        yield f"{self.filed_on_customers} mails filed on customers."
        yield f"Found: {', '.join(f'{self.found[kind]} {words}' for kind, words in COUNTED.items())}."
        yield f"{self.id_images} ID images recognised, encrypted until somebody has checked them."
        yield f"{self.letters} letters owed; none leaves, for no SMTP server is set. The page Letters shows each."
        yield f"{len(self.requests)} open requests:"
        for request in self.requests:
            yield f"  {request.kind.replace('_', ' '):<20} due {request.due_on}, {days(request.due_on, today)}"


def summary(views: Views) -> Summary:
    """Count what the store holds."""
    lines = tuple(every_mail(views))
    mails = [mail for line in lines if (mail := views.mails.one(line.id))]
    return Summary(
        outcomes=dict(views.status().mails),
        filed_on_customers=sum(1 for line in lines if line.outcome is Outcome.FILED and line.customer_name),
        found=Counter(finding.kind for mail in mails for finding in mail.findings if finding.status),
        requests=views.requests.open(),
        id_images=sum(image.verdict == Verdict.ID_DOCUMENT for image in views.id_images.held()),
        letters=views.status().outbox_pending,
    )


def every_mail(views: Views) -> Iterator[MailLine]:
    """All mails that were filed or screened, newest first."""
    after, more = None, True
    while more:
        page = views.mails.page(after=after, size=PAGE)
        yield from page.lines
        after, more = page.next, page.next is not None


def days(due_on: date, today: date) -> str:
    """How far a day is from today, in words."""
    left = (due_on - today).days
    unit = "day" if abs(left) == 1 else "days"
    return f"{left} {unit} left" if left >= 0 else f"{-left} {unit} overdue"
