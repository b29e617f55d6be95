"""Who may sign in at the desk: local users, one-time links, sessions, and a count of failed tries."""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from gdpr.people import Role
from storage.tables import sessions, signin_failures, signin_links, users

LINK_LIFE = timedelta(hours=1)
SESSION_LIFE = timedelta(hours=10)
FAILURES_ALLOWED = 5
FAILURES_WITHIN = timedelta(minutes=15)
SHORTEST_PASSWORD = 12

_HASHER = PasswordHasher()


class UserError(Exception):
    """A user cannot be made or changed as asked."""


@dataclass(frozen=True, slots=True)
class User:
    """A person at the desk."""

    id: int
    name: str
    roles: frozenset[Role]
    language: str

    @property
    def actor(self) -> str:
        """How the audit trail names them."""
        return f"user/{self.id}"


class Users:
    """The users of one transaction. Tokens leave here once, in clear; what is kept is their hash."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, name: str, roles: Collection[Role], at: datetime, password: str | None = None, language: str = "sv") -> User:
        """A new user; without a password they sign in by one-time link."""
        if self.named(name):
            raise UserError("There is a user with this name already: choose another.")
        if password is not None and len(password) < SHORTEST_PASSWORD:
            raise UserError(f"A password has at least {SHORTEST_PASSWORD} characters.")
        row = {
            "name": name.strip(),
            "roles": sorted(roles),
            "language": language,
            "password_hash": _HASHER.hash(password) if password else None,
            "created_at": at,
        }
        return _user(self._connection.execute(insert(users).returning(users), row).one())

    def named(self, name: str) -> User | None:
        """The active user of this name."""
        return self._one(func.lower(users.c.name) == name.strip().lower())

    def with_id(self, user_id: int) -> User | None:
        """The active user with this id."""
        return self._one(users.c.id == user_id)

    def speak(self, user_id: int, language: str) -> None:
        """Remember the language a user chose."""
        self._connection.execute(update(users).where(users.c.id == user_id).values(language=language))

    def remove(self, user_id: int) -> None:
        """Sign a user out everywhere for good; the record of what they did keeps its number, and the name may be given again."""
        for table in (sessions, signin_links):
            self._connection.execute(delete(table).where(table.c.user_id == user_id))
        gone = {"active": False, "password_hash": None, "name": f"removed {user_id}"}
        self._connection.execute(update(users).where(users.c.id == user_id).values(gone))

    def with_password(self, name: str, password: str) -> User | None:
        """The user whose name and password these are; takes as long for a name that nobody has."""
        user = self.named(name)
        kept = self._connection.execute(select(users.c.password_hash).where(users.c.id == user.id)).scalar() if user else None
        try:
            _HASHER.verify(kept or _nobodys_hash(), password)
        except (VerificationError, InvalidHashError):
            return None
        return user if kept else None

    def new_link(self, user_id: int, at: datetime, life: timedelta = LINK_LIFE) -> str:
        """A token with which this user signs in once."""
        token = secrets.token_urlsafe(32)
        row = {"token_hash": secret_hash(token), "user_id": user_id, "expires_at": at + life}
        self._connection.execute(insert(signin_links), row)
        return token

    def follow_link(self, token: str, at: datetime) -> User | None:
        """The user of a link that is used now for the first time and in time."""
        mine = (signin_links.c.token_hash == secret_hash(token), signin_links.c.used_at.is_(None), signin_links.c.expires_at > at)
        used = update(signin_links).where(*mine).values(used_at=at).returning(signin_links.c.user_id)
        user_id = self._connection.execute(used).scalar_one_or_none()
        return self.with_id(user_id) if user_id is not None else None

    def start_session(self, user_id: int, at: datetime, life: timedelta = SESSION_LIFE) -> str:
        """A token that stands for this user until it expires."""
        token = secrets.token_urlsafe(32)
        row = {"token_hash": secret_hash(token), "user_id": user_id, "created_at": at, "expires_at": at + life}
        self._connection.execute(insert(sessions), row)
        return token

    def in_session(self, token: str, at: datetime) -> User | None:
        """The active user of a session that has not expired."""
        query = select(users).join(sessions, sessions.c.user_id == users.c.id)
        row = self._connection.execute(
            query.where(sessions.c.token_hash == secret_hash(token), sessions.c.expires_at > at, users.c.active)
        ).one_or_none()
        return _user(row) if row else None

    def end_session(self, token: str) -> None:
        """Sign out."""
        self._connection.execute(delete(sessions).where(sessions.c.token_hash == secret_hash(token)))

    def failed(self, what: str, at: datetime) -> None:
        """Remember a failed try of this name or from this address; kept as a hash."""
        self._connection.execute(insert(signin_failures), {"key": secret_hash(what), "at": at})

    def is_locked(self, what: str, at: datetime) -> bool:
        """Whether there were so many failures lately that no more tries are taken."""
        recent = (signin_failures.c.key == secret_hash(what), signin_failures.c.at > at - FAILURES_WITHIN)
        count = self._connection.execute(select(func.count()).select_from(signin_failures).where(*recent)).scalar_one()
        return count >= FAILURES_ALLOWED

    def forget_expired(self, at: datetime) -> None:
        """Delete sessions, links and failures that no longer matter."""
        self._connection.execute(delete(sessions).where(sessions.c.expires_at <= at))
        self._connection.execute(delete(signin_links).where(signin_links.c.expires_at <= at))
        self._connection.execute(delete(signin_failures).where(signin_failures.c.at <= at - FAILURES_WITHIN))

    def _one(self, condition: Any) -> User | None:
        row = self._connection.execute(select(users).where(condition, users.c.active)).one_or_none()
        return _user(row) if row else None


def _user(row: Row[Any]) -> User:
    return User(row.id, row.name, frozenset(Role(role) for role in row.roles), row.language)


@cache
def _nobodys_hash() -> str:
    """Checked for names that nobody has, so that time tells nothing."""
    return _HASHER.hash(secrets.token_hex())


def secret_hash(text: str) -> str:
    """What is kept of a secret that nobody can guess, to know it again."""
    return hashlib.sha256(text.encode()).hexdigest()
