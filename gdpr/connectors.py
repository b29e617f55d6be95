"""The company's other systems, as the operator declares them: which category lies where, and by what a person is found there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from detectors.finding import Kind

TYPES = ("csv", "json", "sql")
LOOKED_FOR = (Kind.EMAIL, Kind.PHONE, Kind.ORGANISATION_NUMBER, Kind.NATIONAL_NUMBER)


@dataclass(frozen=True, slots=True)
class Connector:
    """One category in one system. `match` says with which kind of value a column, or a parameter of the query, is compared (I7)."""

    system: str
    category: str
    type: str
    match: Mapping[str, Kind]
    where: str = field(repr=False)  # a path, or the address of a database, which may hold a password
    query: str = ""
