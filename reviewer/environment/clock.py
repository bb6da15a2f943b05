"""The one clock: UTC, to the millisecond, as ISO 8601."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present moment as ``2026-03-14T09:26:53.589+00:00``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def local_day(moment: str) -> str:
    """Return the day a UTC ``moment`` falls on where the person sits, as ``2026-03-14``."""
    return datetime.fromisoformat(moment).astimezone().date().isoformat()


def local_time(moment: str) -> str:
    """Return a UTC ``moment`` as the person's clock shows it, ``2026-03-14 10:26``."""
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
