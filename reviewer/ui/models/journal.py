"""The project's notes by day, and the other notes that hold the words looked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reviewer.domain.notes import Note, NoteHit, NoteKind
from reviewer.environment.clock import local_day, local_time, now
from reviewer.environment.translation import _
from reviewer.ui.models.dates import spelled
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace


@dataclass(frozen=True, slots=True)
class JournalDay:
    """The entries of one day by the person's clock, newest first."""

    day: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Journal:
    """What the panel shows: entries by day, and notes on passages and documents that fit."""

    days: tuple[JournalDay, ...]
    count: int
    elsewhere: tuple[NoteHit, ...]


def journal(workspace: Workspace, words: str, most: int) -> Journal:
    """Return the newest entries, at most so many; with words, those that hold them.

    Raises ``ReviewerError``.
    """
    notes = workspace.notes.all()
    elsewhere: tuple[NoteHit, ...] = ()
    if words.strip():
        hits = workspace.notes.holding(words.strip())
        found = {hit.id for hit in hits if hit.kind is NoteKind.PROJECT}
        notes = [note for note in notes if note.id in found]
        elsewhere = tuple(hit for hit in hits if hit.kind is not NoteKind.PROJECT)
    return Journal(_by_day(notes[:most]), len(notes), elsewhere)


def entry_head(note: Note) -> str:
    """Return when an entry was written and by whom, and that it was changed since."""
    parts = [local_time(note.created_at)[-5:], isolated(note.analyst_name)]
    if note.modified_at != note.created_at:
        changed = local_time(note.modified_at)
        same_day = local_day(note.modified_at) == local_day(note.created_at)
        parts.append(
            _("changed {moment}").format(moment=isolated(changed[-5:] if same_day else changed))
        )
    return " · ".join(parts)


def _by_day(notes: Sequence[Note]) -> tuple[JournalDay, ...]:
    today = local_day(now())
    return tuple(
        JournalDay(_("Today") if day == today else spelled(day), tuple(several))
        for day, several in groupby(notes, lambda note: local_day(note.created_at))
    )
