"""The register of actors: who they are, how else they are named, and where they are named."""

import json
from collections.abc import Mapping, Sequence
from uuid import uuid4

from reviewer.domain.actors import Actor, ActorKind, ActorUse, Role
from reviewer.domain.errors import NotFound
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.shapes import NUMBER, PAIRS, TEXT, Row, Shape

_COLUMNS = "id, uid, name, kind, side, protected, note"
_ACTOR = Shape(NUMBER, TEXT, TEXT, TEXT, TEXT, NUMBER, TEXT)
_NAME = Shape(NUMBER, NUMBER, TEXT)
_RATING = Shape(NUMBER, NUMBER, TEXT, TEXT, NUMBER)
_CHOSEN = "(SELECT value FROM json_each(?))"
_SPEAKERS = (
    "SELECT passage, actor FROM chain_members AS member WHERE actor IN "
    "(SELECT value FROM json_each(?1)) AND position = "
    "(SELECT max(position) FROM chain_members WHERE passage = member.passage)"
)


class ActorStore:
    """Keeps actors with their names, in the order in which the names were added."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, name: str, kind: ActorKind, side: str, names: Sequence[str], *, analyst: int, now: str
    ) -> int:
        """Write an actor down; returns its id."""
        actor = self._connection.execute(
            "INSERT INTO actors (uid, name, kind, side, analyst, created_at, modified_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [str(uuid4()), name, kind, side, analyst, now, now],
        )
        for one in names:
            self.add_name(actor, one)
        return actor

    def all(self) -> list[Actor]:
        """Return the register by name; raises ``Damaged``."""
        rows = self._connection.rows(
            _ACTOR, f"SELECT {_COLUMNS} FROM actors ORDER BY name COLLATE NOCASE, id"
        )
        return self._actors(rows, "", [])

    def get(self, actor: int) -> Actor:
        """Return one actor; raises ``NotFound`` or ``Damaged``."""
        return self.several([actor])[0]

    def several(self, actors: Sequence[int]) -> list[Actor]:
        """Return actors in the order asked for; raises ``NotFound`` or ``Damaged``."""
        chosen = [json.dumps(list(actors))]
        rows = self._connection.rows(
            _ACTOR, f"SELECT {_COLUMNS} FROM actors WHERE id IN {_CHOSEN}", chosen
        )
        where = f"WHERE actor IN {_CHOSEN}"
        found = {one.id: one for one in self._actors(rows, where, chosen)}
        if not found.keys() >= set(actors):
            raise NotFound(N_("There is no such actor any more."))
        return [found[actor] for actor in actors]

    def set(self, actor: int, values: Mapping[str, object], now: str) -> None:
        """Set columns of one actor."""
        sets = "".join(f"{column} = ?, " for column in values)
        self._connection.execute(
            f"UPDATE actors SET {sets}modified_at = ? WHERE id = ?", [*values.values(), now, actor]
        )

    def add_name(self, actor: int, name: str) -> None:
        """Give an actor another name, after those it has."""
        self._connection.execute(
            "INSERT INTO actor_names (uid, actor, name, position) VALUES (?1, ?2, ?3, "
            "(SELECT coalesce(max(position), 0) + 1 FROM actor_names WHERE actor = ?2))",
            [str(uuid4()), actor, name],
        )

    def remove_name(self, actor: int, name: str) -> None:
        """Take one of an actor's other names away."""
        self._connection.execute(
            "DELETE FROM actor_names WHERE actor = ? AND name = ?", [actor, name]
        )

    def remove(self, actors: Sequence[int]) -> None:
        """Take actors away that nothing names any more, with their other names."""
        chosen = [json.dumps(list(actors))]
        self._connection.execute(f"DELETE FROM actor_names WHERE actor IN {_CHOSEN}", chosen)
        self._connection.execute(f"DELETE FROM actors WHERE id IN {_CHOSEN}", chosen)

    def uses(self, actor: int) -> ActorUse:
        """Return where an actor is named; a passage that names it twice stands there once."""
        asked = self._connection.numbers
        in_role = "SELECT DISTINCT passage FROM roles WHERE actor = ? AND role = ? ORDER BY 1"
        return ActorUse(
            chains=tuple(
                asked(
                    "SELECT DISTINCT passage FROM chain_members WHERE actor = ? ORDER BY 1", [actor]
                )
            ),
            accused=tuple(asked(in_role, [actor, Role.ACCUSED])),
            victims=tuple(asked(in_role, [actor, Role.VICTIM])),
            publishers=tuple(
                asked("SELECT id FROM documents WHERE publisher_actor = ? ORDER BY id", [actor])
            ),
            ratings=self._connection.count("SELECT count(*) FROM ratings WHERE actor = ?", [actor]),
        )

    def publisher_of(self, document: int) -> int | None:
        """Return the actor that publishes a document, if somebody said which."""
        return self._connection.number(
            "SELECT publisher_actor FROM documents WHERE id = ?", [document]
        )

    def move_uses(self, actor: int, into: int, now: str) -> None:
        """Let ``into`` stand wherever an actor is named; what is printed there stays."""
        for table in ("chain_members", "roles"):
            self._connection.execute(f"UPDATE {table} SET actor = ? WHERE actor = ?", [into, actor])
        self._connection.execute(
            "UPDATE documents SET publisher_actor = ?, modified_at = ? WHERE publisher_actor = ?",
            [into, now, actor],
        )

    def move_ratings(self, actor: int, into: int, now: str) -> list[tuple[str, str, int]]:
        """Let the ratings of an actor be those of another.

        Where an analyst rated both, the rating of ``into`` stays. Returns those that went: scale,
        value, analyst.
        """
        kept = {(scale, analyst) for _id, _actor, scale, _value, analyst in self._ratings(into)}
        gone = []
        for rating, _actor, scale, value, analyst in self._ratings(actor):
            if (scale, analyst) in kept:
                self._connection.execute("DELETE FROM ratings WHERE id = ?", [rating])
                gone.append((scale, value, analyst))
            else:
                self._connection.execute(
                    "UPDATE ratings SET actor = ?, modified_at = ? WHERE id = ?",
                    [into, now, rating],
                )
        return gone

    def speaking_of(
        self, speakers: Sequence[int], accused: Sequence[int]
    ) -> list[tuple[int, int, int]]:
        """Return where one of ``speakers`` says that one of ``accused`` did it.

        Each is a passage, the speaker and the accused.
        """
        spoken = self._connection.rows(PAIRS, _SPEAKERS, [json.dumps(list(speakers))])
        named: dict[int, set[int]] = {}
        for passage, actor in self._connection.rows(
            PAIRS,
            f"SELECT passage, actor FROM roles WHERE role = 'accused' AND actor IN {_CHOSEN}",
            [json.dumps(list(accused))],
        ):
            named.setdefault(passage, set()).add(actor)
        return [
            (passage, speaker, one)
            for passage, speaker in sorted(spoken)
            for one in sorted(named.get(passage, ()))
        ]

    def _ratings(self, actor: int) -> list[Row]:
        return self._connection.rows(
            _RATING,
            "SELECT id, actor, scale, value, analyst FROM ratings WHERE actor = ? ORDER BY id",
            [actor],
        )

    def _actors(self, rows: Sequence[Row], where: str, values: Sequence[object]) -> list[Actor]:
        names: dict[int, list[str]] = {}
        for _identity, actor, name in self._connection.rows(
            _NAME,
            f"SELECT id, actor, name FROM actor_names {where} ORDER BY actor, position, id",
            values,
        ):
            names.setdefault(actor, []).append(name)
        return [self._actor(row, tuple(names.get(row[0], ()))) for row in rows]

    def _actor(self, row: Row, names: tuple[str, ...]) -> Actor:
        identity, uid, name, kind, side, protected, note = row
        try:
            known = ActorKind(kind)
        except ValueError as fault:
            raise self._connection.misshapen(f"actor {identity}") from fault
        return Actor(identity, uid, name, known, side, bool(protected), note, names)
