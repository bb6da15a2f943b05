"""Where one was in each document, kept with the project: the last five hundred documents."""

from typing import NamedTuple

from reviewer.ui.views.frame.remembered import several, share, whole
from reviewer.workspace.project import Workspace

MOST_PLACES = 500
STATE = "reading_places"
_LONGEST_UID = 64
_MOST = 100_000_000  # characters of a text, as the importers have it


class ReadingPlace(NamedTuple):
    """A place in a text, in code points.

    ``offset`` is the first character of the line at the top, ``fraction`` the share of that line
    which is past; ``caret`` is where the caret is.
    """

    offset: int
    fraction: float
    caret: int

    def within(self, length: int) -> "ReadingPlace":
        """Return the place in a text of that length."""
        return ReadingPlace(min(self.offset, length), self.fraction, min(self.caret, length))


class ReadingPlaces:
    """Places by a document's uid, the one read last behind the others."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._places = _understood(workspace.remembered(STATE))
        self._changed = False

    def of(self, uid: str) -> ReadingPlace | None:
        """Return where one was in a document; ``None`` where one never was."""
        return self._places.get(uid)

    def keep(self, uid: str, place: ReadingPlace) -> None:
        """Remember where one is in a document; those not read for longest are forgotten."""
        if self._places.get(uid) == place and next(reversed(self._places)) == uid:
            return
        self._places.pop(uid, None)
        self._places[uid] = place
        for oldest in list(self._places)[:-MOST_PLACES]:
            del self._places[oldest]
        self._changed = True

    def save(self) -> None:
        """Write them down where something has changed; raises what the project file raises."""
        if self._changed:
            self._workspace.remember(STATE, [[uid, *one] for uid, one in self._places.items()])
            self._changed = False


def _understood(state: object) -> dict[str, ReadingPlace]:
    """Return the places that were written down; a stranger's nonsense is passed over."""
    found: dict[str, ReadingPlace] = {}
    for entry in several(state, MOST_PLACES):
        one = several(entry, 4)
        if len(one) == 4 and isinstance(one[0], str) and len(one[0]) <= _LONGEST_UID:
            place = reading_place(*one[1:])
            if place is not None:
                found[one[0]] = place
    return found


def reading_place(offset: object, fraction: object, caret: object) -> ReadingPlace | None:
    """Return a place of what JSON gave back, if it makes sense; no caret is at the top line."""
    line, past = whole(offset, most=_MOST), share(fraction)
    if line is None or past is None:
        return None
    known = whole(caret, most=_MOST)
    return ReadingPlace(line, past, line if known is None else known)
