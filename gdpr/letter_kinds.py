"""The letters we write: to whom each goes, and what it must say.

A part is a section of the letter's template and bears the name that stands here. A letter that lacks one is not sent: what must stand
in it, and from which facts, is what the law asks for and not a matter of style (law.md R2, R3, R5, B5).
"""

from dataclasses import dataclass
from enum import StrEnum

from gdpr.requests import RequestKind


class LetterKind(StrEnum):
    """Each kind of letter; the value is the name of its template."""

    ACKNOWLEDGEMENT = "acknowledgement"
    IDENTITY_ASK = "identity_ask"
    IDENTITY_REMINDER = "identity_reminder"
    EXTENSION = "extension"
    REFUSAL = "refusal"
    PARTIAL_REFUSAL = "partial_refusal"
    FEE = "fee"
    OUTCOME_ACCESS = "outcome_access"
    OUTCOME_PORTABILITY = "outcome_portability"
    OUTCOME_ERASURE = "outcome_erasure"
    OUTCOME_RECTIFICATION = "outcome_rectification"
    OUTCOME_RESTRICTION = "outcome_restriction"
    OUTCOME_OBJECTION = "outcome_objection"
    OUTCOME_WITHDRAW_CONSENT = "outcome_withdraw_consent"
    OUTCOME_MARKETING_OPTOUT = "outcome_marketing_optout"
    OUTCOME_COMPLAINT = "outcome_complaint"
    OUTCOME_POLICY_QUESTION = "outcome_policy_question"
    NOTHING_HELD = "nothing_held"
    CLOSED_UNVERIFIED = "closed_unverified"
    DPA = "dpa"
    DPO_ACKNOWLEDGEMENT = "dpo_acknowledgement"
    FORWARD = "forward"
    CONTACT_CHANGE_CONFIRMATION = "contact_change_confirmation"
    UNASKED_IMAGE = "unasked_image"
    ESCALATION = "escalation"
    DIGEST = "digest"


class Reader(StrEnum):
    """Who reads a letter: the person who wrote to us, or somebody of our own."""

    PERSON = "person"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Part:
    """A section that a letter must have, and the facts that must be told in it; where there are none, its words say it all."""

    name: str
    facts: tuple[str, ...] = ()


# What letters are made of. The facts are names of values: dates, counts, and keys that `words.toml` turns into words.
CASE = Part("case", ("reference",))
ASKED = Part("asked", ("requests", "received_on"))
DATES = Part("dates", ("promise_on", "legal_on"))
REACH = Part("reach", ("contact",))
RECEIVED = Part("received", ("received_on",))
AUTHORITY = Part("authority", ("authority",))
COURT = Part("court")
REASON = Part("reason", ("reason",))
LAW = Part("law", ("law",))
DONE = Part("done", ("done",))
DONE_ON = Part("done", ("done_on",))
RECIPIENTS = Part("recipients", ("recipients",))
BACKUPS = Part("backups", ("backup_days",))
KEPT = Part("kept", ("kept",))
ASK = (Part("item", ("item",)), Part("alternatives", ("alternatives",)), Part("masking"), Part("deletion"))
MANIFEST = (
    Part("confirmation"),
    Part("purposes", ("purposes",)),
    Part("categories", ("categories",)),
    RECIPIENTS,
    Part("retention", ("retention",)),
    Part("rights"),
    Part("source", ("source",)),
    Part("automated_decisions", ("automated_decisions",)),
    Part("transfers", ("transfers",)),
)
COPY = Part("copy", ("pickup_until",))
COMPLAINT = (AUTHORITY, COURT)


@dataclass(frozen=True, slots=True)
class LetterRule:
    """What holds for one kind of letter; `source` is the rule that asks for its parts."""

    kind: LetterKind
    source: str
    parts: tuple[Part, ...]
    reader: Reader = Reader.PERSON


