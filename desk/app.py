"""The web door: pages for the people at the desk; it decides nothing and queries no table."""

from collections.abc import Callable
from datetime import datetime

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from config.letter_files import load_letters
from config.settings import Settings
from desk import (
    contacts,
    customers,
    health,
    id_images,
    letter_samples,
    mails,
    outbox,
    panel,
    quarantine,
    requests,
    signin,
    start,
    unmatched,
)
from desk.errors import LastResort, add_error_pages
from desk.health import Figures, Traffic
from desk.pages import STATIC
from desk.protection import SecurityHeaders
from desk.queue_doors import QUEUE_DOORS
from desk.visitor import Preview, Retry, Wiring
from gdpr.policy import Policy
from storage.store import SqlStore

DOORS = (signin, start, mails, customers, contacts, unmatched, requests, id_images, outbox, letter_samples, quarantine, panel, health)


def create_app(
    store: SqlStore,
    policy: Policy,
    settings: Settings,
    clock: Callable[[], datetime],
    retry: Retry | None = None,
    preview: Preview | None = None,
) -> FastAPI:
    """The web application over one store.

    `clock` is read once a request; `retry` sends a quarantined mail through the pipeline again and `preview` draws a picture
    anew, which are another door's.
    """
    app = FastAPI(title="Ombud", docs_url=None, redoc_url=None, openapi_url=None)
    letters = load_letters(policy, settings.letters)
    app.state.wiring = wiring = Wiring(store, policy, settings, clock, letters, retry, preview)
    app.state.figures = Figures(wiring)
    for door in (*DOORS, *QUEUE_DOORS):
        app.include_router(door.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_error_pages(app)
    app.add_middleware(LastResort)
    app.add_middleware(Traffic, figures=app.state.figures)
    app.add_middleware(SecurityHeaders, https=wiring.https)
    return app
