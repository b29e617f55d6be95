"""What the policy says of itself."""

from datetime import timedelta

from config.policy_file import load_policy


def test_the_authoritys_address_must_be_verified_again_after_half_a_year() -> None:
    authority = load_policy().authority
    assert not authority.must_be_verified(authority.verified_on + timedelta(days=180))
    assert authority.must_be_verified(authority.verified_on + timedelta(days=181))
