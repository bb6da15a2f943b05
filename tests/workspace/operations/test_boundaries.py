"""Edges are moved, passages cut and merged, and the words always stand at their place."""

from collections.abc import Callable

import pytest

from reviewer.domain.boundaries import Edge, Stride
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.passages import Anchor
from reviewer.domain.spans import Span
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document, a_passage, a_tag
from tests.workspace.sources import a_source_not_held

TEXT = "One two, three 👨‍👩‍👧 four. Five"


@pytest.fixture
def document(workspace: Workspace) -> int:
    return a_document(workspace, TEXT)


def quotes(workspace: Workspace, document: int) -> dict[str, str]:
    """Return the words of every passage by its number; each is sure and stands at its place."""
    text = workspace.documents.text(document)
    found = workspace.passages.on(document)
    assert all(one.anchor is Anchor.SURE and one.span.of(text) == one.quote for one in found)
    return {workspace.passages.label(one.id): one.quote for one in found}


def newest(workspace: Workspace) -> str:
    return workspace.history.listed(workspace.history.ids()[:1])[0].sentence


def undone_and_done_again(workspace: Workspace, deed: Callable[[], object]) -> None:
    """Do something; see that one undo leads back to how every passage was, and redo forth."""

    def rows() -> list[tuple[object, ...]]:
        ask = workspace._project.connection.rows
        return ask(None, "SELECT * FROM passages ORDER BY id")

    before, steps = rows(), len(workspace.history.ids())
    deed()
    after = rows()
    assert len(workspace.history.ids()) == steps + 1
    workspace.history.undo()
    assert rows() == before
    workspace.history.redo()
    assert rows() == after != before


def test_an_edge_is_moved_with_all_that_holds_it_to_its_place(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "two")
    undone_and_done_again(
        workspace, lambda: workspace.boundaries.move_boundary(passage, Span(4, 14))
    )
    assert quotes(workspace, document) == {"D1·1": "two, three"}
    row = workspace._project.rows.current("passages", [passage])[passage]
    assert (row["prefix"], row["suffix"]) == ("One ", TEXT[14:46])
    assert list(workspace.verify()) == []
    assert workspace.history.place(workspace.history.ids()[0]) is not None


def test_what_is_moved_never_cuts_a_character(workspace: Workspace, document: int) -> None:
    passage = a_passage(workspace, document, "three")
    workspace.boundaries.move_boundary(passage, Span(9, 16))
    assert quotes(workspace, document) == {"D1·1": "three 👨‍👩‍👧"}
    assert newest(workspace) == "Move the edges of D1·1"


def test_an_edge_that_stays_where_it_is_leaves_no_step(workspace: Workspace, document: int) -> None:
    passage = a_passage(workspace, document, "One two")
    steps = workspace.history.ids()
    workspace.boundaries.move_boundary(passage, Span(0, 7))
    workspace.boundaries.move_edge(passage, Edge.START, Stride.WORD, earlier=True)
    assert workspace.history.ids() == steps


def test_each_step_of_an_edge_is_one_change(workspace: Workspace, document: int) -> None:
    passage = a_passage(workspace, document, "two")
    moves = (
        (Edge.END, Stride.WORD, False, "two,"),
        (Edge.END, Stride.WORD, False, "two, three"),
        (Edge.START, Stride.WORD, True, "One two, three"),
        (Edge.END, Stride.CHARACTER, False, "One two, three "),
        (Edge.END, Stride.CHARACTER, False, "One two, three 👨‍👩‍👧"),
        (Edge.START, Stride.CHARACTER, False, "ne two, three 👨‍👩‍👧"),
    )
    for edge, stride, earlier, words in moves:
        workspace.boundaries.move_edge(passage, edge, stride, earlier=earlier)
        assert quotes(workspace, document) == {"D1·1": words}
    for *_, words in reversed(moves[:-1]):
        workspace.history.undo()
        assert quotes(workspace, document) == {"D1·1": words}


