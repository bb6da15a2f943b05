"""The card of an actor says all its words in the narrow panel it stands in."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.domain.actors import Named
from reviewer.ui.views.overview.actors import ActorsPanel
from reviewer.ui.views.pieces.elided_button import ElidedButton
from tests.builders import a_passage
from tests.ui.at_the_desk import a_file, at_the_desk

LONG = "Spokesman of the ninth wing of the Interior Wardens for the northern districts"


def test_its_words_are_whole_or_end_in_a_sign_that_there_are_more(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with at_the_desk(qtbot, a_file(tmp_path, 2)) as here:
        work = here.workspace
        actor = work.actors.find_or_add("The governor")
        work.actors.add_name(actor, LONG)
        for document in work.documents.ids():
            passage = a_passage(work, document, "Twelve people")
            work.records.enter(passage, {"accused": (Named(actor, "the governor"),)})
        here.run("actors.show")
        (panel,) = here.view.findChildren(ActorsPanel)
        panel.choose(actor)
        card = panel.card
        assert card.protected.width() >= card.protected.sizeHint().width()
        (use,) = [one for one in card.uses.widgets() if isinstance(one, ElidedButton)]
        assert use.shown() == use.text() == "said to have done it in 2 passages"
        (name,) = card.names.widgets()
        assert isinstance(name, ElidedButton)
        assert "…" in name.shown()
        assert LONG in name.toolTip()


def test_what_is_wrong_with_a_name_is_said_at_it_and_goes_with_the_actor(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with at_the_desk(qtbot, a_file(tmp_path, 1)) as here:
        first, other = map(here.workspace.actors.find_or_add, ("The governor", "The mayor"))
        here.run("actors.show")
        (panel,) = here.view.findChildren(ActorsPanel)
        panel.choose(first)
        panel.card.name.clear()
        qtbot.keyClick(panel.card.name, Qt.Key.Key_Return)
        assert panel.card.problem.said() == "An actor needs a name."
        assert here.prompts.told == []
        panel.choose(other)
        assert panel.card.problem.isHidden()
        assert here.workspace.actors.get(first).name == "The governor"
