"""What a step may know beside the mail: the policy, our mail server's name, and what is the receiver's own."""

from dataclasses import dataclass

from detectors.receiver import Receiver
from gdpr.policy import Policy


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that reading and filing a mail depends on beside its bytes and the store."""

    policy: Policy
    receiver: Receiver
    authserv_id: str = ""
