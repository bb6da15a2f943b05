"""What stands in more than one document is found, word for word or nearly, in any order of work."""

from pathlib import Path

import pytest

from reviewer.domain.echoes import Echo, Nearness, prints_of_sentences
from reviewer.domain.errors import Cancelled, ReadOnly
from reviewer.domain.incoming import Furniture, FurnitureKind
from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.workspace.apart import printed_apart
from reviewer.workspace.jobs import JobProgress
from reviewer.workspace.operations import echoes
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_project, an_incoming, import_many
from tests.workspace.sources import a_source_not_held

CRANE = "The crane at the north gate fell on nine workers of the salt harbour at noon."
CRANE_AGAIN = "The crane at the north gate fell on ten workers of the salt harbour at noon."
MILLS = "Nobody at the department of mills wanted to say why the bridge had been closed."
MENU = "Home News Pictures About us Write to us Feedback Contact Imprint"
LONG = "\n".join(
    f"On day {at} the ferry {at * 7} left quay {at * 3} with {at} sacks aboard." for at in range(30)
)


def all_caught_up(workspace: Workspace) -> None:
    while workspace.echoes.catch_up():
        pass


def told(workspace: Workspace, document: int) -> list[tuple[str, list[tuple[int, bool]]]]:
    """Return each echo's words and where it stands again."""
    text = workspace.documents.text(document)
    return [
        (echo.span.of(text), [(place.document, place.exact) for place in echo.places])
        for echo in workspace.echoes.echoes(document)
    ]


def test_a_sentence_is_found_in_others_word_for_word_and_nearly(workspace: Workspace) -> None:
    first = a_document(workspace, f"{CRANE} {MILLS}")
    second = a_document(workspace, f"A title\n{CRANE_AGAIN}")
    third = a_document(workspace, f"Said again:\n\n{CRANE.upper()}")
    all_caught_up(workspace)

    assert told(workspace, first) == [(CRANE, [(second, False), (third, True)])]
    assert told(workspace, second) == [(CRANE_AGAIN, [(first, False), (third, False)])]
    (echo,) = workspace.echoes.echoes(third)
    words = workspace.documents.text(first)
    assert [place.span.of(words) for place in echo.places if place.document == first] == [CRANE]
    assert echo.documents == 2


def test_sentences_that_only_share_a_phrase_are_no_echo(workspace: Workspace) -> None:
    phrase = "in the yard behind the old salt store of the harbour by the mill at the north gate"
    document = a_document(workspace, f"Nine men were seen {phrase} by two women on Monday at dawn.")
    others = [f"{name} {phrase} lay a thing nobody knew, broken, wet and old." for name in "ABCDEF"]
    import_many(workspace, [an_incoming(other) for other in others])
    all_caught_up(workspace)

    assert told(workspace, document) == []


def test_nothing_is_compared_twice_and_new_texts_are_seen(workspace: Workspace) -> None:
    first = a_document(workspace, CRANE)
    assert (workspace.echoes.count_waiting(), workspace.echoes.is_compared(first)) == (1, False)
    assert workspace.echoes.catch_up() == 0
    assert workspace.echoes.is_compared(first)
    second, third = (a_document(workspace, f"{MILLS} {at}.") for at in range(2))

    assert workspace.echoes.waiting() == [second, third]
    assert workspace.echoes.catch_up(1) == 1
    assert workspace.echoes.catch_up(5) == 0


def test_only_the_current_texts_of_listed_documents_are_compared(workspace: Workspace) -> None:
    first, second, third = (a_document(workspace, f"{CRANE}\nNumber {at}.") for at in range(3))
    all_caught_up(workspace)
    workspace.documents.remove([second])
    workspace.versions.replace(third, an_incoming(MILLS))
    all_caught_up(workspace)

    assert told(workspace, first) == []


def test_a_source_not_held_has_no_echoes(workspace: Workspace) -> None:
    source = a_source_not_held(workspace)

    assert workspace.echoes.echoes(source) == []
    assert workspace.echoes.near(source) == []
    assert [part.prints for part in workspace.echoes.printed_parts([source])] == [[]]
    assert not workspace.echoes.is_compared(source)


def test_furniture_is_no_echo_and_marking_it_is_followed(workspace: Workspace) -> None:
    menu = (Furniture(Span(0, len(MENU)), FurnitureKind.NAVIGATION),)
    first = a_document(workspace, f"{MENU}\n{CRANE}", furniture=menu)
    second = a_document(workspace, f"{MENU}\n{MILLS}\n{CRANE}", furniture=menu)
    all_caught_up(workspace)
    assert told(workspace, first) == [(CRANE, [(second, True)])]

    at = workspace.documents.text(second).index(CRANE)
    workspace.documents.mark_furniture(second, Span(at, at + len(CRANE)), wanted=True)
    all_caught_up(workspace)
    assert told(workspace, first) == []

    workspace.history.undo()
    all_caught_up(workspace)
    assert told(workspace, first) == [(CRANE, [(second, True)])]


def test_documents_that_share_much_are_near(workspace: Workspace) -> None:
    first = a_document(workspace, LONG)
    copy = a_document(workspace, f"Printed again.\n{LONG}")
    a_document(workspace, f"{CRANE}\n{MILLS}")
    all_caught_up(workspace)

    (near,) = workspace.echoes.near(first)
    assert near.document == copy
    assert near.nearness.shared > 55
    (pair,) = workspace.echoes.near_among([first, copy])
    assert (pair.document, pair.near.document, pair.near.nearness) == (copy, first, near.nearness)


