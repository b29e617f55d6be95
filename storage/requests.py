"""Requests under the GDPR, as they are opened."""

from dataclasses import fields

from sqlalchemy import Connection, insert

from gdpr.records import NewRequest, RequestStatus
from storage.tables import requests

_FIELDS = tuple(field.name for field in fields(NewRequest))
_OPEN = insert(requests)


class SqlRequests:
    """The requests of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open(self, request: NewRequest, message_id: int, contact_id: int) -> int:
        """Open a request; returns its id."""
        given = {name: getattr(request, name) for name in _FIELDS}
        place = {"message_id": message_id, "contact_id": contact_id, "status": RequestStatus.RECEIVED, "opened_at": request.received_at}
        key = self._connection.execute(_OPEN, given | place).inserted_primary_key
        return int(key[0]) if key else 0
