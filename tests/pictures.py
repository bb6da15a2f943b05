"""``python -m tests.pictures [FOLDER]``: makes the README's pictures from the sample dossier.

The real window, offscreen, with the program's own fonts, so that the pictures are the same on any
machine. Nothing but the sample dossier is shown.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.anchors import place_of
from reviewer.domain.progress import Silent
from reviewer.environment.resources import seed
from reviewer.environment.settings import ANALYST_NAME, THEME, Settings
from reviewer.ui.start import start
from reviewer.ui.window import Window
from reviewer.ui.wish import Wish
from reviewer.workspace.project import Identity, Workspace

PICTURES = Path(__file__).parents[1] / "resources" / "pictures"
ANALYST = "Mirela Novak"
SIZE = (1_440, 900)
ALLEGATION, DENIAL, FIGURE = "Allegation", "Denial", "Casualty figure"
RAID, ARMY = "party-release-night-raids.txt", "army-info-statement-88.txt"
URDU = "زرویل پل پر فائرنگ.txt"
FIRE = "Fire at the Velpara mill"

TAGGED = (
    (RAID, ALLEGATION, "armed men in uniform stormed the party’s headquarters in Dilmora"),
    (
        RAID,
        ALLEGATION,
        (
            "Junaid Kavrel, 22, who answered the telephones at night, came down with "
            "his hands raised and was shot twice in the chest."
        ),
    ),
    (RAID, FIGURE, "A second worker, Adeel Sarmuz, 31, was also shot dead"),
    (
        RAID,
        ALLEGATION,
        (
            "A second worker, Adeel Sarmuz, 31, was also shot dead in the courtyard "
            "and his body was carried away."
        ),
    ),
    (RAID, FIGURE, "At least 27 party workers were arrested, among them 6 women"),
    (RAID, FIGURE, "6 women of the sewing class"),
    (RAID, FIGURE, "More than 50 workers and neighbours were injured"),
    (RAID, ALLEGATION, "More than 50 workers and neighbours were injured by rifle butts."),
    (RAID, FIGURE, "312 supporters of SHM have been killed"),
    (RAID, FIGURE, "41 of those deaths"),
    (
        RAID,
        ALLEGATION,
        (
            "41 of those deaths are believed to have been extrajudicial murders in the "
            "custody of the Wardens."
        ),
    ),
    (ARMY, DENIAL, "The Army rejects this malicious and baseless propaganda in its entirety."),
    (
        ARMY,
        DENIAL,
        (
            "No officer or soldier of the Seventh Brigade, or of any other formation of "
            "the Army, took part."
        ),
    ),
    (ARMY, FIGURE, "No one was killed in the operation."),
    (
        ARMY,
        DENIAL,
        (
            "No one was killed in the operation. The man named Kavrel, whose death is "
            "being exploited by certain quarters, lost his life in a quarrel between two groups at "
            "the fish harbour"
        ),
    ),
    (ARMY, FIGURE, "Exactly 14 persons were detained."),
    (ARMY, FIGURE, "One Warden was injured"),
    (
        ARMY,
        DENIAL,
        (
            "The figure of 312 persons killed, which the same quarters repeat from week to "
            "week, is found in no record of any hospital, police station or court."
        ),
    ),
)


def make_project(path: Path) -> Path:
    """Make a project of the sample dossier with some of its passages tagged."""
    with Workspace.create(path, Identity("pictures", ANALYST)) as workspace:
        for outcome in workspace.imports.take_in([seed("sample")], Silent()):
            assert outcome.document is not None, outcome.problem
        for name, tag_name, quote in TAGGED:
            (document,) = workspace.documents.matching(name)
            tag = workspace.tags.named(tag_name)
            assert tag is not None
            text = workspace.documents.text(document).replace("\xa0", " ")
            workspace.passages.tag_passage(document, place_of(text, quote), tag.id)
    return path


def make_tagged_project(path: Path) -> Path:
    """Make the sample's tagged project, as ``reviewer sample`` opens it."""
    with Workspace.create(path, Identity("pictures", ANALYST)) as workspace:
        for outcome in workspace.imports.take_in([seed("sample")], Silent()):
            assert outcome.document is not None, outcome.problem
        lines = (seed("sample-tagged") / "project.jsonl").read_bytes().splitlines()
        taken = workspace.taking_in.take(lines)
        assert taken.refused == []
    return path


def show(window: Window, left: str, right: str) -> None:
    """Show two documents side by side and wait until they are painted."""
    desk = window.context.desk
    assert desk is not None
    desk.panes.split(2)
    for place, name in ((0, left), (1, right)):
        (document,) = desk.workspace.documents.matching(name)
        if place == 0:
            desk.panes.focus_next()
            desk.panes.open_here(document)
            desk.documents.choose(document)
        else:
            desk.panes.focus_next()
            desk.panes.open_here(document)
    desk.panes.focus_next()
    passages = desk.workspace.passages.on(desk.panes.document() or 0)
    if passages:
        desk.panes.show_passage(passages[min(2, len(passages) - 1)].id)
    settle(window)


def settle(window: Window) -> None:
    """Let heights that were estimated become known, and paint once more."""
    for _ in range(3):
        QTest.qWait(150)
        window.grab()


def main(folder: Path) -> None:
    """Make every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="reviewer-pictures-") as home:
        os.environ["REVIEWER_HOME"] = home
        take(folder, Path(home))


def take(folder: Path, home: Path) -> None:
    """Open the window on the sample dossier and take the pictures."""
    application = QApplication(["reviewer"])
    application.setCursorFlashTime(0)
    settings = Settings()
    settings.set(ANALYST_NAME, ANALYST)
    settings.set(THEME, "light")
    project = make_project(home / "Dilmora.review")
    window = start(application, Wish(paths=(project,)))
    window.resize(*SIZE)
    QTest.qWait(300)
    show(window, RAID, ARMY)
    window.grab().save(str(folder / "reading-light.png"))
    settings.set(THEME, "dark")
    window.set_theme("dark")
    show(window, RAID, URDU)
    window.grab().save(str(folder / "reading-dark.png"))
    settings.set(THEME, "light")
    window.set_theme("light")
    show(window, RAID, ARMY)
    window.commands.action("search.where_else").trigger()
    settle(window)
    window.grab().save(str(folder / "where-else.png"))
    window.open_project(make_tagged_project(home / "Dilmora tagged.review"))
    QTest.qWait(300)
    for command, picture in (("view.compare", "compare"), ("view.events", "event")):
        window.commands.refresh()
        window.commands.action(command).trigger()
        if picture == "event":
            _go_to_event(window, FIRE)
        settle(window)
        window.grab().save(str(folder / f"{picture}-light.png"))
    window.close()


def _go_to_event(window: Window, name: str) -> None:
    desk = window.context.desk
    assert desk is not None
    assert desk.events is not None
    (event,) = (one.id for one in desk.workspace.events.all() if one.name == name)
    desk.events.show_event(event)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
