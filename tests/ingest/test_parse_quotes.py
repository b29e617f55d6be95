"""What the author wrote this time is told from what stood there before, in every customer's language."""

import pytest

from detectors.finding import Origin
from ingest.parse import parse
from ingest.reply_lines import is_attribution
from tests.ingest.parsed import names, old_text, parsed

THANKS = ("Tack, nu", "Thanks, it", "Takk, nå", "Tak, nu", "Kiitos, nyt", "Danke, jetzt", "Merci, ça", "Спасибо, работает")
PROGRAMS = [name for name in names("reply_*") if name not in {"reply_between_lines", "reply_broken_quote_lines", "reply_deep"}]


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_old_mail_is_told_from_the_answer(name: str) -> None:
    message = parsed(name)
    assert message.own_text.startswith(THANKS)
    assert "ftech" not in "".join(passage.text for passage in message.new_text[1:])
    assert "08-465 004 00" in old_text(message)


def test_answers_between_quoted_lines_are_the_authors() -> None:
    message = parsed("reply_between_lines")
    assert message.own_text == "Den nya.\n\nNej, ring 070-174 06 05."
    assert message.written_by(Origin.SIGNATURE) == "Mvh\nEva"
    assert "070-174 06 97" in old_text(message)


def test_the_end_of_a_quoted_line_that_was_broken_stays_quoted() -> None:
    assert "skickades vidare" in old_text(parsed("reply_broken_quote_lines"))


def test_deep_quotes_are_one_old_passage() -> None:
    message = parsed("reply_deep")
    assert message.own_text == "Ja!"
    assert [passage.origin for passage in message.passages] == [Origin.AUTHOR, Origin.QUOTED]


@pytest.mark.parametrize("name", names("forward_*"))
def test_a_mail_that_was_passed_on_is_neither_the_authors_nor_quoted(name: str) -> None:
    message = parsed(name)
    assert "070-174 06 97" in message.written_by(Origin.FORWARDED)
    assert "Bo" not in message.own_text
    assert Origin.QUOTED not in {passage.origin for passage in message.passages}


def test_a_web_form_with_from_and_subject_is_the_authors() -> None:
    assert "070-174 06 05" in parsed("form_from_date_subject").own_text


def test_a_sentence_that_ends_in_wrote_introduces_nothing() -> None:
    assert "070-174 06 05" in parsed("sentence_with_skrev").own_text


def test_a_line_that_a_mailbox_file_marked_is_the_authors() -> None:
    assert ">From början" in parsed("attached_from_line").own_text


def test_what_a_mailing_list_adds_is_not_the_authors() -> None:
    message = parsed("list_footer")
    assert message.own_text == "After, and wait two TTLs."
    assert "unsubscribe" in old_text(message)


@pytest.mark.parametrize(
    "line",
    [
        "Den tors 10 juli 2025 kl 11:42 skrev Kim <kim@ftech.se>:",
        "2 maj 2025 kl. 08:50 skrev Kim <kim@ftech.se>:",
        "Den 2025-03-03 kl. 09:15, skrev Kim:",
        "On Sun, Jun 8, 2025 at 9:15 PM Kim <kim@ftech.se> wrote:",
        "Am 03.03.2025 um 09:15 schrieb Kim:",
        "Den man. 3. mar. 2025 kl. 09.15 skrev Kim <kim@ftech.se>:",
        "ma 3. maalisk. 2025 klo 9.15 Kim (kim@ftech.se) kirjoitti:",
        "Le lun. 3 mars 2025 à 09:15, Kim <kim@ftech.se> a écrit :",
        "Op ma 3 mrt 2025 om 09:15 schreef Kim <kim@ftech.se>:",
        "El lun, 3 mar 2025 a las 9:15, Kim (<kim@ftech.se>) escribió:",
        "03.03.2025 09:15, Kim пишет:",
        "3 mars 2025 09:15 från kim@ftech.se:",
        "Citerar Kim <kim@ftech.se>:",
        "2025-03-03 09:15 GMT+01:00 Kim <kim@ftech.se>:",
        "Kim <kim@ftech.se> 于2025年3月3日周一 09:15写道：",
    ],
)
def test_a_reply_line_is_known_in_its_language(line: str) -> None:
    assert is_attribution(line)


@pytest.mark.parametrize(
    "line", ["Jag skrev ner felet:", "Så här skrev Kim:", "On your remote host you can run:", "Kim skrev att det fungerar."]
)
def test_a_sentence_is_no_reply_line(line: str) -> None:
    assert not is_attribution(line)


def test_a_reply_line_that_nothing_follows_is_old() -> None:
    message = parse(b"Subject: SV: Hej\n\nTack!\n\nDen 3 mars 2025 kl. 09:15 skrev Kim <kim@ftech.se>:\n")
    assert message.own_text == "Tack!"


def test_a_name_that_wrote_is_a_reply_line_where_quoted_lines_follow() -> None:
    message = parse(b"Subject: Re: Hej\n\nKim Sandelin wrote:\n\n> gammalt\n\nnytt\n")
    assert message.own_text == "nytt"


def test_a_dated_sentence_in_a_new_mail_introduces_nothing() -> None:
    for sentence in ("Den 12 mars 2025 kl. 10:30 skrev jag till er:", "Jag mejlade kim@ftech.se den 3/3 2025 och då skrev ni:"):
        message = parse(f"Subject: Klagan\n\n{sentence}\n\nRing 070-174 06 05.\n".encode())
        assert "070-174 06 05" in message.own_text


def test_a_notice_of_a_call_with_from_and_to_is_the_authors() -> None:
    notice = "Subject: Missat samtal\n\nDu har ett missat samtal\n\nFrån: 070-174 06 05\nTill: 08-465 004 01\nDatum: 2025-03-03\n"
    assert "070-174 06 05" in parse(notice.encode()).own_text
