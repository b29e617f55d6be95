"""For machines that watch: alive, ready, and figures without personal data."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from time import perf_counter
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desk.visitor import Wiring, wiring_of
from storage.store import SqlStore

router = APIRouter()

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5)
UNKNOWN = "unknown"


@router.api_route("/healthz", methods=["GET", "HEAD"])
def alive() -> JSONResponse:
    """The process answers."""
    return JSONResponse({"status": "ok"})


@router.api_route("/readyz", methods=["GET", "HEAD"])
def ready(request: Request) -> JSONResponse:
    """The store answers, so that pages can be served; an alarm beside it wants a person, not a restart."""
    wiring = wiring_of(request)
    try:
        wiring.store.views.mails.newest()
        overdue = wiring.store.views.id_images.counts(wiring.clock()).overdue
    except Exception:  # noqa: BLE001 - whatever keeps the store from answering, the answer is no
        return JSONResponse({"status": "the database does not answer"}, status_code=503)
    return JSONResponse({"status": "ok"} | ({"alarms": ["id_image:overdue"]} if overdue else {}))


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """Counts and times for Prometheus; no label holds anything a person wrote."""
    figures: Figures = request.app.state.figures
    return Response(generate_latest(figures.registry), media_type=CONTENT_TYPE_LATEST)


class Figures:
    """What is counted of one application; its own registry, so that two applications in a process do not mix."""

    def __init__(self, wiring: Wiring) -> None:
        self.registry = CollectorRegistry(auto_describe=True)
        self.answers = Counter("ombud_web_answers", "Answers by route and status.", ("route", "status"), registry=self.registry)
        self.seconds = Histogram("ombud_web_seconds", "Time to answer by route.", ("route",), buckets=BUCKETS, registry=self.registry)
        self.registry.register(StoreFigures(wiring.store, wiring.clock))


class StoreFigures(Collector):
    """The counts of `ombud status`, read when they are asked for."""

    def __init__(self, store: SqlStore, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def collect(self) -> Iterator[Metric]:
        """Every figure of this moment."""
        status = self._store.views.status()
        yield _labelled("ombud_mails", "Mails by outcome.", "outcome", status.mails)
        yield _labelled("ombud_requests_open", "Open requests by kind.", "kind", status.open_by_kind)
        yield GaugeMetricFamily("ombud_mails_unaccounted", "Mails on the server without an outcome.", status.unaccounted)
        yield GaugeMetricFamily("ombud_senders_unmatched", "Senders whom nobody has vouched for.", status.unmatched)
        yield GaugeMetricFamily("ombud_quarantine_waiting", "Mails in quarantine.", status.quarantine_waiting)
        yield GaugeMetricFamily("ombud_outbox_pending", "Letters not sent yet.", status.outbox_pending)
        yield GaugeMetricFamily("ombud_outbox_failed", "Letters that did not arrive.", status.outbox_failed)
        yield from self._id_images()
        if status.last_poll_at:
            yield GaugeMetricFamily("ombud_last_poll_timestamp_seconds", "When a mailbox was last read.", status.last_poll_at.timestamp())

    def _id_images(self) -> Iterator[Metric]:
        now = self._clock()
        images = self._store.views.id_images.counts(now)
        yield GaugeMetricFamily("ombud_id_images_held", "ID images that wait to be checked.", images.held)
        yield GaugeMetricFamily("ombud_id_images_oldest_hours", "How long the oldest ID image is held.", images.oldest_hours(now))
        yield GaugeMetricFamily("ombud_id_images_overdue", "ID images held longer than their rule allows.", images.overdue)
        yield GaugeMetricFamily("ombud_id_images_in_mailbox", "Mails whose checked ID image is still in a mailbox.", images.copies)


def _labelled(name: str, text: str, label: str, counts: Mapping[Any, int]) -> Metric:
    family = GaugeMetricFamily(name, text, labels=(label,))
    for key, count in counts.items():
        family.add_metric((str(key),), count)
    return family


class Traffic:
    """ASGI middleware that counts answers and times them by route template, never by address."""

    def __init__(self, app: ASGIApp, figures: Figures) -> None:
        self.app = app
        self.figures = figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and take the time."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = perf_counter()

        async def counting(message: Message) -> None:
            if message["type"] == "http.response.start":
                route = getattr(scope.get("route"), "path", UNKNOWN)
                self.figures.answers.labels(route, message["status"]).inc()
                self.figures.seconds.labels(route).observe(perf_counter() - began)
            await send(message)

        await self.app(scope, receive, counting)
