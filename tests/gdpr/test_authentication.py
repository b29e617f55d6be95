"""Only our own mail server's word about a sender counts."""

import pytest

from gdpr.authentication import aligned, authenticate, parse_results
from gdpr.message import MailAddress, Message

OURS = "mx1.ftech.se"


def mail(*results: str, sender: str = "eva@kund.example", froms: int = 1) -> Message:
    return Message(
        sender=MailAddress("Eva Ek", sender),
        headers={"from": (sender,) * froms, "authentication-results": results},
    )


@pytest.mark.parametrize(
    ("results", "passed", "reason"),
    [
        (f"{OURS}; dmarc=pass (policy=none) header.from=kund.example", True, "dmarc_pass"),
        (f"{OURS}; dkim=pass (2048-bit key) header.d=kund.example; dmarc=none header.from=kund.example", True, "dkim_aligned"),
        (f"{OURS}; dkim=pass header.i=@kund.example", True, "dkim_aligned"),
        (f"{OURS}; spf=pass (says (nested)) smtp.mailfrom=eva@kund.example", True, "spf_aligned"),
        (f"{OURS}; dkim=pass header.d=kund.example; dmarc=fail header.from=kund.example", False, "dmarc_fail"),
        (f"{OURS}; dkim=pass header.d=annan.example", False, "not_aligned"),
        (f"{OURS}; dmarc=pass header.from=annan.example", False, "not_aligned"),
        (f"{OURS}; dkim=fail header.d=kund.example; spf=softfail smtp.mailfrom=kund.example", False, "not_aligned"),
        (f"{OURS}; none", False, "not_aligned"),
        ("mx.evil.example; dmarc=pass header.from=kund.example", False, "no_results"),
        (f"{OURS}.evil.example; dmarc=pass header.from=kund.example", False, "no_results"),
        ("", False, "no_results"),
    ],
)
def test_a_sender_is_believed_only_on_an_aligned_pass_of_our_server(results: str, passed: bool, reason: str) -> None:
    verdict = authenticate(mail(results), OURS)

    assert (verdict.passed, verdict.reason) == (passed, reason)


def test_only_the_topmost_header_of_ours_counts() -> None:
    ours, forged = f"{OURS}; spf=fail smtp.mailfrom=kund.example", f"{OURS}; dmarc=pass header.from=kund.example"

    assert not authenticate(mail(ours, forged), OURS).passed


def test_a_foreign_header_above_ours_is_passed_over() -> None:
    assert authenticate(mail("relay.example; none", f"{OURS}; dmarc=pass header.from=kund.example"), OURS).passed


def test_without_a_configured_server_name_nobody_is_authenticated() -> None:
    assert authenticate(mail("; dmarc=pass header.from=kund.example"), "").reason == "no_authserv_id"


def test_two_from_headers_are_nobody() -> None:
    assert authenticate(mail(f"{OURS}; dmarc=pass header.from=kund.example", froms=2), OURS).reason == "no_single_sender"


def test_a_pass_inside_a_comment_or_a_quoted_string_is_no_pass() -> None:
    hostile = f'{OURS}; spf=fail (x; dmarc=pass header.from=kund.example) smtp.mailfrom="a; dmarc=pass"'

    assert not authenticate(mail(hostile), OURS).passed


def test_the_version_after_the_server_name_is_allowed() -> None:
    assert parse_results("mx1.ftech.se 1; dkim=pass header.d=a.example")[0] == OURS


@pytest.mark.parametrize(
    ("claimed", "domain", "speaks"),
    [
        ("kund.example", "kund.example", True),
        ("kund.example", "post.kund.example", True),
        ("post.kund.example", "kund.example", False),
        ("example", "kund.example", False),
        ("und.example", "kund.example", False),
        ("", "kund.example", False),
    ],
)
def test_a_domain_speaks_for_itself_and_what_is_below_it(claimed: str, domain: str, speaks: bool) -> None:
    assert aligned(claimed, domain) is speaks
