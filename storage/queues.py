"""The queues beside the requests: their rooms in a transaction, and their views."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from gdpr.queue_store import Queues
from storage.audit import SqlAudit
from storage.authority_letters import AuthorityLetterViews, SqlAuthorityLetters
from storage.dpa import AgreementViews, SqlAgreements
from storage.end_users import EndUserViews, SqlEndUsers
from storage.incidents import IncidentViews, SqlIncidents
from storage.keys import Keyring
from storage.suppressions import SqlSuppressions, SuppressionViews


@dataclass(frozen=True, slots=True)
class SqlQueues(Queues):
    """The rooms, with what only people at the desk do in them."""

    authority: SqlAuthorityLetters
    end_users: SqlEndUsers
    suppressions: SqlSuppressions

    @classmethod
    def of(cls, connection: Connection, keyring: Keyring, audit: SqlAudit) -> "SqlQueues":
        """The rooms of one transaction."""
        return cls(
            SqlIncidents(connection, audit),
            SqlAuthorityLetters(connection, audit),
            SqlEndUsers(connection, audit),
            SqlSuppressions(connection, keyring, audit),
            SqlAgreements(connection, audit),
        )


@dataclass(frozen=True, slots=True)
class QueueViews:
    """What the pages of the queues show."""

    incidents: IncidentViews
    authority: AuthorityLetterViews
    end_users: EndUserViews
    suppressions: SuppressionViews
    agreements: AgreementViews

    @classmethod
    def of(cls, engine: Engine) -> "QueueViews":
        """The views on this database."""
        return cls(
            IncidentViews(engine), AuthorityLetterViews(engine), EndUserViews(engine), SuppressionViews(engine), AgreementViews(engine)
        )
