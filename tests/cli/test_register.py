"""`ombud register`: the register of processing as a file for the authority."""

import csv

from tests.cli.operator import Operator


def test_the_register_is_a_table_with_ground_and_retention(operator: Operator) -> None:
    rows = list(csv.DictReader(operator.types("register", "--language", "en").output.splitlines()))
    mails = next(row for row in rows if row["key"] == "mails")
    assert (mails["legal_basis"], mails["retention"]) == ("GDPR Art. 6(1)(f)", "24 months; 90 days after a closed request")


def test_the_register_is_a_page_that_names_the_controller(operator: Operator) -> None:
    page = operator.types("register", "--html").output
    assert "<h1>ftech AB, 556629-2347</h1>" in page
    assert "<td>Mejl till supporten</td>" in page
