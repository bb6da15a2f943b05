"""What the status bar says of the words that are chosen: a passage's, or a selection's."""

from reviewer.domain.boundaries import Edge
from reviewer.domain.passages import first_words
from reviewer.environment.translation import _, counted
from reviewer.ui.text.walking import EDGE_MOVES
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

_MOST = 80  # letters of a passage


def chosen_words(workspace: Workspace, pane: Pane) -> str:
    """Return what is chosen in a pane, as one line; empty when it is nothing.

    While an end is being moved, it is said which, and the words at that end are shown.
    """
    if pane.document is None:
        return ""
    selects = pane.reader.selection() is not None and pane.reader.walker.chosen_edge() is not None
    return (not selects and passage_words(workspace, pane)) or target_words(pane)


def passage_words(workspace: Workspace, pane: Pane) -> str:
    """Return number, tag and words of the raised passage; empty without one."""
    passage = pane.chosen_passage()
    if passage is None:
        return ""
    found = workspace.passages.listed([passage])[passage]
    edge = pane.reader.walker.chosen_edge()
    words = found.quote if edge is None else pane.reader.walker.raised_words()
    quote = _("“{words}”").format(words=isolated(_excerpt(words, edge)))
    parts = [found.label, isolated(found.tag_name), quote]
    if edge is not None:
        parts.insert(0, _(EDGE_MOVES[edge]))
    return " · ".join(parts)


def target_words(pane: Pane) -> str:
    """Return how much is selected, and which end moves where one has to be told."""
    span = pane.reader.selection()
    if span is None:
        return ""
    said = counted("{count} character chosen", "{count} characters chosen", len(span))
    edge = pane.reader.walker.chosen_edge()
    return said if edge is None else f"{said} · {_(EDGE_MOVES[edge])}"


def _excerpt(words: str, edge: Edge | None) -> str:
    """Return the beginning of the words, or their end where that is what moves."""
    if edge is not Edge.END or len(words) <= _MOST:
        return first_words(words, _MOST)
    return "…" + words[-_MOST:].partition(" ")[2].lstrip()
