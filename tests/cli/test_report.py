"""`ombud report`: the figures of a month, for scripts and for people."""

import json

import pytest

from tests.cli.operator import Operator


def test_a_report_is_one_json_object(operator: Operator) -> None:
    told = json.loads(operator.types("report", "2026-11", "--json").output)
    assert (told["month"], told["received"], told["median_days"]) == ("2026-11", {}, None)


def test_a_report_is_readable_too(operator: Operator) -> None:
    assert operator.types("report", "2026-11").output.splitlines()[:2] == ["Month: 2026-11.", "Received: none."]


@pytest.mark.parametrize("month", ["2026-13", "november", "2026-1"])
def test_a_word_that_is_no_month_is_wrong_use(operator: Operator, month: str) -> None:
    assert operator.types("report", month).status == 2
