"""What a step may know beside the mail: the policy and our mail server's name."""

from dataclasses import dataclass

from gdpr.policy import Policy


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that reading and filing a mail depends on beside its bytes and the store."""

    policy: Policy
    authserv_id: str = ""
