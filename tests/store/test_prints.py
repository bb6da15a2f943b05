"""Prints lead to texts, and what was begun and not finished misleads nobody."""

import pytest

from reviewer.store.connection import Connection
from reviewer.store.prints import Meeting, PrintRow, PrintStore, Shared
from reviewer.workspace.project import Workspace
from tests.builders import an_incoming, import_many

RULES, OLDER_RULES = 7, 6
TOO_MANY = 60  # texts that have part of a sentence in common


@pytest.fixture
def prints(stored: Connection) -> PrintStore:
    """Give the prints of an open project."""
    return PrintStore(stored)


def texts_of(workspace: Workspace, count: int) -> list[int]:
    """Return the texts of so many new documents, whose ids they have."""
    ids = import_many(
        workspace, [an_incoming(f"Number {at}.", title=f"n{at}") for at in range(count)]
    )
    texts = [workspace._project.documents.text_of(one) or 0 for one in ids]
    assert texts == ids
    return texts


def write(prints: PrintStore, text: int, whole: list[int], sentence: int = 0) -> None:
    """Write down the prints of a text by today's rules."""
    rows: list[PrintRow] = [(one, text, 0, 0) for one in whole]
    prints.begin([text])
    prints.add([*rows, (sentence, text, 3, 9)])
    prints.finish([(text, len(whole))], RULES)


def kept(stored: Connection) -> list[tuple[int, ...]]:
    """Return which texts have which prints."""
    return [
        *stored.rows(None, "SELECT text, hash, start FROM sentence_prints ORDER BY 1, 2"),
        *stored.rows(None, "SELECT text, hash FROM document_prints ORDER BY 1, 2"),
    ]


def test_texts_that_share_enough_are_told_with_their_sizes(
    workspace: Workspace, prints: PrintStore
) -> None:
    first, second, third, fourth = texts_of(workspace, 4)
    write(prints, first, [1, 2, 3])
    write(prints, second, [2, 3, 4, 5])
    write(prints, third, [3, 9])
    write(prints, fourth, [1, 2, 3, 8])

    assert prints.sharing([1, 2, 3], 2, 9, first) == [
        Shared(fourth, 3, 3, 4),
        Shared(second, 2, 3, 4),
    ]
    assert prints.sharing([1, 2, 3], 2, 1) == [Shared(first, 3, 3, 3)]
    assert prints.sketches([first, third], RULES) == {first: [1, 2, 3], third: [3, 9]}
    assert prints.sketches([first], OLDER_RULES) == {}


def test_a_text_that_is_not_finished_is_not_said_to_be_near(
    workspace: Workspace, prints: PrintStore
) -> None:
    (text,) = texts_of(workspace, 1)
    prints.begin([text])
    prints.add([(one, text, 0, 0) for one in (1, 2, 3)])

    assert prints.sharing([1, 2, 3], 2, 9) == []
    assert not prints.printed(text, RULES)
    assert [one.text for one in prints.waiting(RULES)] == [text]
    prints.finish([(text, 3)], RULES)
    assert prints.sharing([1, 2, 3], 2, 9) == [Shared(text, 3, 3, 3)]


def test_beginning_again_takes_away_that_text_s_prints_only(
    workspace: Workspace, prints: PrintStore, stored: Connection
) -> None:
    first, second = texts_of(workspace, 2)
    write(prints, first, [1, 2], 4)
    write(prints, second, [1, 2], 4)
    prints.forget([first])
    assert prints.printed(second, RULES)
    assert not prints.printed(first, RULES)

    prints.begin([first])
    assert kept(stored) == [(second, 4, 3), (second, 1), (second, 2)]


def test_what_is_written_twice_is_kept_once(
    workspace: Workspace, prints: PrintStore, stored: Connection
) -> None:
    (text,) = texts_of(workspace, 1)
    for _ in range(2):
        prints.add([(1, text, 0, 0), (4, text, 3, 9)])

    assert kept(stored) == [(text, 4, 3), (text, 1)]


def test_sentences_meet_by_all_words_before_they_meet_by_some(
    workspace: Workspace, prints: PrintStore
) -> None:
    first, second, third = texts_of(workspace, 3)
    write(prints, first, [], 4)
    prints.add([(one, second, 20, 30) for one in (5, 7)])
    write(prints, third, [], 4)
    here = [(4, 0, 9), (5, 0, 9), (7, 0, 9)]

    assert prints.meetings(here, 9, first) == [
        Meeting(0, 9, third, 3, 9, 1, 2),
        Meeting(0, 9, second, 20, 30, 0, 2),
    ]
    assert prints.meetings(here, 1, 0) == [Meeting(0, 9, first, 3, 9, 1, 3)]


def test_what_part_of_a_sentence_stands_in_very_many_texts_is_passed_over(
    workspace: Workspace, prints: PrintStore
) -> None:
    texts = texts_of(workspace, TOO_MANY)
    prints.add([(one, text, 3, 9) for text in texts for one in (4, 5)])

    assert prints.meetings([(5, 0, 9)], TOO_MANY, 0) == []
    assert len(prints.meetings([(4, 0, 9)], TOO_MANY, 0)) == TOO_MANY


def test_of_what_repeats_itself_only_the_first_places_are_looked_at(
    workspace: Workspace, prints: PrintStore
) -> None:
    (text,) = texts_of(workspace, 1)
    prints.add([(4, text, at, at + 9) for at in range(300)])

    assert len(prints.meetings([(4, 0, 9)], 500, 0)) == 200
