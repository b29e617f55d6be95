"""Addresses are compared as people mean them, and never more generously."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdpr.people import comparable_address, domain_of, is_shared_by_strangers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Eva@KUND.example", "eva@kund.example"),
        ("eva@kund.example.", "eva@kund.example"),
        ("eva@åäö.example", "eva@xn--4cab6c.example"),
        ("EVA@ÅÄÖ.example", "eva@a\u030aa\u0308o\u0308.example"),
    ],
)
def test_these_are_one_address(one: str, other: str) -> None:
    assert comparable_address(one) == comparable_address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("eva@kund.example", "eva@kund.example.evil.example"),
        ("eva+ftech@kund.example", "eva@kund.example"),
        ("e.va@kund.example", "eva@kund.example"),
        ("eva@straße.example", "eva@strasse.example"),
        ("eva@kund.example", "ev\u0430@kund.example"),  # a Cyrillic а
        ("eva@kund.example", "eva@kun\uff44.example"),  # a full-width d
    ],
)
def test_these_are_two_addresses(one: str, other: str) -> None:
    assert comparable_address(one) != comparable_address(other)


@given(st.text(max_size=60))
def test_a_compared_address_is_compared_the_same_way_again(text: str) -> None:
    once = comparable_address(text)

    assert comparable_address(once) == once


def test_the_domain_is_what_stands_behind_the_last_at() -> None:
    assert domain_of('"a@b"@Kund.Example') == "kund.example"
    assert domain_of("ingen adress") == ""


def test_a_domain_of_everybody_says_nothing() -> None:
    assert is_shared_by_strangers("gmail.com")
    assert not is_shared_by_strangers("kund.example")
