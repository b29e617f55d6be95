"""What the model of requests sees of a text."""

from gdpr import request_weights
from gdpr.request_features import BUCKETS, features, fingerprint, of_word, words


def test_the_weights_were_learnt_with_these_features() -> None:
    assert fingerprint() == request_weights.LEARNT_WITH, "run bench/train_requests.py anew"


def test_a_misspelt_word_still_looks_like_itself() -> None:
    right, misspelt, other = set(of_word("personuppgifter")), set(of_word("personupgifter")), set(of_word("serverhall"))
    assert len(right & misspelt) > len(right) / 2
    assert len(right & other) < len(right) / 10


def test_the_order_of_words_matters() -> None:
    assert set(features("radera inte kontot")) != set(features("inte radera kontot"))


def test_what_a_long_number_is_does_not_matter_but_the_number_of_an_article_does() -> None:
    assert features("mitt nummer ar 0701740605") == features("mitt nummer ar 08465004")
    assert features("artikel 15") != features("artikel 17")


def test_each_feature_has_a_bucket_even_in_a_text_of_nonsense() -> None:
    assert not words("\x00 ?!")
    assert not features("\x00 ?!")
    assert all(0 <= bucket < BUCKETS for bucket in features("日本語 \ud800x 🙂 " + "å" * 5000))