@pytest.mark.parametrize(
    ("span", "why"),
    [
        (Span(3, 4), "Only blank space"),
        (Span(4, 999), "does not fit"),
        (Span(0, 3), r"“One” has this tag already \(D1·2\)"),
    ],
)
def test_where_no_passage_may_stand_none_is_moved(
    workspace: Workspace, document: int, span: Span, why: str
) -> None:
    passage = a_passage(workspace, document, "two")
    a_passage(workspace, document, "One")
    with pytest.raises(NotAllowed, match=why):
        workspace.boundaries.move_boundary(passage, span)
    assert quotes(workspace, document) == {"D1·1": "two", "D1·2": "One"}


def test_another_tag_may_stand_where_a_passage_is_moved(
    workspace: Workspace, document: int
) -> None:
    a_passage(workspace, document, "One", "Denial")
    passage = a_passage(workspace, document, "two")
    workspace.boundaries.move_boundary(passage, Span(0, 3))
    assert quotes(workspace, document) == {"D1·1": "One", "D1·2": "One"}


def test_what_is_not_there_is_not_moved(workspace: Workspace, document: int) -> None:
    with pytest.raises(NotFound):
        workspace.boundaries.move_boundary(99, Span(0, 3))
    with pytest.raises(NotFound):
        workspace.boundaries.merge([a_passage(workspace, document, "One"), 99])


def uncertain(workspace: Workspace, passage: int) -> None:
    """Let a passage's words be others than those that stand at its place."""
    with workspace.history.step("passages.note"):
        workspace._project.connection.execute(
            "UPDATE passages SET quote = 'owt' WHERE id = ?", [passage]
        )


def test_a_place_that_is_not_certain_is_settled_by_moving_and_by_nothing_else(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "two")
    uncertain(workspace, passage)
    for deed in (
        lambda: workspace.boundaries.move_edge(passage, Edge.END, Stride.WORD, earlier=False),
        lambda: workspace.boundaries.split(passage, 5),
        lambda: workspace.boundaries.merge([passage, a_passage(workspace, document, "three")]),
    ):
        with pytest.raises(NotAllowed, match=r"place of D1·1 is not certain"):
            deed()
    workspace.boundaries.move_boundary(passage, Span(4, 7))
    assert quotes(workspace, document)["D1·1"] == "two"


def test_a_passage_of_another_version_is_settled_in_the_words_of_today(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "two")
    other = workspace._project.documents.text_of(a_document(workspace, "Two, one two three."))
    with workspace.history.step("documents.describe"):
        workspace._project.documents.set([document], {"text": other}, "now")
    assert workspace.passages.on(document)[0].anchor is Anchor.NOT_CERTAIN
    workspace.boundaries.move_boundary(passage, Span(9, 12))
    assert quotes(workspace, document) == {"D1·1": "two"}
    assert workspace.passages.get(passage).text == other


def test_a_source_that_is_no_longer_held_has_no_edges(workspace: Workspace, document: int) -> None:
    passage = a_passage(workspace, document, "two")
    without = a_source_not_held(workspace)
    with workspace.history.step("passages.note"):
        workspace._project.connection.execute(
            "UPDATE passages SET document = ? WHERE id = ?", [without, passage]
        )
    with pytest.raises(NotAllowed, match="not held"):
        workspace.boundaries.move_boundary(passage, Span(0, 1))


def test_a_move_takes_checks_off_for_other_words_were_checked(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "two")
    workspace.details.set_translation(passage, "zwei")
    workspace.details.check([passage])
    workspace.details.check_translation(passage)
    workspace.boundaries.move_edge(passage, Edge.END, Stride.WORD, earlier=False)
    details = workspace.details.of(passage)
    assert (details.translation, details.checked_by, details.checked_at) == ("zwei", None, "")
    assert (details.translation_checked_by, details.translation_checked_at) == (None, "")
    workspace.history.undo()
    assert workspace.details.of(passage).translation_checked_by is not None