def test_what_is_not_in_yet_is_compared_with_what_is(workspace: Workspace) -> None:
    first = a_document(workspace, LONG)
    all_caught_up(workspace)

    (near,) = workspace.echoes.near_incoming(an_incoming(LONG.replace("ferry", "ferry,")))
    assert (near.document, near.nearness) == (first, Nearness(64, 64))
    assert workspace.echoes.near_incoming(an_incoming(MILLS)) == []


def test_of_many_documents_each_is_compared_with_those_before_it(workspace: Workspace) -> None:
    several = [an_incoming(f"Printed.\n{LONG}\nNumber {at}.", title=f"n{at}") for at in range(12)]
    ids = import_many(workspace, [*several, an_incoming("Gone.")])
    workspace.echoes.catch_up(11)
    late = ids[11]  # is not printed yet, and is asked about all the same
    pairs = workspace.echoes.near_among(ids)

    assert [pair.document for pair in pairs] == ids[1:12]
    assert all(pair.near.document < pair.document for pair in pairs)
    assert workspace.echoes.near_among([late]) == pairs[-1:]


def test_prints_that_meet_by_chance_are_no_echo(workspace: Workspace) -> None:
    document, other = a_document(workspace, CRANE), a_document(workspace, MILLS)
    all_caught_up(workspace)
    stored = workspace._project.connection
    stored.execute(
        "UPDATE sentence_prints SET hash = (SELECT max(hash) FROM sentence_prints WHERE text = 1 "
        "AND hash % 2 = 0) WHERE text = 2 AND hash % 2 = 0"
    )

    assert workspace._project.prints.meetings(
        [tuple(one) for one in prints_of_sentences(CRANE)], 9, document
    )
    assert told(workspace, document) == told(workspace, other) == []


def test_of_a_sentence_that_stands_everywhere_some_places_are_named(workspace: Workspace) -> None:
    several = [an_incoming(f"{CRANE}\nNumber {at}.", title=f"n{at}") for at in range(16)]
    first, *others = import_many(workspace, several)
    all_caught_up(workspace)

    (echo,) = workspace.echoes.echoes(first)
    assert [place.document for place in echo.places] == others[: echoes.MOST_PLACES]
    assert echo.documents == len(others)


def test_many_texts_are_printed_by_a_worker_and_written_in_parts(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(echoes, "PRINTS_AT_ONCE", 50)
    monkeypatch.setattr(echoes, "PRINTS_IN_ORDER", 120)
    monkeypatch.setattr(echoes, "LONGEST_AT_ONCE", 500)
    first, second = a_document(workspace, LONG), a_document(workspace, f"{LONG}\n{MILLS}")
    empty = a_document(workspace, "Gone.")
    assert workspace.echoes.catch_up(9) == 0
    assert workspace.echoes.waiting() == [first, second]

    parts = list(printed_apart(workspace.path, Silent()))
    assert len(parts) > 4
    for part in parts:
        workspace.echoes.write(part)

    assert workspace.echoes.waiting() == []
    assert len(workspace.echoes.echoes(first)) == 30
    assert workspace.echoes.is_compared(empty)


def test_printing_that_was_stopped_begins_anew_with_that_text(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(echoes, "PRINTS_IN_ORDER", 50)
    document = a_document(workspace, LONG)
    a_document(workspace, f"{LONG}\n{MILLS}")
    progress = JobProgress(lambda _done, _total, _what: None)
    parts = printed_apart(workspace.path, progress)
    workspace.echoes.write(next(parts))
    progress.cancel()
    with pytest.raises(Cancelled):
        list(parts)
    assert document in workspace.echoes.waiting()

    all_caught_up(workspace)
    assert len(workspace.echoes.echoes(document)) == 30


def test_a_project_that_may_only_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        document = a_document(workspace, CRANE)
        path = workspace.path
    with Workspace.open(path, NOOR, only_read=True) as workspace:
        assert workspace.echoes.catch_up() == 0
        assert workspace.echoes.echoes(document) == list[Echo]()
        with pytest.raises(ReadOnly):
            workspace.echoes.write(next(workspace.echoes.printed_parts([document])))


def test_prints_are_no_part_of_the_history(workspace: Workspace) -> None:
    a_document(workspace, CRANE)
    steps = workspace.history.ids()
    all_caught_up(workspace)

    assert workspace.history.ids() == steps
    assert list(workspace.verify()) == []


def test_many_texts_or_a_long_one_are_work_for_a_worker(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_document(workspace, CRANE)
    assert not workspace.echoes.is_much()
    monkeypatch.setattr(echoes, "LONGEST_AT_ONCE", 10)
    assert workspace.echoes.is_much()
    monkeypatch.setattr(echoes, "LONGEST_AT_ONCE", 10_000)
    monkeypatch.setattr(echoes, "MOST_AT_ONCE", 0)
    assert workspace.echoes.is_much()
    all_caught_up(workspace)
    assert not workspace.echoes.is_much()
    assert workspace.echoes.printed == 1
    path = workspace.path
    a_document(workspace, MILLS)
    with Workspace.open(path, only_read=True) as other:
        assert not other.echoes.is_much()
