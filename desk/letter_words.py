"""The words of the outbox: kinds of letters, how far they have come, what they lack, and why one is not sent."""

from collections.abc import Mapping
from enum import StrEnum

from desk.texts import N_


class NotSent(StrEnum):
    """Why a letter is not to be sent; named, so that no free text can hold personal data."""

    TOLD_OTHERWISE = "told_otherwise"
    NOT_NEEDED = "not_needed"
    WRONG = "wrong"
    ABUSE = "abuse"


NOT_SENT: Mapping[NotSent, str] = {
    NotSent.TOLD_OTHERWISE: N_("The person was told another way"),
    NotSent.NOT_NEEDED: N_("It is no longer needed"),
    NotSent.WRONG: N_("It is wrong"),
    NotSent.ABUSE: N_("Somebody misuses the address"),
}

WORDS: Mapping[str, Mapping[str, str]] = {
    "letter": {
        "acknowledgement": N_("Acknowledgement"),
        "identity_ask": N_("Question about identity"),
        "identity_reminder": N_("Reminder about identity"),
        "extension": N_("More time"),
        "refusal": N_("Refusal"),
        "partial_refusal": N_("Refusal in part"),
        "fee": N_("Fee"),
        "outcome_access": N_("Answer: access"),
        "outcome_portability": N_("Answer: portability"),
        "outcome_erasure": N_("Answer: erasure"),
        "outcome_rectification": N_("Answer: rectification"),
        "outcome_restriction": N_("Answer: restriction"),
        "outcome_objection": N_("Answer: objection"),
        "outcome_withdraw_consent": N_("Answer: consent withdrawn"),
        "outcome_marketing_optout": N_("Answer: no more marketing"),
        "outcome_complaint": N_("Answer: complaint"),
        "outcome_policy_question": N_("Answer: question"),
        "nothing_held": N_("We hold nothing"),
        "closed_unverified": N_("Closed, identity not shown"),
        "dpa": N_("Data processing agreement"),
        "dpo_acknowledgement": N_("Acknowledgement of the data protection officer"),
        "forward": N_("Passed on to the responsible customer"),
        "contact_change_confirmation": N_("Question about changed contact details"),
        "unasked_image": N_("ID image that nobody asked for"),
        "escalation": N_("Warning to our own people"),
        "digest": N_("Daily figures"),
    },
    "letter_state": {
        "draft": N_("Waits for a click"),
        "pending": N_("Leaves at the next round"),
        "sent": N_("Sent"),
        "failed": N_("Could not be sent"),
        "bounced": N_("Did not arrive"),
        "discarded": N_("Not sent"),
    },
    "letter_trouble": {
        "nobody_reads": N_("Nobody reads what is sent to this address."),
        "address_cap": N_("This address has got many letters today."),
        "domain_cap": N_("This domain has got many letters within an hour."),
        "no_address": N_("No mail can go to this address."),
        "incomplete": N_("It lacks something that the law wants told."),
        "refused": N_("The mail server refuses it for good."),
        "given_up": N_("The mail server has not taken it at any try."),
    },
    "claim": {
        "sender_not_checked": N_("nothing proves who sent it."),
        "another_address": N_("it came from another address than the letter went to."),
        "another_person": N_("it came from another person."),
    },
    "letter_fact": {
        "answer": N_("The answer"),
        "amount": N_("The amount"),
        "reason": N_("The reason"),
        "law": N_("Law and section"),
        "done": N_("What was done, where and when"),
        "kept": N_("What is kept, by which law and until when"),
        "recipients": N_("Who received the data and was told"),
        "purposes": N_("Purposes, each with its legal basis"),
        "categories": N_("Kinds of data"),
        "retention": N_("How long each kind is kept"),
        "source": N_("Where the data comes from"),
        "automated_decisions": N_("Automated decisions"),
        "transfers": N_("Transfers outside the EU and EEA"),
        "searched": N_("What was searched for"),
        "agreement_version": N_("Version of the agreement"),
        "change": N_("What is to be changed"),
    },
}

TONES: Mapping[str, str] = {"draft": "accent", "pending": "plain", "sent": "good", "failed": "bad", "bounced": "bad", "discarded": "plain"}
