"""Who opened an ID image, for what, and the one-use token that the picture is fetched with (B3)."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, update

from gdpr.id_image_records import OpeningPurpose
from storage.audit import SqlAudit
from storage.id_image_tables import id_image_openings
from storage.users import secret_hash

TOKEN_LIFE = timedelta(minutes=2)


class Openings:
    """The openings of one transaction, each on record before anything is shown."""

    def __init__(self, connection: Connection, audit: SqlAudit) -> None:
        self._connection = connection
        self._audit = audit

    def open(self, image_id: int, actor: str, purpose: OpeningPurpose, at: datetime) -> str:
        """Write down who looks and what for; returns the token with which this person may fetch the picture once."""
        token = secrets.token_urlsafe(32)
        row = {"token_hash": secret_hash(token), "image_id": image_id, "actor": actor, "expires_at": at + TOKEN_LIFE}
        self._connection.execute(insert(id_image_openings).values(row))
        self._audit.write("id_image:opened", f"id_image/{image_id}", actor, at, purpose=purpose)
        return token

    def redeem(self, token: str, image_id: int, actor: str, at: datetime) -> bool:
        """Whether the picture may be served: the token is this person's, fresh, and from now on used up."""
        opening = id_image_openings.c
        fits = (
            opening.token_hash == secret_hash(token),
            opening.image_id == image_id,
            opening.actor == actor,
            opening.used_at.is_(None),
            opening.expires_at > at,
        )
        used = self._connection.execute(update(id_image_openings).where(*fits).values(used_at=at)).rowcount == 1
        if used:
            self._audit.write("id_image:shown", f"id_image/{image_id}", actor, at)
        return used
