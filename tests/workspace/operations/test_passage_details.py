"""Plain words, translations, and a second pair of eyes."""

import pytest

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.passage_details import PassageDetails
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, NOOR, a_document, a_passage, a_tag


@pytest.fixture
def passage(workspace: Workspace) -> int:
    return a_passage(workspace, a_document(workspace), "Twelve people")


def newest(workspace: Workspace) -> str:
    return workspace.history.listed(workspace.history.ids()[:1])[0].sentence


def test_a_new_passage_has_no_further_words(workspace: Workspace, passage: int) -> None:
    assert workspace.details.of(passage) == PassageDetails(passage, 1)
    with pytest.raises(NotFound):
        workspace.details.of(99)


def test_a_passage_is_said_in_plain_words(workspace: Workspace, passage: int) -> None:
    workspace.details.set_statement(passage, " The army says\nthat twelve were hurt. ")
    assert newest(workspace) == "Say D1·1 in plain words"
    said = "The army says that twelve were hurt."
    assert workspace.details.of(passage).statement == said
    steps = workspace.history.ids()
    workspace.details.set_statement(passage, said)
    assert workspace.history.ids() == steps
    workspace.history.undo()
    assert workspace.details.of(passage).statement == ""


def test_a_translation_names_its_language_and_translator(
    workspace: Workspace, passage: int
) -> None:
    workspace.details.set_translation(passage, " بارہ افراد\r\nزخمی ", "Urdu", " Asma  K. ")
    assert newest(workspace) == "Translate D1·1"
    known = workspace.details.of(passage)
    assert (known.translation, known.translation_language, known.translator) == (
        "بارہ افراد\nزخمی",
        "ur",
        "Asma K.",
    )
    steps = workspace.history.ids()
    workspace.details.set_translation(passage, "بارہ افراد\nزخمی", "ur", "Asma K.")
    assert workspace.history.ids() == steps


def test_a_translation_that_is_taken_away_leaves_nothing_about_it(
    workspace: Workspace, passage: int
) -> None:
    workspace.details.set_translation(passage, "zwölf", "de", "Asma")
    workspace.details.set_translation(passage, "  ", "de", "Asma")
    assert workspace.details.of(passage) == PassageDetails(passage, 1)


def test_a_change_of_a_translation_takes_its_check_off(workspace: Workspace, passage: int) -> None:
    workspace.details.set_translation(passage, "zwölf", "de")
    workspace.details.check_translation(passage)
    assert newest(workspace) == "Check the translation of D1·1"
    known = workspace.details.of(passage)
    assert known.translation_checked_by == known.analyst
    assert known.translation_checked_at
    workspace.details.set_translation(passage, "zwölf Menschen", "de")
    known = workspace.details.of(passage)
    assert (known.translation_checked_by, known.translation_checked_at) == (None, "")


def test_a_check_of_a_translation_is_taken_off_again(workspace: Workspace, passage: int) -> None:
    with pytest.raises(NotAllowed, match="no translation to check"):
        workspace.details.check_translation(passage)
    workspace.details.set_translation(passage, "zwölf", "de")
    workspace.details.check_translation(passage)
    steps = workspace.history.ids()
    workspace.details.check_translation(passage)
    assert workspace.history.ids() == steps
    workspace.details.check_translation(passage, checked=False)
    assert newest(workspace) == "Take the check off the translation of D1·1"
    assert workspace.details.of(passage).translation_checked_by is None


def test_one_s_own_check_is_told_apart_and_gives_way_to_another_s(
    workspace: Workspace, passage: int
) -> None:
    workspace.details.check([passage])
    own = workspace.details.of(passage)
    assert own.checked_by == own.analyst
    assert own.checked_at
    assert not own.checked_by_another
    workspace.sign_in(BASIT)
    workspace.details.check([passage])
    other = workspace.details.of(passage)
    assert other.checked_by_another
    assert other.checked_by != own.checked_by
    workspace.sign_in(NOOR)
    steps = workspace.history.ids()
    workspace.details.check([passage])
    assert workspace.details.of(passage) == other
    assert workspace.history.ids() == steps


def test_a_check_under_another_tag_was_another_check(workspace: Workspace, passage: int) -> None:
    workspace.details.check([passage])
    tag = workspace.passages.get(passage).tag
    workspace.passages.retag([passage], tag)
    assert workspace.details.of(passage).checked_by == 1
    workspace.passages.retag([passage], a_tag(workspace, "Denial"))
    assert workspace.details.of(passage).checked_by is None
    workspace.history.undo()
    assert workspace.details.of(passage).checked_by == 1


def test_many_are_checked_and_unchecked_as_one_step(workspace: Workspace, passage: int) -> None:
    several = [passage, a_passage(workspace, 1, "the bridge"), a_passage(workspace, 1, "Nobody")]
    workspace.details.check(several[:1])
    assert newest(workspace) == "Check D1·1"
    workspace.details.check(several)
    assert newest(workspace) == "Check 3 passages"
    assert all(one.checked_by == 1 for one in workspace.details.of_each(several))
    workspace.details.uncheck(several[2:])
    assert newest(workspace) == "Take the check off D1·3"
    workspace.details.uncheck(several)
    assert newest(workspace) == "Take the check off 3 passages"
    assert not any(one.checked_by for one in workspace.details.of_each(several))
    workspace.history.undo()
    assert [bool(one.checked_by) for one in workspace.details.of_each(several)] == [
        True,
        True,
        False,
    ]
