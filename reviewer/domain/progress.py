"""How long work tells how far it is, and learns that it should stop."""

from typing import Protocol


class Progress(Protocol):
    """Where long work reports to; the same for the window and the command line."""

    def report(self, done: int, total: int | None = None, what: str = "") -> None:
        """Say how much is ``done`` of ``total`` (unknown: ``None``), and ``what`` is in hand.

        Raises ``Cancelled`` when the person asked to stop.
        """
        ...


class Silent:
    """Progress nobody watches and nobody stops."""

    def report(self, done: int, total: int | None = None, what: str = "") -> None:
        """Take note of nothing."""
