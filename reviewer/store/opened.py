"""Who has the project open for writing, as others see it."""

import os
import platform
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from reviewer.store.connection import Connection
from reviewer.store.shapes import TEXT, Shape

FRESH = timedelta(minutes=3)

_WHO = Shape(TEXT, TEXT, TEXT)
_WHERE = Shape(TEXT, TEXT)


@dataclass(frozen=True, slots=True)
class Holder:
    """One window or command on one machine."""

    analyst: str
    host: str = field(default_factory=platform.node)
    process: int = field(default_factory=os.getpid)


class OpenedStore:
    """The one row that says who is at work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, holder: Holder, now: str) -> None:
        """Say that ``holder`` is here, since it came and until now."""
        self._connection.execute(
            "INSERT INTO opened (id, host, process, analyst, since, seen_at) "
            "VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "since = CASE WHEN host = excluded.host AND process = excluded.process "
            "THEN since ELSE excluded.since END, host = excluded.host, "
            "process = excluded.process, analyst = excluded.analyst, seen_at = excluded.seen_at",
            [holder.host, holder.process, holder.analyst, now, now],
        )

    def leave(self) -> None:
        """Say that nobody is here any more."""
        self._connection.execute("DELETE FROM opened")

    def described(self) -> str:
        """Say who has the project open and since when; a question mark where it is not known."""
        row = self._connection.row(_WHO, "SELECT analyst, host, since FROM opened")
        if row is None:
            return "?"
        analyst, host, since = row
        return f"{analyst or '?'}, {host}, {since[:16].replace('T', ' ')} UTC"

    def on_another_machine(self, holder: Holder, now: str) -> bool:
        """Say whether another machine was at work in the last three minutes.

        On this machine the operating system's lock decides, and a row left by a crash counts for
        nothing; of other machines only the row is known, and it counts while it is fresh. A time
        far in the future comes from a wrong clock, and counts no more than one long past.
        """
        row = self._connection.row(_WHERE, "SELECT host, seen_at FROM opened")
        if row is None or row[0] == holder.host:
            return False
        try:
            seen = datetime.fromisoformat(row[1])
            return abs(datetime.fromisoformat(now) - seen) < FRESH
        except (ValueError, TypeError):
            return False