def test_a_passage_is_cut_in_two(workspace: Workspace, document: int) -> None:
    passage = a_passage(workspace, document, "One two, three", note="my note")
    workspace.details.set_statement(passage, "They say so.")
    workspace.details.set_translation(passage, "Eins zwei, drei", "de", "Asma")
    workspace.details.check([passage])
    workspace.sign_in(BASIT)
    undone_and_done_again(workspace, lambda: workspace.boundaries.split(passage, 8))
    assert quotes(workspace, document) == {"D1·1": "One two,", "D1·2": "three"}
    assert newest(workspace) == "Cut D1·1 in two: D1·2 is new"
    first, second = workspace.passages.on(document)
    assert (first.note, second.note, second.tag) == ("my note", "", first.tag)
    assert first.analyst != second.analyst
    for one in workspace.details.of_each([first.id, second.id]):
        assert (one.statement, one.translation) == ("They say so.", "Eins zwei, drei")
        assert (one.translation_language, one.translator, one.checked_by) == ("de", "Asma", None)


def test_a_cut_where_one_part_stands_already_is_refused(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "One two")
    a_passage(workspace, document, "two")
    with pytest.raises(NotAllowed, match=r"“two” has this tag already \(D1·2\)"):
        workspace.boundaries.split(passage, 3)
    with pytest.raises(NotAllowed, match="no words on one side"):
        workspace.boundaries.split(passage, 0)
    assert quotes(workspace, document) == {"D1·1": "One two", "D1·2": "two"}


def test_touching_passages_become_one(workspace: Workspace, document: int) -> None:
    three = a_passage(workspace, document, "three", note="later")
    one = a_passage(workspace, document, "One", note="first")
    two = a_passage(workspace, document, "two", note="later")
    workspace.details.set_translation(two, "zwei", "de", "Asma")
    workspace.details.set_translation(three, "drei", "de", "Noor")
    workspace.details.set_statement(one, "They say one.")
    workspace.details.check([one, two, three])
    undone_and_done_again(workspace, lambda: workspace.boundaries.merge([three, two, one, two]))
    assert newest(workspace) == "Merge 3 passages into D1·2"
    assert quotes(workspace, document) == {"D1·2": "One two, three"}
    assert workspace.passages.get(one).note == "first\nlater"
    details = workspace.details.of(one)
    assert (details.statement, details.translation) == ("They say one.", "zwei drei")
    assert (details.translation_language, details.translator) == ("de", "Asma, Noor")
    assert details.checked_by is None


def test_overlapping_and_nested_passages_become_one(workspace: Workspace, document: int) -> None:
    a, b, c = (a_passage(workspace, document, words) for words in ("One two", "two, th", "One"))
    undone_and_done_again(workspace, lambda: workspace.boundaries.merge([a, b, c]))
    assert quotes(workspace, document) == {"D1·3": "One two, th"}


def test_what_touches_a_passage_is_the_nearest_of_its_own_tag(
    workspace: Workspace, document: int
) -> None:
    one = a_passage(workspace, document, "One")
    two = a_passage(workspace, document, "two")
    a_passage(workspace, document, "three", "Denial")
    five = a_passage(workspace, document, "Five")
    assert workspace.boundaries.touching(one) == two
    assert workspace.boundaries.touching(two) == one
    assert workspace.boundaries.touching(five) is None


def test_what_does_not_belong_together_is_not_merged(workspace: Workspace, document: int) -> None:
    one, three = (a_passage(workspace, document, words) for words in ("One", "three"))
    two = a_passage(workspace, document, "two", "Denial")
    elsewhere = a_passage(workspace, a_document(workspace, "One more."), "One")
    for several, why in (
        ([one, one], "two passages or more"),
        ([one, two], "one tag in one document"),
        ([one, elsewhere], "one tag in one document"),
        ([one, three], "Other words stand between"),
    ):
        with pytest.raises(NotAllowed, match=why):
            workspace.boundaries.merge(several)
    workspace.passages.retag([two], a_tag(workspace, "Allegation"))
    a_passage(workspace, document, "One two")
    with pytest.raises(NotAllowed, match=r"“One two” has this tag already \(D1·4\)"):
        workspace.boundaries.merge([one, two])
