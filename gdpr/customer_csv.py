"""The operator's list of customers, read from CSV: every row either understood or reported, none guessed (Policy §2)."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from detectors import email_address, national_number, organisation_number
from detectors.finding import Finding
from detectors.numbering_plan import read as read_phone
from detectors.passage import Passage
from gdpr.people import comparable_address

# What each column is called, in Swedish and English; letters and digits count, their case does not.
COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("name", ("name", "namn", "customer", "kund", "kundnamn", "company", "företag", "företagsnamn", "organisation")),
    ("contact_name", ("contact name", "contact", "contact person", "kontakt", "kontaktperson", "kontaktnamn")),
    ("organisation_number", ("organisation number", "orgnr", "org nr", "org no", "organisationsnummer", "orgnr/personnummer")),
    ("national_number", ("national number", "personnummer", "personal number", "pnr", "personnr")),
    ("email", ("e-mail", "email", "e-post", "epost", "mail", "e-postadress", "e-mail address")),
    ("phone", ("phone", "telephone", "telefon", "telefonnummer", "tel", "mobil", "mobile")),
    ("street", ("street", "address", "adress", "gata", "gatuadress", "postadress", "postal address")),
    ("postal_code", ("postal code", "postnummer", "postnr", "zip", "zip code", "postcode")),
    ("city", ("city", "town", "ort", "postort", "stad")),
    ("account_manager", ("account manager", "kundansvarig", "ansvarig", "manager")),
)
DELIMITERS = ";,\t"
_PHONE_REGIONS = ("SE", "NO", "DK", "FI")


class CustomerCsvError(Exception):
    """The file as a whole cannot be read as a list of customers."""


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One customer with one contact, its values normalised like findings; "" where the list says nothing."""

    line: int
    name: str
    contact_name: str = ""
    organisation_number: str = ""
    national_number: str = ""
    email: str = ""
    phone: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    account_manager: str = ""

    @property
    def address(self) -> str:
        r"""The postal address as a finding has it, "street\npostal code\ncity"; "" where there is no street."""
        return f"{self.street}\n{self.postal_code}\n{self.city}" if self.street else ""


@dataclass(frozen=True, slots=True)
class RowFault:
    """Why a row cannot be taken: its line, the column as the file calls it, and the reason; never the value."""

    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.column}: {self.reason}"


@dataclass(frozen=True, slots=True)
class CustomerList:
    """What a file says: the rows that were understood, the faults of the others, the columns that nobody asked for."""

    rows: tuple[CustomerRow, ...]
    faults: tuple[RowFault, ...]
    ignored: tuple[str, ...]


def read_customers(content: bytes) -> CustomerList:
    """Every row of the file, understood or at fault. Raises CustomerCsvError where there is no header to go by."""
    lines = _numbered(decode(content))
    header = [cell.strip() for cell in next(lines, (1, []))[1]]
    fields = fields_of(header)
    rows, faults = list[CustomerRow](), list[RowFault]()
    for line, cells in lines:
        row, found = _read_row(line, cells, header, fields)
        faults += found
        if row and not found:
            rows.append(row)
    ignored = tuple(name for place, name in enumerate(header) if name and place not in fields.values())
    return CustomerList(tuple(rows), tuple(faults), ignored)


def decode(content: bytes) -> str:
    """The text, with or without a byte order mark; what is not UTF-8 is from an older Windows."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def delimiter_of(text: str) -> str:
    """What separates the columns: whichever of the usual ones the first line has most of."""
    first = text.lstrip().partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def fields_of(header: list[str]) -> Mapping[str, int]:
    """Which column holds which field. Raises CustomerCsvError where the name is missing or a field stands twice."""
    known = {_plain(name): field for field, names in COLUMNS for name in names}
    fields: dict[str, int] = {}
    for place, name in enumerate(header):
        field = known.get(_plain(name))
        if field in fields:
            raise CustomerCsvError(f"Two columns hold the same thing: leave one of {header[fields[field]]} and {name} out.")
        if field:
            fields[field] = place
    if "name" not in fields:
        raise CustomerCsvError("No column is called name or namn: the first line of the file must name the columns.")
    return fields


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", name).casefold())


def _numbered(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the line on which each begins, empty ones left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise CustomerCsvError(f"The file is no CSV from line {line} on: see whether a quote is left open there.") from None


def _read_row(line: int, cells: list[str], header: list[str], fields: Mapping[str, int]) -> tuple[CustomerRow | None, list[RowFault]]:
    if len(cells) > len(header):
        return None, [RowFault(line, header[-1], "there are more columns than in the first line: put quotes around text with separators")]
    values, faults = dict[str, str](), list[RowFault]()
    for field, place in fields.items():
        written = " ".join(cells[place].split()) if place < len(cells) else ""
        read = READERS.get(field)
        understood = read(written) if written and read else written
        if understood is None:
            faults.append(RowFault(line, header[place], FAULTS[field]))
        else:
            values[field] = understood
    if not faults and not values["name"]:
        faults.append(RowFault(line, header[fields["name"]], "the name is missing"))
    return (None if faults else CustomerRow(line, **_sorted_numbers(values))), faults


def _sorted_numbers(values: dict[str, str]) -> dict[str, str]:
    """A sole trader's organisation number is a national number, and is kept as one (I9)."""
    if values.get("organisation_number") and not _organisation_number(values["organisation_number"]):
        values = values | {"national_number": values["organisation_number"], "organisation_number": ""}
    return values


def _organisation_number(written: str) -> str | None:
    return _whole(organisation_number.detect, "org.nr ", written)


def _national_number(written: str) -> str | None:
    return _whole(national_number.detect, "personnummer ", written)


def _either_number(written: str) -> str | None:
    return _organisation_number(written) or _national_number(written)


def _email(written: str) -> str | None:
    found = _whole(email_address.detect, "", written)
    return comparable_address(found) if found else None


def _phone(written: str) -> str | None:
    return read_phone(written, _PHONE_REGIONS)


def _postal_code(written: str) -> str | None:
    digits = written.replace(" ", "").upper().removeprefix("SE-")
    if re.fullmatch(r"\d{5}", digits):
        return f"{digits[:3]} {digits[3:]}"
    return written if re.fullmatch(r"[\w -]{3,10}", written) else None


def _whole(detect: Callable[[Passage], Iterator[Finding]], label: str, written: str) -> str | None:
    """What the detector reads, if it is all that stands there."""
    found = [finding for finding in detect(Passage(label + written)) if (finding.start, finding.end) == (len(label), len(label + written))]
    return found[0].value if found else None


READERS: Mapping[str, Callable[[str], str | None]] = {
    "organisation_number": _either_number,
    "national_number": _national_number,
    "email": _email,
    "phone": _phone,
    "postal_code": _postal_code,
}
FAULTS: Mapping[str, str] = {
    "organisation_number": "this is neither an organisation number nor a national number",
    "national_number": "this is no national number",
    "email": "this is no e-mail address",
    "phone": "this is no phone number",
    "postal_code": "this is no postal code",
}
