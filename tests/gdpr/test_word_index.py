import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gdpr.request_concepts import CONCEPTS
from gdpr.request_reading import RULES
from gdpr.word_index import WordIndex, needed_words

RULE_PATTERNS = {rule.pattern for rules in RULES.values() for rule in rules}
CONCEPT_PATTERNS = {pattern for concepts in CONCEPTS.values() for pattern in concepts.values()}
PATTERNS = sorted(RULE_PATTERNS | CONCEPT_PATTERNS, key=lambda pattern: pattern.pattern)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("abc", {"abc"}),
        ("abcd?ef", {"abc"}),
        ("(?:foo|bar)+x", {"foo", "bar"}),
        ("(?:foo|[abc])r", {"r"}),
        ("(?!foo)barn", {"barn"}),
        ("x(?:abc){0,2}defg", {"defg"}),
        (r"a\.bcd\b", {"a.bcd"}),
        ("[abc]def|ghij", {"def", "ghij"}),
        ("(?:abc)?", set()),
        (r"abc|\d+", set()),
    ],
)
def test_every_match_holds_one_of_the_words(pattern: str, words: set[str]) -> None:
    assert needed_words(pattern) == words


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_match_of_a_rule_is_overlooked(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(PATTERNS))
    text = data.draw(st.from_regex(pattern))
    assert "rule" in WordIndex({"rule": pattern}).possible(text)


def test_a_pattern_that_cannot_match_is_not_tried() -> None:
    index = WordIndex({"erase": re.compile("radera.{0,60}uppgifter"), "anything": re.compile(r"\w+")})
    assert index.possible("servern svarar inte") == {"anything"}
    assert index.possible("radera mina uppgifter") == {"erase", "anything"}