LETTERS: tuple[LetterRule, ...] = (
    LetterRule(LetterKind.ACKNOWLEDGEMENT, "R5; EDPB 01/2022 §57", (CASE, ASKED, DATES, REACH)),
    LetterRule(LetterKind.IDENTITY_ASK, "GDPR Art. 12(6); R5, I2, D12", (CASE, Part("doubt", ("doubt",)), *ASK, Part("pause"))),
    LetterRule(LetterKind.IDENTITY_REMINDER, "D13", (CASE, Part("asked_before", ("asked_on",)), *ASK, Part("ends", ("legal_on",)))),
    LetterRule(LetterKind.EXTENSION, "GDPR Art. 12(3); D10, R5", (CASE, REASON, Part("new_date", ("extended_on",)), AUTHORITY)),
    LetterRule(LetterKind.REFUSAL, "GDPR Art. 12(4); D11, R5", (CASE, REASON, LAW, *COMPLAINT)),
    LetterRule(LetterKind.PARTIAL_REFUSAL, "GDPR Art. 12(4); D11, R5", (CASE, DONE, REASON, LAW, KEPT, *COMPLAINT)),
    LetterRule(LetterKind.FEE, "GDPR Art. 12(5), 15(3); R1, R5", (CASE, Part("amount", ("amount",)), REASON, Part("withdraw"), *COMPLAINT)),
    LetterRule(LetterKind.OUTCOME_ACCESS, "GDPR Art. 15; R2, R3", (CASE, *MANIFEST, COPY, *COMPLAINT)),
    LetterRule(LetterKind.OUTCOME_PORTABILITY, "GDPR Art. 20; R5", (CASE, Part("format"), COPY, *COMPLAINT)),
    LetterRule(LetterKind.OUTCOME_ERASURE, "GDPR Art. 17, 19; R5, D15, E6, E7", (CASE, DONE, RECIPIENTS, BACKUPS, *COMPLAINT)),
    LetterRule(LetterKind.OUTCOME_RECTIFICATION, "GDPR Art. 16, 19; R5", (CASE, DONE_ON, RECIPIENTS, *COMPLAINT)),
    LetterRule(LetterKind.OUTCOME_RESTRICTION, "GDPR Art. 18(3), 19; R5", (CASE, DONE_ON, RECIPIENTS, Part("lifting"), *COMPLAINT)),
    LetterRule(LetterKind.OUTCOME_OBJECTION, "GDPR Art. 21(1); R5", (CASE, DONE_ON, *COMPLAINT)),
    LetterRule(LetterKind.OUTCOME_WITHDRAW_CONSENT, "GDPR Art. 7(3); R5", (CASE, DONE_ON, Part("before"), *COMPLAINT)),
    LetterRule(LetterKind.OUTCOME_MARKETING_OPTOUT, "GDPR Art. 21(3); R5", (CASE, DONE_ON, Part("suppression"), *COMPLAINT)),
    LetterRule(LetterKind.OUTCOME_COMPLAINT, "GDPR Art. 77; R5", (CASE, Part("answer", ("answer",)), *COMPLAINT)),
    LetterRule(LetterKind.OUTCOME_POLICY_QUESTION, "GDPR Art. 12(1), 13", (CASE, Part("answer", ("answer",)), REACH, AUTHORITY)),
    LetterRule(LetterKind.NOTHING_HELD, "GDPR Art. 15(1); R2", (CASE, Part("searched", ("searched",)), Part("nothing"), *COMPLAINT)),
    LetterRule(LetterKind.CLOSED_UNVERIFIED, "GDPR Art. 11(2), 12(2), 12(4); D13", (CASE, REASON, LAW, Part("come_back"), *COMPLAINT)),
    LetterRule(LetterKind.DPA, "GDPR Art. 28(3); Policy §6", (CASE, Part("agreement", ("agreement_version",)), Part("signing"), REACH)),
    LetterRule(LetterKind.DPO_ACKNOWLEDGEMENT, "GDPR Art. 38(4)–(5); R6", (CASE, RECEIVED, Part("confidential"), DATES, REACH)),
    LetterRule(LetterKind.FORWARD, "GDPR Art. 28(3)(e); R5", (CASE, Part("neutral"), Part("forwarded"))),
    LetterRule(LetterKind.CONTACT_CHANGE_CONFIRMATION, "I5; Policy §3", (CASE, Part("change", ("change",)), Part("not_you"), REACH)),
    LetterRule(LetterKind.UNASKED_IMAGE, "I1, I3; Policy §7", (CASE, Part("deleted", ("deleted_on",)), Part("need_not"), REACH)),
    LetterRule(LetterKind.ESCALATION, "R6", (CASE, Part("clock", ("requests", "due_on"))), Reader.STAFF),
    LetterRule(LetterKind.DIGEST, "R6", (Part("figures", ("figures",)),), Reader.STAFF),
)  # fmt: skip

LETTER: dict[str, LetterRule] = {rule.kind: rule for rule in LETTERS}


def outcome_letter(kind: RequestKind) -> LetterKind:
    """The letter that tells what became of a request of this kind (D15)."""
    if kind is RequestKind.DPA:
        return LetterKind.DPA
    if kind is RequestKind.DPO_QUESTION:
        return LetterKind.OUTCOME_POLICY_QUESTION
    return LetterKind(f"outcome_{kind}")
