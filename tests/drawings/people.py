"""People who do not exist; their national numbers are Skatteverket's test numbers."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Person:
    """Who a drawn document is about."""

    surname: str
    given_names: str
    national_number: str  # YYYYMMDD-NNNN
    sex: str
    place: str
    document_number: str
    expires_on: date

    @property
    def born(self) -> date:
        """The day of birth, from the national number."""
        digits = self.national_number
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))

    @property
    def issued_on(self) -> date:
        """Five years before the document expires."""
        return self.expires_on.replace(year=self.expires_on.year - 5)


PEOPLE = (
    Person("SJÖDIN", "BENGT-ÅKE", "19620210-2395", "M", "UMEÅ", "59000001", date(2028, 3, 2)),
    Person("TEGNÉR", "RASMUS JOHAN", "19990418-2392", "M", "LUND", "59000123", date(2032, 1, 17)),
    Person("EKDAHL", "MATS OLOF", "19851222-2392", "M", "GÄVLE", "59004567", date(2031, 8, 9)),
    Person("SALMELA", "PIRJO ANNIKKI", "19651020-9882", "F", "HAPARANDA", "59010203", date(2029, 9, 15)),
    Person("STÅHLBERG", "INGELA MARGARETA", "19560517-2385", "F", "ÖREBRO", "59090807", date(2027, 11, 3)),
    Person("ÅNGSTRÖM", "ROBIN EMIL", "19910817-9855", "M", "KIRUNA", "59033221", date(2028, 5, 12)),
)
