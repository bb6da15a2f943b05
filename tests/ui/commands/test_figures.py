"""Pictures of the chart, copied and saved from where one is."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from reviewer.domain.ranges import compare
from reviewer.ui.commands import why_not
from reviewer.ui.commands.figures import PNG, SVG, save_picture
from reviewer.ui.commands.registry import command
from reviewer.ui.theme.themes import LIGHT
from reviewer.ui.views.events.figure_chart import FigureChart
from tests.domain.test_figure_pictures import NOBODY, SPAN
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


@pytest.fixture
def chart(here: AtTheDesk) -> FigureChart:
    """Give a chart in the window, with the keys in it."""
    made = FigureChart(LIGHT)
    made.setParent(here.window)
    made.resize(600, 400)
    made.show_comparison(compare((NOBODY, SPAN), ()), heading="The raid – Killed: 28/31?")
    made.show()
    made.canvas.setFocus()
    return made


def test_away_from_a_chart_it_is_said_where_to_go(here: AtTheDesk) -> None:
    assert "chart of figures" in why_not(command("figures.save"), here.window.context)


@pytest.mark.usefixtures("chart")
def test_the_chart_one_is_at_is_copied(here: AtTheDesk) -> None:
    QGuiApplication.clipboard().clear()
    here.run("figures.copy")
    assert not QGuiApplication.clipboard().image().isNull()


@pytest.mark.usefixtures("chart")
def test_it_is_saved_as_a_drawing_whose_words_are_words(here: AtTheDesk, tmp_path: Path) -> None:
    here.prompts.will("picture_to_write", (tmp_path / "raid.svg", SVG))
    here.run("figures.save")
    root = ET.fromstring((tmp_path / "raid.svg").read_bytes())
    said = [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert any("no one was killed" in (words or "") for words in said)
    assert "raid.svg" in here.prompts.informed[-1]


def test_it_is_saved_as_a_picture(here: AtTheDesk, chart: FigureChart, tmp_path: Path) -> None:
    sent = chart.sent()
    assert sent is not None
    here.prompts.will("picture_to_write", (tmp_path / "raid.png", PNG))
    save_picture(here.window.context, sent)
    assert QImage(str(tmp_path / "raid.png")).width() > sent.picture.width


def test_saving_can_be_declined(here: AtTheDesk, chart: FigureChart, tmp_path: Path) -> None:
    sent = chart.sent()
    assert sent is not None
    here.prompts.will("picture_to_write", None)
    save_picture(here.window.context, sent)
    assert list(tmp_path.glob("*.png")) == []
