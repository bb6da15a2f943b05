"""The dialog for a rating: a value of the scale, why, and taken away again."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer.domain.ratings import Scale
from reviewer.ui.asking.rating_prompts import RatingQuestion, RatingWish
from reviewer.ui.dialogs.rating import RatingDialog
from tests.ui.walking import nameless


def opened(qtbot: QtBot, question: RatingQuestion) -> RatingDialog:
    made = RatingDialog(question)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_source_is_rated_by_a_letter_with_or_without_a_reason(qtbot: QtBot) -> None:
    dialog = opened(qtbot, RatingQuestion("The Courier", Scale.RELIABILITY, others=("C · Basit",)))
    assert not nameless(dialog)
    assert dialog.wish() == RatingWish()
    assert not dialog.agree.isEnabled()
    QTest.keyClicks(dialog.value, "b")
    assert dialog.value.currentText() == "B · usually reliable"
    assert dialog.agree.isEnabled()
    QTest.keyClicks(dialog.reason, " Corrects itself ")
    assert dialog.wish() == RatingWish("B", "Corrects itself")
    words = [one.text() for one in dialog.findChildren(QLabel)]
    assert "C · Basit" in words
    assert "How reliable is this source usually?" in words


def test_a_claim_is_not_rated_without_a_reason(qtbot: QtBot) -> None:
    dialog = opened(qtbot, RatingQuestion("How many?", Scale.CREDIBILITY))
    QTest.keyClicks(dialog.value, "2")
    assert not dialog.agree.isEnabled()
    QTest.keyClicks(dialog.reason, "Two papers say so")
    assert dialog.agree.isEnabled()
    assert dialog.wish() == RatingWish("2", "Two papers say so")


@pytest.mark.parametrize("scale", Scale)
def test_ones_own_rating_is_taken_away_by_none(qtbot: QtBot, scale: Scale) -> None:
    value = "F" if scale is Scale.RELIABILITY else "6"
    dialog = opened(qtbot, RatingQuestion("It", scale, RatingWish(value, "Why")))
    assert dialog.agree.isEnabled()
    dialog.value.setCurrentIndex(0)
    assert dialog.agree.text() == "Take it away"
    assert dialog.wish() == RatingWish()
    assert not dialog.reason.isEnabled()
