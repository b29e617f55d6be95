"""Sign-in against the store: sessions, one-time links, and a lock after too many failed tries."""

from datetime import datetime

from storage.store import SqlStore
from storage.users import User, Users


def signed_in(store: SqlStore, token: str, now: datetime) -> User | None:
    """Whose session this is. Only reads, for every page asks and no page may wait for the mail that is being filed."""
    with store.engine.connect() as connection:
        return Users(connection).in_session(token, now)


def sign_in(store: SqlStore, name: str, password: str, now: datetime) -> str | None:
    """A session for who knows the password; None, without saying why, to everybody else (OWASP: authentication)."""
    # By name alone: behind a proxy, or in one office, everybody has the same address, and one could lock out all.
    tried = f"name:{name.lower()}"
    with store.engine.connect() as connection:
        users = Users(connection)
        user = None if users.is_locked(tried, now) else users.with_password(name, password)
    if user is None:
        with store.transaction() as tx:
            tx.users.failed(tried, now)
        return None
    return _start(store, user, now)


def _start(store: SqlStore, user: User, now: datetime) -> str:
    with store.transaction() as tx:
        tx.audit.write("user:signed_in", user.actor, user.actor, now)
        return tx.users.start_session(user.id, now)


def use_link(store: SqlStore, link: str, now: datetime) -> str | None:
    """A session for the first who uses the link in time."""
    with store.transaction() as tx:
        user = tx.users.follow_link(link, now)
        if user is None:
            return None
        tx.audit.write("user:signed_in", user.actor, user.actor, now, by="link")
        return tx.users.start_session(user.id, now)


def sign_out(store: SqlStore, token: str) -> None:
    """End a session."""
    with store.transaction() as tx:
        tx.users.end_session(token)


def speak(store: SqlStore, user_id: int, language: str) -> None:
    """Remember the language that a person chose."""
    with store.transaction() as tx:
        tx.users.speak(user_id, language)
