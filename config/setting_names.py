"""The names of the settings, and what to say of one that is wrong."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from inspect import isclass

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from config.errors import SettingError

PREFIX = "OMBUD_"
NOT_OURS = frozenset({"OMBUD_CORPORA", "OMBUD_YEAR_RUNS", "OMBUD_YEAR_STEPS"})  # tell the tests where mails are and how much to try


def setting_names(model: type[BaseModel], prefix: str = PREFIX) -> Iterator[tuple[str, FieldInfo]]:
    """Every setting with what is known of it, in the order of the fields."""
    for name, field in model.model_fields.items():
        section = _section(field)
        if section and not field.validation_alias:
            yield from setting_names(section, f"{prefix}{name.upper()}_")
        else:
            yield _spelled(name, field, prefix), field


def refuse_unknown_names(names: Iterable[str], model: type[BaseModel]) -> None:
    """Stop at a name that no setting has: a misspelt setting must not be passed over in silence."""
    known = {name for name, _ in setting_names(model)}
    for name in names:
        if name not in known | NOT_OURS:
            close = get_close_matches(name, known, 1)
            raise SettingError(f"{name} is no setting of Ombud{f': did you mean {close[0]}?' if close else '; see docs/settings.md.'}")


def sentence(errors: list[ErrorDetails]) -> str:
    """What is wrong first, and how much more; never the value, for it may be a secret."""
    first, *others = errors
    more = f" ({len(others)} more {'is' if len(others) == 1 else 'are'} wrong)" if others else ""
    return f"{_place(first)}{_fault(first)}{more}."


def _section(field: FieldInfo) -> type[BaseModel] | None:
    choices = (field.annotation, *getattr(field.annotation, "__args__", ()))
    return next((choice for choice in choices if isclass(choice) and issubclass(choice, BaseModel)), None)


def _spelled(name: str, field: FieldInfo, prefix: str) -> str:
    alias = field.validation_alias
    return str(alias) if alias else f"{prefix}{name.upper()}"


def _place(error: ErrorDetails) -> str:
    match error["loc"]:
        case ():
            return ""
        case ("OMBUD_MAILBOXES" as name, int(index), *rest):
            return f"{name}, mailbox {index + 1}{''.join(f', {key}' for key in rest)}: "
        case ("OMBUD_DESKS" as name, int(index), *rest):
            return f"{name}, desk {index + 1}{''.join(f', {key}' for key in rest)}: "
        case ("OMBUD_MAILBOXES" | "OMBUD_DESKS" as name, *_):
            return f"{name}: "
        case ("imap" | "smtp" | "oidc" as section,):
            return f"{PREFIX}{section.upper()}_…: "
        case keys:
            return f"{PREFIX}{'_'.join(map(str, keys)).upper()}: "


def _fault(error: ErrorDetails) -> str:
    match error["type"]:
        case "value_error":
            return str(error["ctx"]["error"])
        case "missing":
            return "it is missing"
        case _:
            return error["msg"][0].lower() + error["msg"][1:]
