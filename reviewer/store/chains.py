"""Who says so, and who is accused or harmed: actors as a passage's words name them.

Both are short lists in order. Writing one changes only the places that differ, so that the history
says what changed, and a place is never left out.
"""

import json
from collections.abc import Mapping, Sequence
from uuid import uuid4

from reviewer.domain.actors import ChainMember, Named, Role
from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Shape

_MEMBER = Shape(NUMBER, MAYBE_NUMBER, TEXT, TEXT)
_NAMED = Shape(NUMBER, TEXT, MAYBE_NUMBER, TEXT)
_PLACE = Shape(NUMBER, NUMBER, MAYBE_NUMBER, TEXT, TEXT)
_CHOSEN = "(SELECT value FROM json_each(?))"
_FIRST = "(SELECT value FROM json_each(?1))"


class ChainStore:
    """Keeps the chains and roles of passages."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def chains(self, passages: Sequence[int]) -> dict[int, tuple[ChainMember, ...]]:
        """Return who says so, by passage, from the page back to the speaker."""
        rows = self._connection.rows(
            _MEMBER,
            "SELECT passage, actor, printed, hedge FROM chain_members "
            f"WHERE passage IN {_CHOSEN} ORDER BY passage, position",
            [json.dumps(list(passages))],
        )
        found: dict[int, tuple[ChainMember, ...]] = {}
        for passage, actor, printed, hedge in rows:
            found[passage] = (*found.get(passage, ()), ChainMember(actor, printed, hedge))
        return found

    def roles(self, passages: Sequence[int]) -> dict[int, dict[Role, tuple[Named, ...]]]:
        """Return who is named in which role, by passage; raises ``Damaged``."""
        rows = self._connection.rows(
            _NAMED,
            f"SELECT passage, role, actor, printed FROM roles WHERE passage IN {_CHOSEN} "
            "ORDER BY passage, role, position",
            [json.dumps(list(passages))],
        )
        found: dict[int, dict[Role, tuple[Named, ...]]] = {}
        for passage, written, actor, printed in rows:
            try:
                role = Role(written)
            except ValueError as fault:
                raise self._connection.misshapen(f"a role of passage {passage}") from fault
            named = found.setdefault(passage, {})
            named[role] = (*named.get(role, ()), Named(actor, printed))
        return found

    def actors_in(self, passages: Sequence[int]) -> set[int]:
        """Return the actors that passages name: who says so, who is accused or harmed."""
        return set(
            self._connection.numbers(
                f"SELECT actor FROM chain_members WHERE actor IS NOT NULL AND passage IN {_FIRST} "
                f"UNION SELECT actor FROM roles WHERE actor IS NOT NULL AND passage IN {_FIRST}",
                [json.dumps(list(passages))],
            )
        )

    def set_chain(self, passage: int, members: Sequence[ChainMember]) -> None:
        """Let these say so, in this order."""
        rows = [{"actor": one.actor, "printed": one.printed, "hedge": one.hedge} for one in members]
        self._set("chain_members", {"passage": passage}, rows, "actor, printed, hedge")

    def set_role(self, passage: int, role: Role, names: Sequence[Named]) -> None:
        """Let these be named in a role, in this order."""
        rows = [{"actor": one.actor, "printed": one.printed} for one in names]
        self._set("roles", {"passage": passage, "role": role.value}, rows, "actor, printed, ''")

    def remove_chains(self, passages: Sequence[int]) -> None:
        """Take away who says so."""
        self._connection.execute(
            f"DELETE FROM chain_members WHERE passage IN {_CHOSEN}", [json.dumps(list(passages))]
        )

    def remove_role(self, role: Role, passages: Sequence[int]) -> None:
        """Take away who is named in a role."""
        self._connection.execute(
            f"DELETE FROM roles WHERE role = ? AND passage IN {_CHOSEN}",
            [role.value, json.dumps(list(passages))],
        )

    def _set(
        self,
        table: str,
        whose: Mapping[str, object],
        wanted: Sequence[Mapping[str, object]],
        columns: str,
    ) -> None:
        where = " AND ".join(f"{column} = ?" for column in whose)
        standing = self._connection.rows(
            _PLACE,
            f"SELECT id, position, {columns} FROM {table} WHERE {where} ORDER BY position",
            list(whose.values()),
        )
        for at, row in enumerate(wanted, 1):
            if at > len(standing):
                given = {"uid": str(uuid4()), **whose, "position": at, **row}
                self._connection.insert(table, tuple(given), [tuple(given.values())])
            elif standing[at - 1][2 : 2 + len(row)] != tuple(row.values()):
                sets = ", ".join(f"{column} = ?" for column in row)
                self._connection.execute(
                    f"UPDATE {table} SET {sets} WHERE id = ?",
                    [*row.values(), standing[at - 1][0]],
                )
        for identity, *_ in standing[len(wanted) :]:
            self._connection.execute(f"DELETE FROM {table} WHERE id = ?", [identity])
