"""What lies on the desk while a project is open: its parts, as commands know them.

Parts do not call each other: they emit what happened, the window connects, and commands act on
the parts through the desk. What each part offers stands in ``parts.py``; here are the window,
its places, and the desk itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from reviewer.domain.steps import News, Place, Step, StepKind
from reviewer.environment.settings import Settings
from reviewer.ui.bridge import Bridge
from reviewer.ui.echo_parts import EchoesPart
from reviewer.ui.import_sources import Sources
from reviewer.ui.importing import Look
from reviewer.ui.link_parts import LinkingPart
from reviewer.ui.overview_parts import ActorsPart, OverviewPart
from reviewer.ui.page_parts import PagePart
from reviewer.ui.parts import (
    CodebookPart,
    DetailsPart,
    DocumentsPart,
    PaneArea,
    PassagesPart,
    Screening,
    SearchingPart,
    ShownPart,
)
from reviewer.ui.prompts import Prompts
from reviewer.ui.record_parts import ComparePart, EventsPart, RecordingPart
from reviewer.ui.version_parts import VersionsPart
from reviewer.workspace.project import Identity, Workspace


class PageName(StrEnum):
    """The places of the top row."""

    READ = "read"
    PASSAGES = "passages"
    SCREENING = "screening"
    SEARCH = "search"
    EVENTS = "events"
    COMPARE = "compare"
    OVERVIEW = "overview"
    IMPORT = "import"


class Pages(Protocol):
    """The places of the top row, and the way back."""

    def show_page(self, page: PageName) -> None:
        """Go to a place."""
        ...

    def show_place(self, place: Place) -> None:
        """Go to where a change acted: to its words, else to its document in the list."""
        ...

    def current(self) -> PageName:
        """Return where one is."""
        ...

    def back(self) -> None:
        """Go back to the place one came from."""
        ...

    def give_keys_back(self) -> None:
        """Give the keys to what is worked in: the focused pane, or the passages."""
        ...

    def set_alone(self, *, alone: bool) -> None:
        """Show nothing but the panes, or everything again."""
        ...

    def is_alone(self) -> bool:
        """Say whether nothing but the panes is in sight."""
        ...

    def apply_reading(self) -> None:
        """Use the reading font of the settings."""
        ...

    def toggle(self, panel: str) -> None:
        """Show or hide ``documents``, ``details`` or a panel beside the places."""
        ...


class ImportingPart(Protocol):
    """The page of what is looked at before it comes in."""

    def has_import(self) -> bool:
        """Say whether an import is on the page."""
        ...

    def show(self) -> None:
        """Go to the page."""
        ...


class TurningsPart(Protocol):
    """What takes changes back, and does them again."""

    def turn(self, step: Step, kind: StepKind, then: Callable[[News], object]) -> None:
        """Turn a step that was wanted; ``then`` is called once that is done, with what it did."""
        ...


class Shell(Protocol):
    """The window itself: which project is open."""

    def open_project(self, path: Path) -> None:
        """Open a project in place of the present one."""
        ...

    def create_project(self, path: Path, analyst: str, imports: Sequence[Path] = ()) -> None:
        """Make a project, open it, and import files into it."""
        ...

    def close_project(self) -> None:
        """Close the project and show the welcome page."""
        ...

    def import_paths(self, paths: Sequence[Path] | Sources, *, look: Look = Look.DOUBTFUL) -> None:
        """Import files and folders, or what was pasted, into the open project.

        ``look`` says which files a person sees on the page "Import" before they are in.
        """
        ...

    def open_sample(self, *, practice: bool = False) -> None:
        """Open the copy of the sample dossier; the one for practice has nothing tagged."""
        ...

    def set_theme(self, name: str) -> None:
        """Use ``light``, ``dark`` or ``system``."""
        ...

    def take_tour(self) -> None:
        """Begin the tour, on the sample dossier where no project is open."""
        ...

    def show_palette(self) -> None:
        """Open the palette over the window."""
        ...

    def sign_in(self, identity: Identity) -> None:
        """Let this person's name stand with the work from now on."""
        ...

    def quit(self) -> None:
        """Close the window."""
        ...


@dataclass(slots=True)
class Desk:
    """The parts of an open project."""

    workspace: Workspace
    bridge: Bridge
    documents: DocumentsPart
    panes: PaneArea
    passages: PassagesPart
    screening: Screening
    pages: Pages
    details: DetailsPart
    codebook: CodebookPart | None = None
    searching: SearchingPart | None = None
    shown: ShownPart | None = None
    recording: RecordingPart | None = None
    events: EventsPart | None = None
    compare: ComparePart | None = None
    linking: LinkingPart | None = None
    overview: OverviewPart | None = None
    actors: ActorsPart | None = None
    page: PagePart | None = None
    echoes: EchoesPart | None = None
    versions: VersionsPart | None = None
    importing: ImportingPart | None = None
    turnings: TurningsPart | None = None


def _at_once(deed: Callable[[], object]) -> object:
    return deed()


@dataclass(slots=True)
class Context:
    """What a command may use; ``desk`` is missing on the welcome page."""

    shell: Shell
    prompts: Prompts
    settings: Settings
    desk: Desk | None = None
    written: Path | None = None
    """What was exported last."""
    written_opens: bool = False
    safely: Callable[[Callable[[], object]], object] = _at_once
    """Does what a button outside the commands asks for, as a command is carried out."""
