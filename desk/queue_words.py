"""The words of the queues beside the requests."""

from collections.abc import Mapping

from desk.texts import N_
from gdpr.incident import IncidentNote

WORDS: Mapping[str, Mapping[str, str]] = {
    "incident_state": {
        "open": N_("Not decided yet"),
        "reported": N_("Reported to the authority"),
        "not_reported": N_("Need not be reported"),
        "false_alarm": N_("No breach"),
    },
    "incident_note": {
        "opened": N_("Reported to us"),
        "facts": N_("What happened"),
        "effects": N_("What it leads to"),
        "measures": N_("What we do about it"),
        "persons_told": N_("Those concerned were told"),
        "reported": N_("Reported to the authority"),
        "not_reported": N_("Need not be reported"),
        "false_alarm": N_("No breach"),
        "reopened": N_("Taken up again"),
    },
    "dpa_state": {
        "asked": N_("Who may sign is not known"),
        "authorised": N_("Ready to send"),
        "sent": N_("Sent, not signed"),
        "signed": N_("Signed, not filed"),
        "filed": N_("Signed and filed"),
        "dropped": N_("Dropped"),
    },
    "dpa_authority": {
        "signatory": N_("Authorised signatory, by the register of companies"),
        "power_of_attorney": N_("Power of attorney"),
        "sole_trader": N_("Sole trader"),
    },
    "end_user_state": {
        "waiting": N_("The customer does not have it yet"),
        "forwarded": N_("The customer has it"),
        "our_own": N_("It is for us"),
    },
    "dpa_clause": {
        "a": N_("processing only on documented instructions, transfers to third countries included"),
        "b": N_("confidentiality of everybody who may process the data"),
        "c": N_("the security of Art. 32"),
        "d": N_("other processors only with authorisation, and under the same duties"),
        "e": N_("help with the requests of data subjects"),
        "f": N_("help with security, breaches, impact assessment and prior consultation"),
        "g": N_("deletion or return of all data when the service ends"),
        "h": N_("all information that shows compliance, and audits"),
    },
    "our_role": {
        "processor": N_("Processor: the customer answers, we confirm nothing"),
    },
}

REASONS: tuple[str, ...] = (
    N_("somebody received or saw what is another's"),
    N_("data is said to have leaked or to lie open"),
    N_("data is said to have gone to the wrong person"),
    N_("a personal-data breach is reported in so many words"),
)
"""Why a mail was taken for the report of a breach, as `gdpr.breach_wordings` says it: listed here to be translated."""

ACTS: Mapping[IncidentNote, str] = {
    IncidentNote.FACTS: N_("What happened"),
    IncidentNote.EFFECTS: N_("What it leads to"),
    IncidentNote.MEASURES: N_("What we do about it"),
    IncidentNote.PERSONS_TOLD: N_("Those concerned were told"),
    IncidentNote.REPORTED: N_("Reported to the authority"),
    IncidentNote.NOT_REPORTED: N_("Need not be reported"),
    IncidentNote.FALSE_ALARM: N_("No breach"),
    IncidentNote.REOPENED: N_("Taken up again"),
}
"""What may be written into the log of a breach, in the order in which it usually is."""

DROPS: Mapping[str, str] = {
    "not_wanted": N_("They no longer want one"),
    "no_authority": N_("Nobody with the right to sign came forward"),
    "already_signed": N_("There is one already"),
    "no_customer": N_("They are no customer"),
}
"""Why an agreement does not come about."""

TONES: Mapping[str, str] = {
    "open": "bad",
    "reported": "good",
    "not_reported": "good",
    "false_alarm": "plain",
    "asked": "warn",
    "authorised": "warn",
    "sent": "accent",
    "signed": "warn",
    "dropped": "plain",
    "forwarded": "good",
    "our_own": "plain",
}
