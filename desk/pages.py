"""Templates into pages: one Jinja environment a language, strict and escaping."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import phonenumbers
from babel import Locale
from babel.numbers import format_decimal, format_percent
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from desk import local_time
from desk.access import Action
from desk.protection import TOKEN_FIELD, form_token
from desk.texts import LANGUAGES, N_, translations
from desk.visitor import Visitor
from desk.words import tone, word

HERE = Path(__file__).parent
STATIC = HERE / "static"
SWEDEN = 46
NATIONAL, INTERNATIONAL = phonenumbers.PhoneNumberFormat.NATIONAL, phonenumbers.PhoneNumberFormat.INTERNATIONAL

# No code in attributes or answers, no styles of its own, no other servers, no pages kept in the browser's store.
HTMX_SETTINGS = json.dumps(
    {"allowEval": False, "allowScriptTags": False, "includeIndicatorStyles": False, "selfRequestsOnly": True, "historyEnabled": False}
)

# What the menu shows, in order; an entry appears only to those who may open it.
MENU: tuple[tuple[str, str, Action], ...] = (
    ("/", N_("Start"), Action.SEE_START),
    ("/mails", N_("Mails"), Action.SEE_MAILS),
    ("/requests", N_("Requests"), Action.SEE_REQUESTS),
    ("/id-images", N_("ID images"), Action.CHECK_ID_IMAGES),
    ("/outbox", N_("Letters"), Action.SEE_LETTERS),
    ("/customers", N_("Customers"), Action.SEE_CUSTOMERS),
    ("/unmatched", N_("Unmatched"), Action.MERGE),
    ("/queues", N_("Queues"), Action.SEE_QUEUES),
    ("/quarantine", N_("Quarantine"), Action.SEE_QUARANTINE),
)


def page(visitor: Visitor, template: str, status: int = 200, /, **context: object) -> HTMLResponse:
    """A page in the visitor's language; a name missing from the context is an error, never an empty space."""
    return HTMLResponse(render(visitor, template, **context), status_code=status)


def render(visitor: Visitor, template: str, /, **context: object) -> str:
    """A template as text."""
    helpers = _helpers(visitor)
    return environment(visitor.language).get_template(template).render({**helpers, **context})


@cache
def environment(language: str) -> Environment:
    """The templates with the texts of one language."""
    env = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    texts = translations(language)
    env.install_gettext_translations(texts, newstyle=True)  # type: ignore[attr-defined]  # the i18n extension adds it
    env.globals.update(
        word=lambda group, key: texts.gettext(word(group, key)),
        tone=tone,
        static=static_url,
        languages=LANGUAGES,
        menu=MENU,
        htmx_settings=HTMX_SETTINGS,
        percent=lambda score: format_percent(score, locale=language),
        size=lambda count: size(count, language),
        phone=phone,
        language_name=lambda code: Locale(language).languages.get(code, code),
    )
    env.filters["translate"] = texts.gettext
    env.policies["ext.i18n.trimmed"] = True  # a text may be broken over lines in a template
    return env


def _helpers(visitor: Visitor) -> Mapping[str, Any]:
    language, now = visitor.language, visitor.now

    def when(instant: datetime) -> Markup:
        return _time(instant, local_time.short_time(instant, now, language), local_time.full_time(instant, language))

    def moment(instant: datetime) -> Markup:
        return _time(instant, local_time.full_time(instant, language))

    def day(value: date) -> Markup:
        return _time(value, local_time.day(value, language))

    def short_day(value: date) -> Markup:
        return _time(value, local_time.short_day(value, now, language))

    def may(action: str) -> bool:
        return visitor.actor is not None and visitor.actor.may(Action(action))

    def csrf() -> Markup:
        return Markup('<input type="hidden" name="{}" value="{}">').format(TOKEN_FIELD, form_token(visitor.secret))

    times = {"when": when, "moment": moment, "day": day, "short_day": short_day}
    return {"visitor": visitor, "may": may, "csrf": csrf, "here": "", **times}


def _time(value: date, text: str, title: str = "") -> Markup:
    tip = Markup(' title="{}"').format(title) if title else ""
    return Markup('<time datetime="{}"{}>{}</time>').format(value.isoformat(), tip, text)


def addressing(path: str, **chosen: object) -> Callable[..., str]:
    """Makes the addresses of a list's pages: what was chosen stays, the place changes."""

    def address(**place: str) -> str:
        query = urlencode({name: value for name, value in {**chosen, **place}.items() if value})
        return f"{path}?{query}" if query else path

    return address


@cache
def static_url(name: str) -> str:
    """The address of a static file; it changes with the content, so that no browser shows yesterday's."""
    digest = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


def size(count: int, language: str) -> str:
    """A number of bytes as people say it."""
    for unit, factor in (("MB", 1_000_000), ("kB", 1000)):
        if count >= factor:
            return f"{format_decimal(count / factor, format='#,##0.#', locale=language)} {unit}"
    return f"{count} B"


def phone(value: str) -> str:
    """A phone number in E.164 as it is dialled from Sweden, in groups."""
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return value
    national = number.country_code == SWEDEN
    return phonenumbers.format_number(number, NATIONAL if national else INTERNATIONAL)
