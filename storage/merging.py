"""Two profiles that a person says are one, and back again exactly (I7: the program itself never merges)."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, and_, exists, insert, select, update

from storage.audit import SqlAudit
from storage.forgetting import some_at_once
from storage.tables import contacts, facts, findings, merges, messages, outbox, requests, suggestions

_MOVED: tuple[Table, ...] = (messages, findings, requests, outbox, facts)


class MergeError(Exception):
    """Two profiles cannot be merged, or a merge cannot be undone, as asked."""


class Merging:
    """Merges of one transaction; each remembers what it moved."""

    def __init__(self, connection: Connection, audit: SqlAudit) -> None:
        self._connection = connection
        self._audit = audit

    def merge(self, kept_id: int, merged_id: int, actor: str, at: datetime) -> int:
        """Move all that is filed on one profile to another; returns the number of the merge."""
        if kept_id == merged_id:
            raise MergeError("Choose two different profiles.")
        for contact_id in sorted((kept_id, merged_id)):
            self._living(contact_id)
        moved = {table.name: self._move(table, merged_id, kept_id) for table in _MOVED}
        self._connection.execute(update(contacts).where(contacts.c.id == merged_id).values(merged_into=kept_id))
        row = {"kept_id": kept_id, "merged_id": merged_id, "moved": moved, "actor": actor, "at": at}
        merge_id = int(self._connection.execute(insert(merges).returning(merges.c.id), row).scalar_one())
        self._audit.write("contact:merged", f"contact/{merged_id}", actor, at, into=kept_id, merge=merge_id)
        return merge_id

    def undo(self, merge_id: int, actor: str, at: datetime) -> None:
        """Move back what the merge moved; what came later stays where it came."""
        merge = self._connection.execute(select(merges).where(merges.c.id == merge_id, merges.c.undone_at.is_(None))).one_or_none()
        if merge is None:
            raise MergeError(f"There is no merge {merge_id} to undo.")
        self._living(merge.kept_id)
        for table in _MOVED:
            self._move_back(table, merge)
        self._connection.execute(update(contacts).where(contacts.c.id == merge.merged_id).values(merged_into=None))
        self._connection.execute(update(merges).where(merges.c.id == merge_id).values(undone_at=at))
        self._audit.write("contact:unmerged", f"contact/{merge.merged_id}", actor, at, out_of=merge.kept_id, merge=merge_id)

    def accept(self, contact_id: int, actor: str, at: datetime) -> None:
        """A person says that a provisional profile is somebody new: it leaves the unmatched queue."""
        self._living(contact_id)
        self._connection.execute(update(contacts).where(contacts.c.id == contact_id).values(provisional=False))
        self._audit.write("contact:accepted", f"contact/{contact_id}", actor, at)

    def dismiss(self, contact_id: int, other_id: int, actor: str, at: datetime) -> None:
        """A person says that two profiles are not one: the suggestion does not come back."""
        pair = (suggestions.c.contact_id == contact_id, suggestions.c.other_id == other_id)
        self._connection.execute(update(suggestions).where(*pair).values(dismissed_at=at))
        self._audit.write("suggestion:dismissed", f"contact/{contact_id}", actor, at, other=other_id)

    def _living(self, contact_id: int) -> None:
        query = select(contacts.c.merged_into).where(contacts.c.id == contact_id).with_for_update()
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise MergeError(f"There is no profile {contact_id}.")
        if row.merged_into is not None:
            raise MergeError(f"Profile {contact_id} is merged into {row.merged_into}: undo that first.")

    def _move(self, table: Table, source: int, target: int) -> list[int]:
        """The ids of what moved; a fact that the target has already stays behind."""
        conditions = [table.c.contact_id == source]
        if table is facts:
            had = facts.alias()
            same = and_(*(had.c[name] == facts.c[name] for name in ("kind", "value", "value_index")))
            conditions.append(~exists().where(had.c.contact_id == target, same))
        ids = list(self._connection.execute(select(table.c.id).where(*conditions)).scalars())
        self._relocate(table, ids, source, target)
        return ids

    def _move_back(self, table: Table, merge: Row[Any]) -> None:
        self._relocate(table, merge.moved[table.name], merge.kept_id, merge.merged_id)

    def _relocate(self, table: Table, ids: list[int], source: int, target: int) -> None:
        for some in some_at_once(ids):
            moving = (table.c.id.in_(some), table.c.contact_id == source)
            self._connection.execute(update(table).where(*moving).values(contact_id=target))
