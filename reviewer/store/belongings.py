"""What hangs on passages in other tables: it goes when they go, or is taken over by another.

Links and answers speak of the words, so a passage that is merged into another hands them on. Its
record does not: what was entered there was read in other words.
"""

import json
from collections.abc import Sequence

from reviewer.domain.errors import NotAllowed
from reviewer.domain.links import SYMMETRIC
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.rows import RowStore
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Shape

_OF_ONE = (
    *("chain_members", "roles", "allegations", "responses", "figures"),
    *("readings", "field_values", "answers", "version_places"),
)
_ROUND = N_(
    "As one passage these would be part of their own part, or a newer count of themselves, by the "
    "links they have. Take one of these links away first."
)
_CHOSEN = "(SELECT value FROM json_each(?1))"
_ANSWER = Shape(NUMBER, NUMBER, MAYBE_NUMBER, NUMBER)
_LINK = Shape(NUMBER, TEXT, NUMBER, MAYBE_NUMBER, MAYBE_NUMBER)
_NAME = Shape(NUMBER, TEXT)


def let_go(connection: Connection, passages: Sequence[int]) -> None:
    """Take away everything that hangs on passages which are about to go."""
    chosen = [json.dumps(list(passages))]
    for table in _OF_ONE:
        connection.execute(f"DELETE FROM {table} WHERE passage IN {_CHOSEN}", chosen)
    connection.execute(
        f"DELETE FROM links WHERE from_passage IN {_CHOSEN} OR to_passage IN {_CHOSEN}", chosen
    )


def hand_on(connection: Connection, passages: Sequence[int], into: int, now: str) -> None:
    """Let ``into`` have the links and answers of passages that are merged into it.

    What it has already is not made twice; a link between what is one now is gone. Raises
    ``NotAllowed`` where links would lead round in a circle then: a part of its own part.
    """
    several = [passage for passage in passages if passage != into]
    _hand_on_answers(connection, several, into, now)
    changed = _hand_on_links(connection, several, into, now)
    if RowStore(connection).clashing("links", changed):
        raise NotAllowed(_ROUND)


def _hand_on_answers(connection: Connection, passages: list[int], into: int, now: str) -> None:
    rows = connection.rows(
        _ANSWER,
        f"SELECT id, event, question, passage FROM answers WHERE passage IN {_CHOSEN} "
        "ORDER BY question IS NULL, passage <> ?2, id",
        [json.dumps([into, *passages]), into],
    )
    taken: set[tuple[int, int | None]] = set()
    events: set[int] = set()
    for identity, event, question, passage in rows:
        if (event, question) in taken or (question is None and event in events):
            connection.execute("DELETE FROM answers WHERE id = ?", [identity])
        elif passage != into:
            connection.execute(
                "UPDATE answers SET passage = ?, modified_at = ? WHERE id = ?",
                [into, now, identity],
            )
        taken.add((event, question))
        events.add(event)


def _hand_on_links(connection: Connection, passages: list[int], into: int, now: str) -> list[int]:
    rows = connection.rows(
        _LINK,
        "SELECT id, type, from_passage, to_passage, to_document FROM links "
        f"WHERE from_passage IN {_CHOSEN} OR to_passage IN {_CHOSEN} ORDER BY id",
        [json.dumps([into, *passages])],
    )
    ends = {row[2] for row in rows} | {row[3] for row in rows if row[3] is not None} | {into}
    uids: dict[int, str] = dict(
        connection.rows(
            _NAME,
            f"SELECT id, uid FROM passages WHERE id IN {_CHOSEN}",
            [json.dumps(sorted(ends))],
        )
    )
    gone = set(passages)
    taken = {row[1:] for row in rows if not gone & {row[2], row[3]}}
    changed = []
    for identity, kind, start, end, document in rows:
        if not gone & {start, end}:
            continue
        new_start, new_end = (into if one in gone else one for one in (start, end))
        if kind in SYMMETRIC and new_end is not None and uids[new_start] > uids[new_end]:
            new_start, new_end = new_end, new_start
        new = (kind, new_start, new_end, document)
        if new_start == new_end or new in taken:
            connection.execute("DELETE FROM links WHERE id = ?", [identity])
        else:
            connection.execute(
                "UPDATE links SET from_passage = ?, to_passage = ?, modified_at = ? WHERE id = ?",
                [new_start, new_end, now, identity],
            )
            changed.append(identity)
        taken.add(new)
    return changed
