"""The one clock: UTC, to the millisecond, as ISO 8601."""

from datetime import UTC, datetime

from reviewer.environment.translation import N_, _

_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


def now() -> str:
    """Return the present moment as ``2026-03-14T09:26:53.589+00:00``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def local_day(moment: str) -> str:
    """Return the day a UTC ``moment`` falls on where the person sits, as ``2026-03-14``."""
    return datetime.fromisoformat(moment).astimezone().date().isoformat()


def local_time(moment: str) -> str:
    """Return a UTC ``moment`` as the person's clock shows it, ``14 Mar 2026, 10:26``."""
    return _words(datetime.fromisoformat(moment).astimezone(), "%H:%M")


def exact_time(moment: str) -> str:
    """Return a UTC ``moment`` to the second, ``14 Mar 2026, 09:26:53 UTC``."""
    return f"{_words(datetime.fromisoformat(moment), '%H:%M:%S')} UTC"


def _words(moment: datetime, clock: str) -> str:
    """Say a moment, its day as dates are said everywhere on the screen."""
    day = _("{day} {month} {year}").format(
        day=moment.day, month=_(_MONTHS[moment.month - 1]), year=moment.year
    )
    return _("{day}, {time}").format(day=day, time=moment.strftime(clock))
