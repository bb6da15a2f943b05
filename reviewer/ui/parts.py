"""What each part of the desk offers to commands, as protocols, and no more.

Parts do not call each other; commands act on them through ``desk.Desk``.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from reviewer.domain.queries import SavedQuery
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.spans import Span
from reviewer.ui.in_text import InText


class Writing(StrEnum):
    """What is written in place in the details."""

    NOTE = "note"
    STATEMENT = "statement"
    TRANSLATION = "translation"
    DOCUMENT_NOTE = "document_note"


class Scrolling(StrEnum):
    """How a pane scrolls with others."""

    APART = "apart"
    BY_SHARE = "share"
    BY_EVENTS = "events"


class ScrollingPart(Protocol):
    """How panes scroll together."""

    def how(self) -> Scrolling:
        """Return how the focused pane scrolls."""
        ...

    def choose(self, how: Scrolling) -> None:
        """Let the focused pane scroll like this, with the next one or with all."""
        ...

    def share_events(self) -> bool:
        """Say whether any two of the documents in the panes speak of one event."""
        ...


class DetailsPart(Protocol):
    """What is known and written of the chosen passage and its document."""

    def edit(self, what: Writing) -> None:
        """Put the caret where this is written; the details come into sight."""
        ...

    def edit_record(self) -> bool:
        """Put the caret into the first field of the record; says whether there is any."""
        ...


class DocumentsPart(Protocol):
    """The document list on the left."""

    def chosen(self) -> list[int]:
        """Return the documents selected in the list, the current one first."""
        ...

    def choose(self, document: int) -> None:
        """Select a document and scroll to it, clearing the filter when that hides it."""
        ...

    def focus_filter(self) -> None:
        """Put the caret into the filter field."""
        ...

    def has_focus(self) -> bool:
        """Say whether the list has the keys."""
        ...

    def filter_sentence(self) -> str:
        """Return what the list is filtered by, in words; empty when every document is shown."""
        ...

    def clear_filter(self) -> None:
        """Show every document."""
        ...

    def order(self) -> list[int]:
        """Return the documents of the list in its order, as it is filtered."""
        ...

    def next_unread(self, after: Sequence[int]) -> int | None:
        """Return the document not read that follows in the list as shown, from its top again.

        The documents ``after`` which it shall come are not meant themselves.
        """
        ...

    def neighbour(self, document: int | None, by: int) -> int | None:
        """Return the document that stands ``by`` rows below another in the list as shown."""
        ...


class PaneArea(Protocol):
    """One to four panes side by side."""

    def count(self) -> int:
        """Return how many panes there are."""
        ...

    def document(self) -> int | None:
        """Return the document in the focused pane."""
        ...

    def documents(self) -> list[int | None]:
        """Return the documents of all panes from left to right."""
        ...

    def target(self) -> Span | None:
        """Return what a tag key would take in the focused pane: selection or sentence."""
        ...

    def chosen_passage(self) -> int | None:
        """Return the passage raised in the focused pane."""
        ...

    def text(self) -> InText:
        """Return the text in the focused pane, for going through it and choosing words."""
        ...

    def open_here(self, document: int, span: Span | None = None) -> None:
        """Show a document in the focused pane, at ``span``."""
        ...

    def open_beside(self, document: int, span: Span | None = None) -> None:
        """Show a document in the next pane, made if there is room for one (at most four)."""
        ...

    def go_to(self, document: int, span: Span) -> None:
        """Go to a place in the pane that shows its document, else here."""
        ...

    def tagged(self, passage: int) -> None:
        """Raise a passage just made; what was selected stays selected."""
        ...

    def show_passage(self, passage: int) -> None:
        """Go to a passage in the pane that shows its document, else here; raise it."""
        ...

    def close_pane(self) -> None:
        """Close the focused pane; the last one is emptied."""
        ...

    def swap(self) -> None:
        """Change places with the next pane."""
        ...

    def scrolling(self) -> ScrollingPart:
        """Return how panes scroll together."""
        ...

    def split(self, count: int) -> None:
        """Show ``count`` panes, 1 to 4."""
        ...

    def focus_next(self, *, backwards: bool = False) -> None:
        """Move the focus to the next pane."""
        ...

    def grow(self) -> None:
        """Let the target take in more."""
        ...

    def shrink(self) -> None:
        """Let the target take in less."""
        ...

    def raise_next(self, *, backwards: bool = False) -> bool:
        """Raise the next passage under the caret; says whether there is any."""
        ...

    def fold_furniture(self, *, folded: bool) -> None:
        """Fold or unfold page furniture in the focused pane."""
        ...

    def furniture_folded(self) -> bool:
        """Say whether page furniture is folded in the focused pane."""
        ...

    def set_quiet(self, *, quiet: bool) -> None:
        """Show underlines and gutter only."""
        ...

    def is_quiet(self) -> bool:
        """Say whether the quiet view is on."""
        ...


class ShownPart(Protocol):
    """Which passages are shown in the text."""

    def choose(self) -> None:
        """Open the list of tags and people to tick."""
        ...

    def is_on(self) -> bool:
        """Say whether any passage may be left out."""
        ...

    def clear(self) -> None:
        """Show every passage again."""
        ...

    def sentence(self) -> str:
        """Return in words which passages are shown; empty when all are."""
        ...


class PassagesPart(Protocol):
    """The passages table."""

    def chosen(self) -> list[int]:
        """Return the passages selected in the table."""
        ...

    def filter(self) -> PassageFilter:
        """Return what the table is filtered by."""
        ...

    def focus_filter(self) -> None:
        """Put the caret into the filter field."""
        ...

    def show_filter(self, wanted: PassageFilter) -> None:
        """Filter the table by this, instead of what it is filtered by."""
        ...


class CodebookPart(Protocol):
    """The panel of the tags."""

    def is_shown(self) -> bool:
        """Say whether the panel is in sight."""
        ...

    def chosen(self) -> int | None:
        """Return the tag that is selected; ``None`` while nobody sees which."""
        ...

    def choose(self, tag: int) -> None:
        """Select a tag and scroll to it, clearing the filter when that hides it."""
        ...

    def focus_tree(self) -> None:
        """Give the keys to the tree of tags."""
        ...


class Screening(Protocol):
    """The place where one document at a time is decided on."""

    def begin(self, order: list[int]) -> None:
        """Screen the documents not read, in this order."""
        ...

    def document(self) -> int | None:
        """Return the document to decide on."""
        ...

    def reasons(self) -> list[str]:
        """Return the reasons for setting aside, in the order of their digits."""
        ...

    def to_read(self) -> None:
        """Keep the present document for reading, and go on."""
        ...

    def set_aside(self, reason: str) -> None:
        """Set the present document aside for a reason, and go on."""
        ...

    def second_look(self) -> None:
        """Keep it for reading, marked for a second look, and go on."""
        ...

    def skip(self) -> None:
        """Leave the present document for the end."""
        ...

    def page_on(self, *, backwards: bool = False) -> None:
        """Go on by what is in sight of the text, or back."""
        ...


class FindPart(Protocol):
    """Finding in the text of the focused pane."""

    def open(self) -> None:
        """Show the bar over the focused pane and give it the keys."""
        ...

    def step(self, *, backwards: bool = False) -> None:
        """Go to the next place that was found, or the one before."""
        ...

    def close(self) -> bool:
        """Put the bar and the marks away; says whether there were any."""
        ...

    def is_open(self) -> bool:
        """Say whether places may be marked."""
        ...

    def hits(self) -> list[tuple[int, Span]]:
        """Return every place that is marked, with its document."""
        ...

    def count(self) -> int:
        """Return how many places are marked."""
        ...


class SearchPart(Protocol):
    """The place where all documents are searched."""

    def begin(self, words: str = "") -> None:
        """Put the caret into the field; with words, look for them."""
        ...

    def places(self) -> list[tuple[int, Span]]:
        """Return the places of the chosen hits that can be tagged."""
        ...

    def all_places(self) -> list[tuple[int, Span]]:
        """Return every place found that can be tagged."""
        ...

    def has_hits(self) -> bool:
        """Say whether anything was found."""
        ...

    def has_question(self) -> bool:
        """Say whether there is a query that could be saved."""
        ...

    def ask_for_name(self) -> None:
        """Ask under which name the query shall be kept."""
        ...

    def run_query(self, query: SavedQuery) -> None:
        """Look for what a saved query says."""
        ...


class WhereElsePart(Protocol):
    """The panel of places in other documents that speak of the same."""

    def has_keys(self) -> bool:
        """Say whether typed keys go to its list."""
        ...

    def places(self) -> list[tuple[int, Span]]:
        """Return the place one is at."""
        ...


class SearchingPart(Protocol):
    """All that finds."""

    @property
    def find(self) -> FindPart:
        """Finding in the text of the focused pane."""
        ...

    @property
    def page(self) -> SearchPart:
        """The place where all documents are searched."""
        ...

    @property
    def where_else(self) -> WhereElsePart:
        """The panel of places that speak of the same."""
        ...

    def passage_meant(self) -> int | None:
        """Return the passage one went to, unless one has moved on to other words since."""
        ...

    def passages_chosen(self) -> list[int]:
        """Return the passages among the hits chosen on the place "Search"."""
        ...

    def ask_where_else(self, document: int, span: Span) -> None:
        """Look where else something is said, in the panel."""
        ...
